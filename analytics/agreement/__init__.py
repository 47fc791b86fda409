"""Who signs and votes with whom: pairs of States, matrices, bridges, cohesion of groups, topics, hostile amendments."""
