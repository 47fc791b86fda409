"""How the project holds with many texts: `python -m benchmarks.scale` makes records of several sizes and asks them."""
