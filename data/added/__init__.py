"""What the user has added: plain files in a folder of their own."""
