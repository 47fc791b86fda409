"""What is new: on Overview for who comes back, and as a feed."""
