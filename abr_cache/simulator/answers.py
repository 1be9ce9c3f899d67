"""Bodies of the three pages, with the real service's key set (abr.md sections 1.1 to 1.3 and 4)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from abr_cache.client.checksums import is_abn, is_acn
from abr_cache.client.protocol import MESSAGE_KEY_REFUSED, MESSAGE_TEXT_REFUSED, MESSAGES_NOT_FOUND
from abr_cache.simulator.entities import BY_ABN, BY_ACN, ENTITIES, Entity

GUID = "11111111-1111-4111-8111-111111111111"
DETAIL_PAGES = {"AbnDetails.aspx": "abn", "AcnDetails.aspx": "acn"}
NAMES_PAGE = "MatchingNames.aspx"
PAGES = (*DETAIL_PAGES, NAMES_PAGE)
MESSAGE_BUSY = "The service is busy. Please try again later."

_DEFAULT_MATCHES, _MOST_MATCHES = 10, 200
_STATUS_CODES = {"Active": "0000000001", "Cancelled": "0000000002"}
_CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,99}")
Parameters = Mapping[str, str]


def wrap(payload: Mapping[str, Any], callback: str | None) -> str:
    name = callback if callback and _CALLBACK.fullmatch(callback) else "callback"
    return f"{name}({json.dumps(payload, ensure_ascii=False)})"


def asked_entity(page: str, parameters: Parameters) -> Entity | None:
    """The entity a details page is asked for, if it exists."""
    if page == "AbnDetails.aspx":
        return BY_ABN.get(parameters.get("abn", ""))
    return BY_ACN.get(parameters.get("acn", "")) if page == "AcnDetails.aspx" else None


def answer(page: str, parameters: Parameters) -> dict[str, Any]:
    if parameters.get("guid", "").lower() != GUID:
        return refusal(page, MESSAGE_KEY_REFUSED)
    if page == NAMES_PAGE:
        return _names(parameters)
    number = parameters.get(DETAIL_PAGES[page], "")
    echoed = number if page == "AbnDetails.aspx" else ""
    if not (is_abn(number) if page == "AbnDetails.aspx" else is_acn(number)):
        return refusal(page, MESSAGE_TEXT_REFUSED, echoed)
    entity = asked_entity(page, parameters)
    return refusal(page, MESSAGES_NOT_FOUND[0], echoed) if entity is None else _details(entity)


def refusal(page: str, message: str, abn: str = "") -> dict[str, Any]:
    """The page's full key set with blanks; the message is the only signal."""
    if page == NAMES_PAGE:
        return {"Message": message, "Names": []}
    return {
        "Abn": abn,
        "AbnStatus": "",
        "AbnStatusEffectiveFrom": "",
        "Acn": "",
        "AddressDate": None,
        "AddressPostcode": "",
        "AddressState": "",
        "BusinessName": [],
        "EntityName": "",
        "EntityTypeCode": "",
        "EntityTypeName": "",
        "Gst": None,
        "Message": message,
    }


def _details(entity: Entity) -> dict[str, Any]:
    return refusal("AbnDetails.aspx", "", entity.abn) | {
        "AbnStatus": entity.status,
        "AbnStatusEffectiveFrom": entity.status_from,
        "Acn": entity.acn,
        "AddressDate": entity.address_date,
        "AddressPostcode": entity.postcode,
        "AddressState": entity.state,
        "BusinessName": list(entity.business_names),
        "EntityName": entity.name,
        "EntityTypeCode": entity.type_code,
        "EntityTypeName": entity.type_name,
        "Gst": entity.gst,
    }


def _names(parameters: Parameters) -> dict[str, Any]:
    query = _plain(parameters.get("name", ""))
    rows = [row for entity in ENTITIES for row in _matches(entity, query)] if query else []
    rows.sort(key=lambda row: (-row["Score"], row["Name"].casefold(), row["Abn"]))
    return {"Message": "", "Names": rows[: _match_limit(parameters.get("maxResults", ""))]}


def _match_limit(text: str) -> int:
    asked = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
    return min(asked, _MOST_MATCHES) if asked else _DEFAULT_MATCHES


def _matches(entity: Entity, query: str) -> Iterator[dict[str, Any]]:
    for name, name_type in _all_names(entity):
        score = _score(_plain(name), query)
        if score:
            yield {
                "Abn": entity.abn,
                "AbnStatus": _STATUS_CODES[entity.status],
                "IsCurrent": True,
                "Name": name,
                "NameType": name_type,
                "Postcode": entity.postcode,
                "Score": score,
                "State": entity.state,
            }


def _all_names(entity: Entity) -> Iterator[tuple[str, str]]:
    yield entity.name, "Entity Name"
    yield from ((name, "Business Name") for name in entity.business_names)
    yield from ((name, "Trading Name") for name in entity.trading_names)


def _score(name: str, query: str) -> int:
    if name == query:
        return 100
    if name.startswith(query):
        return 90
    return 70 if all(word in name for word in query.split()) else 0


def _plain(text: str) -> str:
    """Without case, accents and superfluous blanks."""
    letters = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(letters).casefold().split())
