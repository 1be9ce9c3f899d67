"""Pages of companies and their members."""
