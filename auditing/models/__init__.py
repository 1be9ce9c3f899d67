"""Own tables of schema audit (database.md 6.5); the history tables are made by ``common.history.tracked``."""

from auditing.models.activity import ANCHOR_KINDS, ActivityLog, ChainAnchor
from auditing.models.governance import LegalHold, RetentionRun
from auditing.models.roles import CHANGE_KINDS, ROLE_TYPES, AuditRole

__all__ = [
    "ANCHOR_KINDS",
    "CHANGE_KINDS",
    "ROLE_TYPES",
    "ActivityLog",
    "AuditRole",
    "ChainAnchor",
    "LegalHold",
    "RetentionRun",
]
