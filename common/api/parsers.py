"""The one parser of the API: strict UTF-8 JSON."""

from __future__ import annotations

import json
import math
from typing import Any

from rest_framework.parsers import BaseParser

from common.problems import Problem

MAX_DEPTH = 32
_LONGEST_INTEGER = 40


def _unique_members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate member")
    return members


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("number out of range")
    return number


def _bounded_integer(text: str) -> int:
    """Cut absurdly long integers: they stay far out of every range without costing quadratic time."""
    return int(text[: _LONGEST_INTEGER + 1])


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _check_depth(value: object) -> None:
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise ValueError("nested too deeply")
        level = [
            child
            for item in level
            if isinstance(item, dict | list)
            for child in (item.values() if isinstance(item, dict) else item)
        ]


def parse_json(raw: bytes) -> Any:
    """Parse strict JSON.

    Raises:
        Problem: MALFORMED_REQUEST for anything but valid UTF-8 JSON, duplicate members, NaN or absurd nesting.
    """
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_unique_members,
            parse_float=_finite,
            parse_int=_bounded_integer,
            parse_constant=_refuse_constant,
        )
        _check_depth(value)
    except (ValueError, RecursionError) as error:
        raise Problem("MALFORMED_REQUEST", "The body is not valid JSON.") from error
    return value


class JsonParser(BaseParser):
    """The one parser of the API; every other media type is answered with 415."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        return parse_json(stream.read())
