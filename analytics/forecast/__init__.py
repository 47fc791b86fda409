"""The forecast of the next text, and how good it has been."""
