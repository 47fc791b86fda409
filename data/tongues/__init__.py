"""The languages that the product says things in: which is in force, its catalogue, the names of States."""
