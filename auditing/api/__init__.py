"""REST of the audit trail, for staff (api.md section 9)."""
