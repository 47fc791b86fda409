"""Letter: its parts."""
