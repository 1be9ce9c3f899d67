"""Deleting cached register answers: on the register's demand, when expired, when old (abr.md section 3, RT-1)."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Q

from abr_cache.client.checksums import parse_abn, parse_acn
from abr_cache.models import ABRSearch
from abr_cache.services.holders import holders
from abr_cache.services.search import ABN_MESSAGE, ACN_MESSAGE
from auditing.services import business_transaction, record
from auditing.services.retention import Counts, Run, complete_run, fail_run, held_rows, start_run
from common import clock
from common.actors import Actor
from common.problems import FieldErrors, ValidationFailed
from common.reasons import check_reason
from settings_app.selectors import get_int

_NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class PurgeResult:
    """`affected_company_ids`: live companies that hold the purged number, so that staff can act.

    `held_rows` stay because a legal hold covers them (RT-3).
    """

    deleted_rows: int
    held_rows: int = 0
    affected_company_ids: tuple[int, ...] = ()


def purge(
    *, abn: str | None = None, acn: str | None = None, expired_only: bool = False, actor: Actor, reason: str
) -> PurgeResult:
    """Remove every cached row that contains the ABN or ACN under any key, or all expired rows.

    Recorded as ABR_CACHE_PURGED when anything was deleted (AU-3). Errors: ValidationFailed: exactly_one_of on the whole
    body; abn_invalid, acn_invalid; required or too_long on `reason`.
    """
    number = _checked(abn, acn, expired_only, reason)
    if expired_only:
        return _delete(Q(expires_at__lte=clock.now()), {"expiredOnly": True}, actor, reason)
    abns, acns = _related({number} if abn else set(), {number} if acn else set())
    contains = Q(abn__in=abns) | Q(acn__in=acns) | _under_key("ABN", abns) | _under_key("ACN", acns)
    deleted = _delete(contains, {"abn" if abn else "acn": number}, actor, reason)
    return replace(deleted, affected_company_ids=holders(abns, acns))


def purge_old(*, actor: Actor) -> PurgeResult:
    """Daily: delete rows read more than RETENTION_CACHE_DAYS days ago (RT-1).

    Leaves a started and a completed (or failed) row in audit.RetentionRun, and RETENTION_RUN when anything was deleted.
    """
    cutoff = clock.now() - timedelta(days=get_int("RETENTION_CACHE_DAYS"))
    run, counts, started = Run(uuid.uuid4(), "cache.ABRSearch", "cache", cutoff, actor), Counts(), time.monotonic()
    start_run(run)
    try:
        with business_transaction(actor=actor):
            result = _remove(Q(fetched_at__lt=cutoff))
            counts.held, counts.deleted = result.held_rows, result.deleted_rows
            counts.selected = counts.held + counts.deleted
            complete_run(run, counts, _milliseconds_since(started))
    except Exception as error:
        fail_run(run, Counts(), _milliseconds_since(started), error)
        raise
    return result


def _milliseconds_since(started: float) -> int:
    return int((time.monotonic() - started) * 1000)


def _checked(abn: str | None, acn: str | None, expired_only: bool, reason: str) -> str:
    errors, number = FieldErrors(), ""
    if [bool(abn), bool(acn), expired_only].count(True) != 1:
        errors.add("", "exactly_one_of", "Give exactly one of abn, acn and expiredOnly.")
    elif abn:
        number = parse_abn(abn) or ""
        if not number:
            errors.add("abn", "abn_invalid", ABN_MESSAGE)
    elif acn:
        number = parse_acn(acn) or ""
        if not number:
            errors.add("acn", "acn_invalid", ACN_MESSAGE)
    check_reason(reason, errors, "Say why.")
    if errors:
        raise ValidationFailed(errors.items)
    return number


def _related(abns: set[str], acns: set[str]) -> tuple[set[str], set[str]]:
    """The record has two numbers; cached rows tell the other one."""
    rows = ABRSearch.objects.filter(Q(abn__in=abns) | Q(acn__in=acns)).values_list("abn", "acn")
    pairs = list(rows)
    return abns | {abn for abn, _ in pairs if abn}, acns | {acn for _, acn in pairs if acn}


def _under_key(search_type: str, values: set[str]) -> Q:
    return Q(search_type=search_type, search_value__in=values) if values else _NOTHING


def _delete(which: Q, what: dict[str, object], actor: Actor, reason: str) -> PurgeResult:
    with business_transaction(actor=actor):
        result = _remove(which)
        if result.deleted_rows:
            record(
                action="ABR_CACHE_PURGED",
                entity_type="cache.ABRSearch",
                entity_id=None,
                actor=actor,
                new=what | {"deletedRows": result.deleted_rows},
                reason=reason.strip(),
            )
    return result


def _remove(which: Q) -> PurgeResult:
    held = held_rows(ABRSearch)
    rows = ABRSearch.objects.filter(which)
    kept = rows.filter(held).count()
    deleted, _per_table = rows.exclude(held).delete()
    return PurgeResult(deleted, kept)
