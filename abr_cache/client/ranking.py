"""Order of register results: one row per ABN, active before cancelled, then score, then name (AB-4, abr.md 1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from abr_cache.client.answers import RegisterEntity

_PREFERENCE = {"entity": 0, "business": 1}


def rank(entities: Iterable[RegisterEntity]) -> tuple[RegisterEntity, ...]:
    return tuple(sorted(entities, key=_rank_key))


def _rank_key(entity: RegisterEntity) -> tuple[int, int, str, str]:
    name = entity.matched_name or entity.legal_entity_name or ""
    return (0 if entity.is_active else 1, -(entity.score or 0), name.casefold(), entity.abn)


def group_by_abn(matches: Iterable[RegisterEntity]) -> tuple[RegisterEntity, ...]:
    """One result per ABN: its entity name if that matched, else its best business name, with the best score of all."""
    groups: dict[str, list[RegisterEntity]] = {}
    for match in matches:
        groups.setdefault(match.abn, []).append(match)
    return rank(_merge(group) for group in groups.values())


def _merge(group: list[RegisterEntity]) -> RegisterEntity:
    shown = min(group, key=lambda match: (_PREFERENCE.get(match.name_type or "", 2), -(match.score or 0)))
    return replace(shown, score=max(match.score or 0 for match in group))
