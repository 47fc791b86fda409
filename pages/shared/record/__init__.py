"""The record as pages ask for it, and what is made of it once."""
