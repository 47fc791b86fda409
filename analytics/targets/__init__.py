"""Which States to ask for a coming text, and the reasons, each with its rows of the record."""
