"""One State or two: its record over the texts, the word for it, side by side."""
