"""Set-up of the project on a new machine. Standard library only: it runs before anything is installed."""
