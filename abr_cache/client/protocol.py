"""The register's JSON service: strict JSONP unwrapping, its messages, and mapping to our words (abr.md section 1)."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, NoReturn

from abr_cache.client.answers import (
    JsonObject,
    Outcome,
    Reason,
    RegisterAnswer,
    RegisterEntity,
    SearchKey,
    SearchType,
    unavailable,
)
from abr_cache.client.checksums import is_abn, is_acn
from abr_cache.client.ranking import group_by_abn

CALLBACK = "callback"
NAME_MATCHES_ASKED = 50

MESSAGE_KEY_REFUSED = "The GUID entered is not recognised as a Registered Party"
MESSAGE_TEXT_REFUSED = "Search text is not a valid ABN or ACN"
MESSAGES_NOT_FOUND = ("No record found", "No records found")

_PAGES = {SearchType.ABN: "AbnDetails.aspx", SearchType.ACN: "AcnDetails.aspx", SearchType.NAME: "MatchingNames.aspx"}
_STATUS_WORDS = {
    "active": "active",
    "cancelled": "cancelled",
    "0000000001": "active",
    "0000000002": "cancelled",
}
# Trading and former names are deliberately absent: they are neither matched nor shown (AB-4).
_NAME_TYPES = {"entity name": "entity", "business name": "business"}
_TAIL = re.compile(r"\);?\s*")
# The register writes this for "no date" in some old records.
_NO_DATE = date(1, 1, 1)


class MalformedAnswerError(Exception):
    """The body is not what the service promises; the outcome is *unavailable*."""


def request_for(key: SearchKey) -> tuple[str, dict[str, str]]:
    """Page and parameters (without the GUID) that answer `key`."""
    if key.search_type is SearchType.NAME:
        parameters = {"name": key.value, "maxResults": str(NAME_MATCHES_ASKED)}
    else:
        parameters = {key.search_type.lower(): key.value}
    return _PAGES[key.search_type], parameters | {"callback": CALLBACK}


def unwrap(body: bytes, callback: str = CALLBACK) -> dict[str, Any]:
    """Take the one JSON object out of `callback({...})`; anything else raises MalformedAnswerError."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedAnswerError("not UTF-8") from error
    prefix = f"{callback}("
    if not text.startswith(prefix + "{"):
        raise MalformedAnswerError("unknown prefix")
    try:
        value, end = json.JSONDecoder(parse_constant=_refuse_constant).raw_decode(text, len(prefix))
    except (ValueError, RecursionError) as error:
        raise MalformedAnswerError("not JSON") from error
    if not isinstance(value, dict) or not _TAIL.fullmatch(text, end):
        raise MalformedAnswerError("not one object")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def interpret(key: SearchKey, payload: JsonObject) -> RegisterAnswer:
    """Turn an unwrapped body into one of the three outcomes; never raises on odd content."""
    try:
        refusal = _refusal(payload)
        if refusal is not None:
            return refusal
        entities = _names(payload) if key.search_type is SearchType.NAME else (_details(key, payload),)
    except MalformedAnswerError:
        return unavailable(Reason.MALFORMED)
    outcome = Outcome.FOUND if entities else Outcome.NOT_FOUND
    return RegisterAnswer(outcome, entities, payload=payload)


def _refusal(payload: JsonObject) -> RegisterAnswer | None:
    message = payload.get("Message")
    if not isinstance(message, str):
        raise MalformedAnswerError("no message")
    text = message.strip().casefold()
    if not text:
        return None
    if text in {known.casefold() for known in MESSAGES_NOT_FOUND}:
        return RegisterAnswer(Outcome.NOT_FOUND, payload=payload)
    if text == MESSAGE_TEXT_REFUSED.casefold():
        return RegisterAnswer(Outcome.NOT_FOUND, reason=Reason.TEXT_REFUSED, payload=payload)
    return unavailable(Reason.KEY_REFUSED if text == MESSAGE_KEY_REFUSED.casefold() else Reason.MESSAGE)


def _details(key: SearchKey, payload: JsonObject) -> RegisterEntity:
    abn, acn = _text(payload, "Abn") or "", _text(payload, "Acn")
    name = _text(payload, "EntityName", 255)
    if not is_abn(abn) or name is None or (acn is not None and not is_acn(acn)):
        raise MalformedAnswerError("incomplete details")
    if key.search_type is SearchType.ACN and acn != key.value:
        raise MalformedAnswerError("answer to another question")
    gst = _text(payload, "Gst")
    return RegisterEntity(
        abn=abn,
        acn=acn,
        legal_entity_name=name,
        matched_name=name,
        name_type="entity",
        business_names=_name_list(payload.get("BusinessName")),
        entity_type_code=_text(payload, "EntityTypeCode", 10),
        entity_type_name=_text(payload, "EntityTypeName", 100),
        abn_status=_status(payload),
        abn_status_effective_from=_lenient_date(_text(payload, "AbnStatusEffectiveFrom")),
        is_gst_registered=_date(gst) is not None,
        gst_registered_from=_date(gst),
        state=_text(payload, "AddressState", 20),
        postcode=_text(payload, "AddressPostcode", 10),
        score=100,
        raw=dict(payload),
    )


def _names(payload: JsonObject) -> tuple[RegisterEntity, ...]:
    rows = payload.get("Names")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise MalformedAnswerError("no list of names")
    return group_by_abn(entity for row in rows if (entity := _name_match(row)) is not None)


def _name_match(row: JsonObject) -> RegisterEntity | None:
    abn, name = _text(row, "Abn") or "", _text(row, "Name", 255)
    name_type = _NAME_TYPES.get((_text(row, "NameType") or "").casefold())
    if not is_abn(abn) or name is None or name_type is None or row.get("IsCurrent") is False:
        return None
    return RegisterEntity(
        abn=abn,
        legal_entity_name=name if name_type == "entity" else None,
        matched_name=name,
        name_type=name_type,
        abn_status=_status(row),
        state=_text(row, "State", 20),
        postcode=_text(row, "Postcode", 10),
        score=_score(row.get("Score")),
        has_details=False,
        raw=dict(row),
    )


def _text(row: JsonObject, name: str, length: int | None = None) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise MalformedAnswerError(name)
    return (value or "").strip()[:length] or None


def _status(row: JsonObject) -> str | None:
    # The whole word is compared: "Inactive" contains "active".
    return _STATUS_WORDS.get((_text(row, "AbnStatus") or "").casefold())


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        value = date.fromisoformat(text)
    except ValueError as error:
        raise MalformedAnswerError("not a date") from error
    return None if value == _NO_DATE else value


def _lenient_date(text: str | None) -> date | None:
    """For a date that only informs: an odd one is left out, the rest of the answer stays useful."""
    try:
        return _date(text)
    except MalformedAnswerError:
        return None


def _score(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise MalformedAnswerError("score")
    return max(0, min(100, value))


def _name_list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise MalformedAnswerError("business names")
    return tuple(dict.fromkeys(name.strip() for name in value if name.strip()))
