"""Application settings and validation rules, schema config."""
