"""The database of the workspace: where it is, its tables, their versions, rows that two may edit."""
