"""Add a list: its parts."""
