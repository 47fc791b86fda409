"""Topics: who signs which subject among the other texts of the Third Committee, and not the texts on defenders."""
