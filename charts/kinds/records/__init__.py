"""State by State and text by text: the matrix, one State's timeline, and who joined and left."""
