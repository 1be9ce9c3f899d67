"""REST of the logs, for staff (api.md section 9)."""
