"""The shape of an answer: its keys, the type of each value, and the format of each text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FORMATS = {
    "": r"",
    "eleven digits": r"[0-9]{11}",
    "ten digits": r"[0-9]{10}",
    "nine digits": r"[0-9]{9}",
    "four digits": r"[0-9]{4}",
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "three capitals": r"[A-Z]{3}",
    "status": r"Active|Cancelled",
    "kind of name": r"Entity Name|Business Name|Trading Name|Former Name",
}
DAY_OR_NULL = {"day", "null"}
# abr.md 1.1: what each field of a details answer may be.
DETAILS: Mapping[str, set[str]] = {
    "Abn": {"eleven digits", ""},
    "AbnStatus": {"status", ""},
    "AbnStatusEffectiveFrom": {"day", ""},
    "Acn": {"nine digits", ""},
    "AddressDate": DAY_OR_NULL,
    "AddressPostcode": {"four digits", ""},
    "AddressState": {"three capitals", "text", ""},
    "BusinessName": {"list of nothing", "list of text"},
    "EntityName": {"text", ""},
    "EntityTypeCode": {"three capitals", ""},
    "EntityTypeName": {"text", ""},
    "Gst": DAY_OR_NULL,
    "Message": {"text", ""},
}
# abr.md 1.2.
NAME_ROW: Mapping[str, set[str]] = {
    "Abn": {"eleven digits"},
    "AbnStatus": {"ten digits", "status"},
    "IsCurrent": {"boolean"},
    "Name": {"text"},
    "NameType": {"kind of name"},
    "Postcode": {"four digits", ""},
    "Score": {"number"},
    "State": {"three capitals", "text", ""},
}


def form(value: object) -> str:
    """Type of a value, and for a text its format."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "number"
    if isinstance(value, list):
        kinds = sorted({"text" if isinstance(item, str) and item else form(item) for item in value})
        return f"list of {' and '.join(kinds) or 'nothing'}"
    if isinstance(value, str):
        return next((name for name, pattern in _FORMATS.items() if re.fullmatch(pattern, value)), "text")
    return type(value).__name__


def shape(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Keys and forms of an answer; of a names answer also those of each row."""
    forms: dict[str, Any] = {key: form(value) for key, value in payload.items() if key != "Names"}
    if "Names" in payload:
        # Rows of one score come in no promised order.
        rows = sorted(payload["Names"], key=lambda row: (row["Abn"], row["Name"]))
        forms["Names"] = [{key: form(value) for key, value in row.items()} for row in rows]
    return forms


def faults(payload: Mapping[str, Any]) -> list[str]:
    """What in an answer is not as abr.md describes it."""
    if "Names" not in payload:
        return _faults(payload, DETAILS)
    found = [] if set(payload) == {"Message", "Names"} else [f"keys {sorted(payload)}"]
    for row in payload["Names"]:
        found += _faults(row, NAME_ROW)
        if not 0 <= row["Score"] <= 100:
            found.append(f"Score {row['Score']}")
    return found


def _faults(row: Mapping[str, Any], allowed: Mapping[str, set[str]]) -> list[str]:
    found = [f"key {key}" for key in set(row) ^ set(allowed)]
    return found + [
        f"{key} {form(value)}" for key, value in row.items() if key in allowed and form(value) not in allowed[key]
    ]
