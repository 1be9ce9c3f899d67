"""Answers of the Australian Business Register, schema cache."""
