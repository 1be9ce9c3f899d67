"""Register facts for companies: the server reads them itself, never the browser (CO-2, CO-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from abr_cache.client.answers import Outcome, SearchKey, SearchType
from abr_cache.client.checksums import parse_abn, parse_acn
from abr_cache.services.lookup import look_up
from abr_cache.services.outcomes import LookUp
from abr_cache.services.register import register
from abr_cache.services.search import ABN_MESSAGE
from common.outbound.breaker import BreakerState
from common.problems import ValidationFailed

ACN_MISMATCH_MESSAGE = "This ACN does not belong to the ABN. Leave it empty; the business register knows the right one."


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """What the register says about `asked_abn`; every fact is empty unless the outcome is *found*.

    `abn` differs from `asked_abn` when the register has replaced the number. `abn_status` is active, cancelled or None.
    """

    asked_abn: str
    outcome: Outcome
    abn: str | None = None
    acn: str | None = None
    legal_entity_name: str | None = None
    business_names: tuple[str, ...] = ()
    entity_type_code: str | None = None
    entity_type_name: str | None = None
    abn_status: str | None = None
    abn_status_effective_from: date | None = None
    is_gst_registered: bool | None = None
    gst_registered_from: date | None = None
    state: str | None = None
    postcode: str | None = None
    retrieved_at: datetime | None = None

    @property
    def is_found(self) -> bool:
        return self.outcome is Outcome.FOUND

    @property
    def is_cancelled(self) -> bool:
        return self.is_found and self.abn_status == "cancelled"


def register_facts(abn: str, *, refresh: bool = False) -> RegisterFacts:
    """Read the facts of one ABN: from a fresh cached answer, else from the register; `refresh` for re-checks (CO-3).

    A stale answer proves nothing today, so it counts as *unavailable* here. Call it outside of a transaction: it may
    take 6.5 s. Errors: ValidationFailed on `abn` (abn_invalid).
    """
    digits = parse_abn(abn)
    if digits is None:
        raise ValidationFailed.of("abn", "abn_invalid", ABN_MESSAGE)
    found = look_up(SearchKey(SearchType.ABN, digits), refresh=refresh)
    if found.is_stale:
        return RegisterFacts(digits, Outcome.UNAVAILABLE)
    return _facts(digits, found) if found.entities else RegisterFacts(digits, found.outcome)


def is_register_resting() -> bool:
    """Whether the circuit breaker is open: no call is made, so a batch of re-checks may stop (abr.md section 3)."""
    return register().client.breaker.state() is BreakerState.OPEN


def _facts(asked_abn: str, found: LookUp) -> RegisterFacts:
    entity = found.entities[0]
    return RegisterFacts(
        asked_abn=asked_abn,
        outcome=found.outcome,
        abn=entity.abn,
        acn=entity.acn,
        legal_entity_name=entity.legal_entity_name,
        business_names=entity.business_names,
        entity_type_code=entity.entity_type_code,
        entity_type_name=entity.entity_type_name,
        abn_status=entity.abn_status,
        abn_status_effective_from=entity.abn_status_effective_from,
        is_gst_registered=entity.is_gst_registered,
        gst_registered_from=entity.gst_registered_from,
        state=entity.state,
        postcode=entity.postcode,
        retrieved_at=found.retrieved_at,
    )


def check_acn_agreement(facts: RegisterFacts, acn: str | None) -> None:
    """CO-1: a company's ACN agrees with the register's. Without an answer or an ACN nothing is compared.

    Errors: ValidationFailed on `acn` (abn_acn_mismatch).
    """
    if facts.is_found and acn and parse_acn(acn) != facts.acn:
        raise ValidationFailed.of("acn", "abn_acn_mismatch", ACN_MISMATCH_MESSAGE)
