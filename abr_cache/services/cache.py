"""cache.ABRSearch: reading, storing and counting hits (abr.md section 3)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError
from django.db.models import F, Q

from abr_cache.client.answers import Outcome, RegisterAnswer, RegisterEntity, SearchKey, SearchType
from abr_cache.models import ABRSearch
from common import clock
from common.losable import losable_transaction
from settings_app.selectors import get_int

logger = logging.getLogger(__name__)

_ENTITY_COLUMNS = (
    "abn",
    "acn",
    "legal_entity_name",
    "matched_name",
    "name_type",
    "entity_type_code",
    "entity_type_name",
    "abn_status",
    "abn_status_effective_from",
    "is_gst_registered",
    "gst_registered_from",
    "state",
    "postcode",
    "score",
)


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """All rows of one key. `first_id` is the row that counts the hits."""

    entities: tuple[RegisterEntity, ...]
    fetched_at: datetime
    expires_at: datetime
    first_id: int

    @property
    def outcome(self) -> Outcome:
        return Outcome.FOUND if self.entities else Outcome.NOT_FOUND

    def is_fresh(self) -> bool:
        return clock.now() < self.expires_at


def read(key: SearchKey) -> CachedAnswer | None:
    """The stored answer, fresh or not."""
    rows = list(
        ABRSearch.objects.filter(search_type=key.search_type, search_value=key.value)
        .order_by("result_index", "id")
        .defer("full_response")
    )
    if not rows:
        return None
    entities = tuple(_entity(row) for row in rows if not row.is_negative)
    return CachedAnswer(entities, rows[0].fetched_at, min(row.expires_at for row in rows), rows[0].pk)


def count_hit(cached: CachedAnswer) -> None:
    """The person who searches does not wait for the disk to have counted them."""
    with losable_transaction():
        ABRSearch.objects.filter(pk=cached.first_id).update(hit_count=F("hit_count") + 1, last_hit_at=clock.now())


def store(key: SearchKey, answer: RegisterAnswer, at: datetime) -> None:
    """Replace what is stored under the key, and for an ABN or ACN answer under both keys, keeping hit counts.

    Two writers of one key: the later one replaces the rows of the earlier one. A cache that cannot be written for that
    reason twice is left alone; the answer itself is not lost.
    """
    keys = sorted(_keys(key, answer), key=str)
    for _attempt in range(2):
        try:
            with losable_transaction():
                _replace(keys, answer, at)
            return
        except IntegrityError:
            continue
    logger.warning("abr_cache_contended", extra={"search_type": str(key.search_type)})


def _keys(key: SearchKey, answer: RegisterAnswer) -> set[SearchKey]:
    keys = {key}
    if key.search_type is not SearchType.NAME:
        for entity in answer.entities:
            keys.add(SearchKey(SearchType.ABN, entity.abn))
            if entity.acn:
                keys.add(SearchKey(SearchType.ACN, entity.acn))
    return keys


def _replace(keys: list[SearchKey], answer: RegisterAnswer, at: datetime) -> None:
    """All keys by the same three statements: somebody waits for them."""
    wanted = Q()
    for key in keys:
        wanted |= Q(search_type=key.search_type, search_value=key.value)
    # Locked in one order, whichever of the keys was asked for.
    stored = ABRSearch.objects.filter(wanted)
    locked = stored.select_for_update().order_by("search_type", "search_value", "-result_index")
    columns = locked.values_list("search_type", "search_value", "hit_count", "last_hit_at")
    # The first row of a key counts its hits, and comes last here.
    hits = {(search_type, value): (count, last) for search_type, value, count, last in columns}
    if hits:
        stored.delete()
    made = []
    for key in keys:
        rows = _rows(key, answer, at)
        rows[0].hit_count, rows[0].last_hit_at = hits.get((str(key.search_type), key.value), (0, None))
        made += rows
    ABRSearch.objects.bulk_create(made)


def _rows(key: SearchKey, answer: RegisterAnswer, at: datetime) -> list[ABRSearch]:
    life = _life(answer.outcome)
    common: dict[str, Any] = {
        "search_type": str(key.search_type),
        "search_value": key.value,
        "fetched_at": at,
        "expires_at": at + life,
    }
    if not answer.entities:
        return [ABRSearch(**common, is_negative=True, full_response=dict(answer.payload or {}))]
    return [
        ABRSearch(
            **common,
            **{column: getattr(entity, column) for column in _ENTITY_COLUMNS},
            result_index=index,
            business_names=list(entity.business_names) if entity.has_details else None,
            full_response=dict(entity.raw),
        )
        for index, entity in enumerate(answer.entities)
    ]


def _life(outcome: Outcome) -> timedelta:
    if outcome is Outcome.FOUND:
        return timedelta(days=get_int("ABR_CACHE_TTL_DAYS"))
    return timedelta(minutes=get_int("ABR_NEGATIVE_TTL_MINUTES"))


def _entity(row: ABRSearch) -> RegisterEntity:
    return RegisterEntity(
        **{column: getattr(row, column) for column in _ENTITY_COLUMNS},
        business_names=tuple(row.business_names or ()),
        has_details=row.search_type != SearchType.NAME,
    )
