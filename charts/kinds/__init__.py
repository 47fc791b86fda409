"""The kinds of chart, one file a kind, by family."""
