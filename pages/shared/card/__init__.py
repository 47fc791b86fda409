"""The chart card, and the evidence that it opens."""
