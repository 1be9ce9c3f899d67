"""REST of reference data and country validation, for everybody (api.md section 7)."""
