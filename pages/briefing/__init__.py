"""Briefing: its parts."""
