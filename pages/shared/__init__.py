"""What pages share: the frame around them, the scope, chart cards, evidence, cached tables."""
