"""Together: who signs with whom, within and between groups, and how far groups give one answer."""
