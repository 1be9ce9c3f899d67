"""Rows for tests, by factory-boy."""
