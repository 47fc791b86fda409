"""What the address says: the controls of a page, the scope, the way to another page."""
