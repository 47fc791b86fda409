"""Targets: its parts."""
