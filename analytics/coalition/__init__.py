"""A coalition for a coming text: its projected list, two of them side by side, whom to ask."""
