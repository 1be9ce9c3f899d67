"""Writes of reference data."""
