"""Votes: recorded votes and hostile amendments, how regions voted, who came round."""
