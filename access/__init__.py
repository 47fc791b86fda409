"""Who may come in, and what each may do, where the dashboard is served to others."""
