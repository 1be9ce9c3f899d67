"""The table of schema cache (database.md 6.6)."""

from abr_cache.models.searches import ABRSearch

__all__ = ["ABRSearch"]
