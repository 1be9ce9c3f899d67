"""Statistics of the register cache (api.md section 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum

from abr_cache.models import ABRSearch
from abr_cache.services.register import register
from common import clock
from settings_app.selectors import get_int

_TOP = 10


@dataclass(frozen=True, slots=True)
class TypeStatistics:
    search_type: str
    entries: int
    unique_searches: int
    hits: int


@dataclass(frozen=True, slots=True)
class TopSearch:
    """Numbers only: a name may be a person's."""

    search_type: str
    search_value: str
    hits: int


@dataclass(frozen=True, slots=True)
class CacheStatistics:
    """`entries` are rows; `unique_searches` are keys; `lookups` are hits plus the answers the rows were made from."""

    entries: int
    active_entries: int
    expired_entries: int
    unique_searches: int
    lookups: int
    hits: int
    by_search_type: tuple[TypeStatistics, ...]
    top_searches: tuple[TopSearch, ...]
    ttl_days: int
    breaker_state: str
    generated_at: datetime

    @property
    def hit_rate_percent(self) -> int:
        return round(100 * self.hits / self.lookups) if self.lookups else 0


def statistics() -> CacheStatistics:
    now = clock.now()
    totals = ABRSearch.objects.aggregate(
        entries=Count("id"),
        active=Count("id", filter=Q(expires_at__gt=now)),
        hits=Sum("hit_count"),
        # All rows made from one answer carry its instant, also when it filled the keys of ABN and ACN.
        answers=Count("fetched_at", distinct=True),
    )
    by_type, hits = _by_type(), totals["hits"] or 0
    return CacheStatistics(
        entries=totals["entries"],
        active_entries=totals["active"],
        expired_entries=totals["entries"] - totals["active"],
        unique_searches=sum(row.unique_searches for row in by_type),
        lookups=hits + totals["answers"],
        hits=hits,
        by_search_type=by_type,
        top_searches=_top_searches(),
        ttl_days=get_int("ABR_CACHE_TTL_DAYS"),
        breaker_state=str(register().client.breaker.state()),
        generated_at=now,
    )


def _by_type() -> tuple[TypeStatistics, ...]:
    rows = (
        ABRSearch.objects.values("search_type")
        .annotate(entries=Count("id"), unique_searches=Count("search_value", distinct=True), hits=Sum("hit_count"))
        .order_by("search_type")
    )
    return tuple(
        TypeStatistics(row["search_type"].lower(), row["entries"], row["unique_searches"], row["hits"]) for row in rows
    )


def _top_searches() -> tuple[TopSearch, ...]:
    rows = ABRSearch.objects.filter(search_type__in=("ABN", "ACN"), hit_count__gt=0).order_by("-hit_count", "id")
    values = rows.values_list("search_type", "search_value", "hit_count")[:_TOP]
    return tuple(TopSearch(search_type.lower(), value, hits) for search_type, value, hits in values)
