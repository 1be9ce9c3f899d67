"""Conditions and defaults of the catalogue in a form that people read; casts and needless brackets go."""

from __future__ import annotations

import re

_CAST = re.compile(r"::(?:character varying|timestamp with time zone|[a-z]+)(?:\(\d+(?:,\d+)?\))?(?:\[\])?")
_DOUBLED = re.compile(r"\(\((ARRAY\[[^\]]*\])\)\)")
_LIST = re.compile(r"= ANY \(ARRAY\[([^\]]*)\]\)")
_NAME = re.compile(r'"(\w+)"')
_BRACKETED = re.compile(r"(?<![\w])\((\w+)\)")


def readable(text: str | None) -> str:
    """``CHECK ((("A")::text = ANY (ARRAY['x'::text])))`` -> ``A in ('x')``."""
    if not text:
        return ""
    result = _CAST.sub("", text)
    result = _NAME.sub(r"\1", result)
    before = ""
    while before != result:
        before, result = result, _BRACKETED.sub(r"\1", result)
    result = _LIST.sub(r"in (\1)", _DOUBLED.sub(r"(\1)", result))
    result = result.removeprefix("CHECK ").strip()
    while result.startswith("(") and result.endswith(")") and _is_one_group(result):
        result = result[1:-1]
    return result


def _is_one_group(text: str) -> bool:
    depth = 0
    for place, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return place == len(text) - 1
    return False
