"""Embedded PostgreSQL and Redis for development and tests."""
