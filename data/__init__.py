"""What we know: the source files, the database that is built from them, and the queries on it."""
