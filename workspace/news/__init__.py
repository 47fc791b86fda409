"""What is new, and who may read of it where."""
