"""Pages of development mode."""
