"""REST of team invitations (api.md section 6.2)."""
