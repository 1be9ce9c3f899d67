"""What the register said, in our own words (abr.md sections 1 and 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from abr_cache.client.checksums import format_abn

JsonObject = Mapping[str, Any]


class Outcome(StrEnum):
    """AB-2: three outcomes, never merged."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    UNAVAILABLE = "unavailable"


class SearchType(StrEnum):
    """Values of cache.ABRSearch.SearchType."""

    ABN = "ABN"
    ACN = "ACN"
    NAME = "Name"


class Reason(StrEnum):
    """Why the register could not be asked, or what was odd about its refusal; for logs and metrics only."""

    NONE = ""
    TIMEOUT = "timeout"
    NETWORK = "network"
    HTTP_STATUS = "http_status"
    MALFORMED = "malformed"
    MESSAGE = "message"
    KEY_REFUSED = "key_refused"
    BREAKER_OPEN = "breaker_open"
    QUOTA = "quota"
    WAITED = "waited"
    TEXT_REFUSED = "text_refused"


@dataclass(frozen=True, slots=True)
class SearchKey:
    """One question: the type and the normalised value (digits, or the trimmed lower-case name)."""

    search_type: SearchType
    value: str

    def __str__(self) -> str:
        return f"{self.search_type}:{self.value}"


@dataclass(frozen=True, slots=True)
class RegisterEntity:
    """RegisterResult of api.md. `raw` is the register's own wording, kept for the cache only."""

    abn: str
    acn: str | None = None
    legal_entity_name: str | None = None
    matched_name: str | None = None
    name_type: str | None = None
    business_names: tuple[str, ...] = ()
    entity_type_code: str | None = None
    entity_type_name: str | None = None
    abn_status: str | None = None
    abn_status_effective_from: date | None = None
    is_gst_registered: bool | None = None
    gst_registered_from: date | None = None
    state: str | None = None
    postcode: str | None = None
    score: int | None = None
    has_details: bool = True
    raw: JsonObject = field(default_factory=dict, repr=False, compare=False)

    @property
    def abn_formatted(self) -> str:
        return format_abn(self.abn)

    @property
    def proposed_name(self) -> str:
        """Name a company of this entity starts with: the first business name, else the legal one (CO-11)."""
        return self.business_names[0] if self.business_names else self.legal_entity_name or ""

    @property
    def is_active(self) -> bool:
        return self.abn_status == "active"


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """One answer of the client. `payload` is the unwrapped body, so that another process can map it again."""

    outcome: Outcome
    entities: tuple[RegisterEntity, ...] = ()
    reason: Reason = Reason.NONE
    payload: JsonObject | None = field(default=None, repr=False, compare=False)

    @property
    def is_cacheable(self) -> bool:
        """Unavailable is never cached; neither is a refusal that our own checks should have prevented."""
        return self.outcome is not Outcome.UNAVAILABLE and self.reason is Reason.NONE


def unavailable(reason: Reason) -> RegisterAnswer:
    return RegisterAnswer(Outcome.UNAVAILABLE, reason=reason)
