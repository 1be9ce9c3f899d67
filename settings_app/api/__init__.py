"""REST of the run-time configuration: the public part for everybody, settings for staff (api.md sections 7 and 9)."""
