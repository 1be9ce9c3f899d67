"""Search by ABN, ACN or name: one box, three outcomes (AB-1 to AB-4; abr.md section 3; api.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from abr_cache.client.answers import Outcome, RegisterEntity, SearchKey, SearchType
from abr_cache.client.checksums import ABN_LENGTH, ACN_LENGTH, clean_identifier, parse_abn, parse_acn
from abr_cache.services.lookup import look_up
from abr_cache.services.outcomes import LookUp
from common.problems import ValidationFailed

QUERY_MIN_LENGTH, QUERY_MAX_LENGTH = 2, 200
RESULTS_DEFAULT, RESULTS_MAX = 10, 50
SEARCH_TYPES = ("auto", "abn", "acn", "name")
_VALUE_LENGTH = 255

ABN_MESSAGE = "This is not a valid ABN. Example: 51 824 753 556."
ACN_MESSAGE = "This is not a valid ACN. Example: 004 085 616."
_NOT_FOUND = {
    "abn": "The business register has no record of this ABN. Check the number, or enter the company yourself.",
    "acn": "The business register has no record of this ACN. Check the number, or enter the company yourself.",
    "name": "The business register knows no such name. Try fewer words or the ABN, or enter the company yourself.",
}
_UNAVAILABLE = "The business register does not answer at the moment. Enter the company yourself; we check it later."
_STALE = "The business register does not answer at the moment. This is what it said on {date}."


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The search answer of api.md section 6; `search_type` is the type that was searched (abn, acn, name)."""

    query: str
    search_type: str
    outcome: Outcome
    source: str | None
    is_stale: bool
    retrieved_at: datetime | None
    results: tuple[RegisterEntity, ...]
    message: str | None

    @property
    def result_count(self) -> int:
        return len(self.results)


def search(*, query: str, search_type: str = "auto", max_results: int = RESULTS_DEFAULT) -> SearchAnswer:
    """Search the register, at most 6.5 s (AB-3). Nothing about who searches is kept.

    Errors: ValidationFailed on `query` (abn_invalid, acn_invalid, too_short, too_long) or `searchType`
    (invalid_choice). The register's own troubles are the outcome *unavailable*, not an error.
    """
    text = query.strip()
    key = search_key(text, search_type)
    found = look_up(key)
    limit = max(1, min(max_results, RESULTS_MAX))
    return SearchAnswer(
        query=text,
        search_type=key.search_type.lower(),
        outcome=found.outcome,
        source=found.source,
        is_stale=found.is_stale,
        retrieved_at=found.retrieved_at,
        results=found.entities[:limit],
        message=_message(found),
    )


def search_key(text: str, search_type: str = "auto") -> SearchKey:
    """Clean, detect the type (unless forced) and check the checksum before anything is asked."""
    _check_length(text)
    kind = detect_type(text) if search_type == "auto" else search_type
    if kind == "abn":
        abn = parse_abn(text)
        if abn is None:
            raise ValidationFailed.of("query", "abn_invalid", ABN_MESSAGE)
        return SearchKey(SearchType.ABN, abn)
    if kind == "acn":
        acn = parse_acn(text)
        if acn is None:
            raise ValidationFailed.of("query", "acn_invalid", ACN_MESSAGE)
        return SearchKey(SearchType.ACN, acn)
    if kind != "name":
        raise ValidationFailed.of("searchType", "invalid_choice", f"Use one of: {', '.join(SEARCH_TYPES)}.")
    return SearchKey(SearchType.NAME, normalise_name(text))


def detect_type(text: str) -> str:
    """11 digits are an ABN, 9 an ACN, everything else is a name (spaces, dots, hyphens and slashes aside)."""
    cleaned = clean_identifier(text)
    if cleaned.isascii() and cleaned.isdigit():
        return {ABN_LENGTH: "abn", ACN_LENGTH: "acn"}.get(len(cleaned), "name")
    return "name"


def normalise_name(text: str) -> str:
    """Key of a name search: trimmed, inner white space collapsed, lower-cased."""
    return " ".join(text.split()).lower()[:_VALUE_LENGTH].rstrip()


def _check_length(text: str) -> None:
    if len(text) < QUERY_MIN_LENGTH:
        raise ValidationFailed.of("query", "too_short", f"Use at least {QUERY_MIN_LENGTH} characters.")
    if len(text) > QUERY_MAX_LENGTH:
        raise ValidationFailed.of("query", "too_long", f"Use at most {QUERY_MAX_LENGTH} characters.")


def _message(found: LookUp) -> str | None:
    if found.outcome is Outcome.UNAVAILABLE:
        return _UNAVAILABLE
    if found.outcome is Outcome.NOT_FOUND:
        return _NOT_FOUND[found.key.search_type.lower()]
    if found.is_stale and found.retrieved_at is not None:
        return _STALE.format(date=f"{found.retrieved_at.day} {found.retrieved_at:%B %Y}")
    return None
