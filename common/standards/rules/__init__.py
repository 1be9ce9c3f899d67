"""The rules by meaning; importing the package registers all fifty."""

from common.standards.rules import (
    access,
    audit_columns,
    drift,
    foreign_keys,
    identifiers,
    indexes,
    instants,
    lookups,
    migrations,
    names,
    primary_keys,
    seeds,
    surrogates,
    types,
)

__all__ = [
    "access",
    "audit_columns",
    "drift",
    "foreign_keys",
    "identifiers",
    "indexes",
    "instants",
    "lookups",
    "migrations",
    "names",
    "primary_keys",
    "seeds",
    "surrogates",
    "types",
]
