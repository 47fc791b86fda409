"""The work on one list of States: its steps, drafts that are open, what goes into shortlist and briefing."""
