"""All that the user has added and decided, in one file and back."""
