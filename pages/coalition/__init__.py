"""Coalition: its parts."""
