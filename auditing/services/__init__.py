"""Writes of the audit trail. Every write service of the product opens its transaction with ``business_transaction``."""

from auditing.services.anchors import write_anchors
from auditing.services.chain import AuditChainBroken, ChainReport, verify
from auditing.services.recording import business_transaction, record
from auditing.services.roles import record_role_change
from auditing.services.values import SecretInAudit

__all__ = [
    "AuditChainBroken",
    "ChainReport",
    "SecretInAudit",
    "business_transaction",
    "record",
    "record_role_change",
    "verify",
    "write_anchors",
]
