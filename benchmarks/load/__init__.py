"""Many people at one dashboard at once, as websocket sessions of the kind that a browser opens."""
