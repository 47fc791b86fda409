"""Letters to States: what they say, in three languages, as Word and on the screen."""
