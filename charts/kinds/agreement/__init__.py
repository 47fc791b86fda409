"""Who signs and votes with whom: ranking, matrix, cohesion, bridges, topics, hostile amendments."""
