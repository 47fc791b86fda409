"""What the user decides: campaigns, shortlists, scenarios, briefings. Written through SQLAlchemy."""
