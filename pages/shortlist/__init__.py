"""Shortlist: its parts."""
