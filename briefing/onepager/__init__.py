"""One State on one page."""
