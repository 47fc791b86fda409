"""What a body prints itself: drafts, amendments, reports of Committees, Official Records, roll calls."""
