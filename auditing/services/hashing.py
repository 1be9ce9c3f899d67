"""Hash of an activity row (database.md 6.5, "Chain of ActivityLog")."""

from __future__ import annotations

import copy
import hashlib
import hmac
from typing import Any

from django.conf import settings

from auditing.models import ActivityLog
from auditing.personal_fields import PERSONAL_COLUMNS, VALUE_COLUMNS, personal_paths, replace_at, split_path
from auditing.services.values import canonical_json, format_instant

GENESIS = "0" * 64
KEY_ID = "keyId"

# Fixed by name: a column that joins the table later must not change the hash of older rows.
HASHED_COLUMNS = (
    "ChainKey",
    "ChainSequence",
    "Action",
    "EntityType",
    "EntityID",
    "UserID",
    "ActorName",
    "UserEmail",
    "CompanyID",
    "OldValue",
    "NewValue",
    "Reason",
    "IPAddress",
    "UserAgent",
    "RequestID",
    "PreviousHash",
    "CreatedDate",
)
_ATTRIBUTES = {str(field.column): field.attname for field in ActivityLog._meta.concrete_fields}


def _key_id(key: str) -> str:
    return hashlib.sha256(b"eventlead audit digest key\n" + key.encode()).hexdigest()[:16]


def _digest(key: str, value: Any) -> str:
    return hmac.new(key.encode(), canonical_json(value).encode(), hashlib.sha256).hexdigest()


def _keys() -> dict[str, str]:
    """Known digest keys by id: the present one, and those it replaced."""
    keys = [settings.AUDIT_DIGEST_KEY, *getattr(settings, "AUDIT_DIGEST_OLD_KEYS", [])]
    return {_key_id(key): key for key in keys}


def personal_values(row: ActivityLog) -> dict[str, Any]:
    """Path and value of each personal field of a row that holds something."""
    found = {column: getattr(row, _ATTRIBUTES[column]) for column in PERSONAL_COLUMNS}
    for column in VALUE_COLUMNS:
        found.update(personal_paths(getattr(row, _ATTRIBUTES[column]), column))
    return {path: value for path, value in found.items() if value is not None}


def make_digests(row: ActivityLog) -> dict[str, str]:
    """PersonalDigests of a new row: path to HMAC-SHA-256 of the value's canonical JSON, and the id of the key."""
    key = settings.AUDIT_DIGEST_KEY
    return {KEY_ID: _key_id(key)} | {path: _digest(key, value) for path, value in personal_values(row).items()}


def hash_row(row: ActivityLog) -> str:
    """SHA-256 of the canonical JSON of the row, in which every personal field is its digest.

    Raises:
        LookupError: the digests name a field the row does not have.
    """
    content = {column: getattr(row, _ATTRIBUTES[column]) for column in HASHED_COLUMNS}
    content["CreatedDate"] = format_instant(row.created_date)
    for column in VALUE_COLUMNS:
        content[column] = copy.deepcopy(content[column])
    for path, digest in row.personal_digests.items():
        if path != KEY_ID:
            replace_at(content, split_path(path), digest)
    return hashlib.sha256(canonical_json(content).encode()).hexdigest()


def wrong_digest(row: ActivityLog) -> str | None:
    """Name the personal field whose value does not agree with its digest; a redacted row has no values to compare."""
    if row.redacted_at is not None:
        return None
    digests = dict(row.personal_digests)
    key = _keys().get(str(digests.pop(KEY_ID, "")))
    if key is None:
        return KEY_ID
    values = personal_values(row)
    for path in sorted(values.keys() | digests.keys()):
        expected = _digest(key, values[path]) if path in values else ""
        if not hmac.compare_digest(expected, str(digests.get(path, ""))):
            return path
    return None
