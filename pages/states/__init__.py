"""States: its parts."""
