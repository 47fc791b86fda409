"""What stands around every page, for whom, and how wide."""
