"""What must be true of the source files before a database is built from them."""
