"""Texts: those that were adopted, those being sponsored, those to come, and what is held of each."""
