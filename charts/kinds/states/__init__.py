"""Who stands where: what each State is painted with, as tiles and on the map."""
