"""Lookup data and the country validation engine, schema ref."""
