"""What neither catalogue nor models can tell about the schemas and their classes."""

from __future__ import annotations

from typing import Final, NamedTuple


class SchemaFacts(NamedTuple):
    purpose: str
    retention: str
    writes: str


SCHEMA_FACTS: Final[dict[str, SchemaFacts]] = {
    "dbo": SchemaFacts("customer business data", "permanently, soft-deleted; tokens 30 days after expiry", "medium"),
    "ref": SchemaFacts("lookups", "permanently, switched off with IsActive", "very low"),
    "config": SchemaFacts("run-time configuration", "permanently, with change history", "very low"),
    "log": SchemaFacts("technical logs and mail outbox", "90 days, then archived and removed", "very high"),
    "audit": SchemaFacts(
        "compliance trail, history and governance",
        "7 years (2557 days) at least, longer under a legal hold, then archived and removed",
        "medium",
    ),
    "cache": SchemaFacts("answers of external services", "90 days; fresh for 30", "medium"),
}

CLASS_TABLES: Final[dict[str, str]] = {
    "BIZ": "business tables of dbo",
    "USER": "dbo.User",
    "TOKEN": "the token tables of dbo",
    "SEALED": "dbo.UserAuthenticator, dbo.UserRecoveryCode",
    "REF": "ref",
    "CONFIG": "config",
    "LOG": "log except the outbox",
    "OUTBOX": "log.EmailDelivery",
    "AUDIT": "audit",
    "CACHE": "cache",
    "FRAMEWORK": "django",
}
