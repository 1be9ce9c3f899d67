"""Writes of the audit trail. Every write service of the product opens its transaction with ``business_transaction``."""

from auditing.services.anchors import write_anchors
from auditing.services.chain import AuditChainBroken, ChainReport, verify
from auditing.services.changes import apply_changes, former_values, save_and_record
from auditing.services.recording import business_transaction, record
from auditing.services.roles import record_role_change
from auditing.services.values import SecretInAudit

__all__ = [
    "AuditChainBroken",
    "ChainReport",
    "SecretInAudit",
    "apply_changes",
    "business_transaction",
    "former_values",
    "record",
    "record_role_change",
    "save_and_record",
    "verify",
    "write_anchors",
]
