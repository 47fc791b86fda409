"""Records of the UN Digital Library: MARCXML, lines of its catalogue, its notes on sponsors and its votes."""
