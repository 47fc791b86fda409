"""How support moved: numbers and shares, text by text."""
