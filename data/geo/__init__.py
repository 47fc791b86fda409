"""Where the States are: points, areas and land neighbours, made from the boundaries the maps draw."""
