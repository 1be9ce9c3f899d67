"""Reads of the register cache for staff."""

from abr_cache.selectors.statistics import CacheStatistics, TopSearch, TypeStatistics, statistics

__all__ = ["CacheStatistics", "TopSearch", "TypeStatistics", "statistics"]
