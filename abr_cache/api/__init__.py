"""REST of the business register: search for everybody, cache care for staff (api.md sections 6 and 9)."""
