"""The versions of the record: what is kept of each, and what changed from one to another."""
