"""How long things take: `python -m benchmarks.run`. Numbers are for people; no test asserts a time."""
