"""Result of one look-up, whether it came from the cache or from the register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from abr_cache.client import protocol
from abr_cache.client.answers import Outcome, Reason, RegisterAnswer, RegisterEntity, SearchKey, SearchType, unavailable
from abr_cache.client.flight import Codec


@dataclass(frozen=True, slots=True)
class LookUp:
    """`source` is "register", "cache" or None; `retrieved_at` is when the register said it."""

    key: SearchKey
    outcome: Outcome
    entities: tuple[RegisterEntity, ...] = ()
    source: str | None = None
    is_stale: bool = False
    retrieved_at: datetime | None = None
    answer: RegisterAnswer | None = None


def from_register(key: SearchKey, answer: RegisterAnswer, at: datetime) -> LookUp:
    if answer.outcome is Outcome.UNAVAILABLE:
        return LookUp(key, answer.outcome, answer=answer)
    return LookUp(key, answer.outcome, answer.entities, "register", False, at, answer)


def _encode(result: LookUp) -> str | None:
    """What the register said, for the processes that wait; a cached answer they find themselves."""
    if result.answer is None:
        return None
    answer = result.answer
    return json.dumps(
        {
            "key": [str(result.key.search_type), result.key.value],
            "reason": str(answer.reason),
            "payload": answer.payload,
            "at": result.retrieved_at.isoformat() if result.retrieved_at else None,
        }
    )


def _decode(text: str) -> LookUp:
    published: dict[str, Any] = json.loads(text)
    key = SearchKey(SearchType(published["key"][0]), published["key"][1])
    if published["at"] is None:
        return LookUp(key, Outcome.UNAVAILABLE, answer=unavailable(Reason(published["reason"])))
    answer = protocol.interpret(key, published["payload"])
    return from_register(key, answer, datetime.fromisoformat(published["at"]))


CODEC: Codec[LookUp] = Codec(_encode, _decode)
