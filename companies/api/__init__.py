"""REST of companies, members and the dashboard (api.md sections 6, 6.1 and 8)."""
