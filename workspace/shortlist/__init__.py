"""The shortlist of a campaign, as a file out and in."""
