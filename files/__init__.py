"""Where files are, and what guards them. Knows nothing of the subject."""
