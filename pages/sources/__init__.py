"""Parts of the page of sources."""
