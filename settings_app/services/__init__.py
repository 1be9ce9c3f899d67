"""Writes of settings and validation rules."""
