"""Seed data: CSV files of the repository loaded by natural key (database.md section 10).

An app names its set of files in ``AppConfig.seeds``; reading, checking and writing is the same for all of them.
"""

from common.seeding.declarations import (
    CodeBook,
    SeedFile,
    SeedRefused,
    SeedRow,
    SeedSet,
    seed_set,
    seed_sets,
)
from common.seeding.loader import Report, load

__all__ = ["CodeBook", "Report", "SeedFile", "SeedRefused", "SeedRow", "SeedSet", "load", "seed_set", "seed_sets"]
