"""Patterns of validation rules: which may be saved, and matching that cannot take long (CV-3, CV-4).

A pattern is measured before it is used: ``_steps`` bounds the number of ways in which it can divide a text of
``MAX_LENGTH`` characters, which is what a backtracking matcher may try. Only patterns below ``MAX_STEPS`` run, so the
time of a match is limited whatever is entered.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _constants as tokens  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from common.errors import record_failure
from common.problems import Problem

logger = logging.getLogger(__name__)

MAX_LENGTH = 500
MAX_STEPS = 10_000
_MAX_PATTERN_LENGTH = 500
_LATIN_1 = 255

# Characters that tell whether two sets overlap: Latin-1, and one that stands for everything beyond.
_OTHER = "\N{HANGUL SYLLABLE GA}"
_ALPHABET = frozenset(map(chr, range(_LATIN_1 + 1))) | {_OTHER}
_SINGLE = (tokens.LITERAL, tokens.NOT_LITERAL, tokens.ANY, tokens.IN)
_CATEGORIES = {
    tokens.CATEGORY_SPACE: frozenset(char for char in _ALPHABET if char.isspace()) | {_OTHER},
    tokens.CATEGORY_WORD: frozenset(char for char in _ALPHABET if char.isalnum() or char == "_"),
}

_Nodes = Iterable[tuple[Any, Any]]
_Characters = frozenset[str]


class UnsafePattern(ValueError):
    """A stored pattern that does not compile or could backtrack badly."""


def pattern_problems(pattern: str) -> list[str]:
    """Return why a pattern may not be saved (CV-4); nothing when it may.

    It must compile, be anchored at both ends, use ``[0-9]`` rather than ``\\d``, repeat nothing that repeats, and match
    within a bounded number of steps.
    """
    if len(pattern) > _MAX_PATTERN_LENGTH:
        return [f"The pattern is longer than {_MAX_PATTERN_LENGTH} characters."]
    problems = []
    if not pattern.startswith("^") or not pattern.endswith("$") or _ends_escaped(pattern):
        problems.append("The pattern must start with ^ and end with $.")
    if "\\d" in pattern or "\\D" in pattern:
        problems.append("Use [0-9] for digits: \\d also takes digits of other scripts.")
    try:
        _measure(pattern)
    except UnsafePattern as error:
        problems.append(str(error))
    return problems


def is_usable(pattern: str) -> bool:
    """Tell whether a stored pattern can run; a broken one is logged and alerted, once in each process (CV-3)."""
    return _usable(pattern) is not None


def matches(pattern: str, text: str) -> bool:
    """Match the whole of ``text``, up to ``MAX_LENGTH`` characters; a broken pattern matches nothing."""
    compiled = _usable(pattern)
    return compiled is not None and len(text) <= MAX_LENGTH and compiled.fullmatch(text) is not None


@lru_cache(maxsize=2000)
def _usable(pattern: str) -> re.Pattern[str] | None:
    try:
        _measure(pattern)
        return re.compile(pattern)
    except UnsafePattern as error:
        logger.error("a stored validation pattern is skipped", extra={"pattern": pattern})
        record_failure(error, Problem("INTERNAL_ERROR"))
        return None


def _ends_escaped(pattern: str) -> bool:
    before = pattern[:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _measure(pattern: str) -> int:
    try:
        re.compile(pattern)
        tree = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise UnsafePattern(f"The pattern cannot be read: {error}.") from error
    if tree.state.flags & ~re.UNICODE:
        raise UnsafePattern("The pattern must not set flags.")
    count = _steps(tree, frozenset())
    if count > MAX_STEPS:
        raise UnsafePattern("The pattern could take too long on some entries; make its parts tell apart earlier.")
    return count


def _steps(sequence: _Nodes, after: _Characters) -> int:
    """Bound the ways in which a parsed sequence can divide a text; ``after`` can follow it.

    Raises:
        UnsafePattern: nested repetition, or a construct that rules do without.
    """
    nodes, count = list(sequence), 1
    for position, (kind, value) in enumerate(nodes):
        count = min(count * _steps_of(kind, value, _first(nodes[position + 1 :], after)), MAX_STEPS + 1)
    return count


def _steps_of(kind: Any, value: Any, after: _Characters) -> int:
    if kind in _SINGLE or kind is tokens.AT:
        return 1
    if kind is tokens.SUBPATTERN:
        _group, flags_on, flags_off, inner = value
        if flags_on or flags_off:
            raise UnsafePattern("The pattern must not set flags.")
        return _steps(inner, after)
    if kind is tokens.BRANCH:
        return sum(_steps(branch, after) for branch in value[1])
    if kind is tokens.MAX_REPEAT:
        return _repeat_steps(value, after)
    raise UnsafePattern("The pattern uses a construct that rules do without, such as a look-around or back-reference.")


def _repeat_steps(value: Any, after: _Characters) -> int:
    least, most, body = int(value[0]), min(int(value[1]), MAX_LENGTH), list(value[2])
    if most <= 1:
        return _steps(body, after) + (1 - least)
    is_single = len(body) == 1 and body[0][0] in _SINGLE
    if not is_single and any(kind in (tokens.MAX_REPEAT, tokens.BRANCH) for kind, _ in _flat(body)):
        raise UnsafePattern("The pattern repeats something that itself repeats or branches.")
    _steps(body, after)  # refuses unknown constructs inside
    if least == most or (is_single and not (_characters(*body[0]) & after)):
        return 1  # where it ends is fixed, or decided by the next character
    return most - least + 1


def _flat(sequence: _Nodes) -> Iterator[tuple[Any, Any]]:
    for kind, value in sequence:
        yield kind, value
        if kind is tokens.SUBPATTERN:
            yield from _flat(value[3])


def _first(sequence: _Nodes, after: _Characters) -> _Characters:
    """Characters with which what follows can begin; none at the end of the pattern."""
    found: _Characters = frozenset()
    for kind, value in sequence:
        if kind is tokens.AT:
            continue
        if kind in (tokens.SUBPATTERN, tokens.BRANCH):
            return _ALPHABET  # not looked into: errs on the safe side
        if kind is not tokens.MAX_REPEAT:
            return found | _characters(kind, value)
        found |= _first(value[2], frozenset())
        if int(value[0]) > 0:
            return found
    return found | after


def _characters(kind: Any, value: Any) -> _Characters:
    if kind is tokens.LITERAL:
        return _span(value, value)
    if kind is tokens.NOT_LITERAL:
        return _ALPHABET - {chr(value)}
    if kind is tokens.IN:
        return _set_characters(value)
    return _ALPHABET


def _set_characters(items: list[tuple[Any, Any]]) -> _Characters:
    is_negated = items[0][0] is tokens.NEGATE
    found: _Characters = frozenset()
    for kind, value in items[1:] if is_negated else items:
        if kind is tokens.LITERAL:
            found |= _span(value, value)
        elif kind is tokens.RANGE:
            found |= _span(*value)
        else:
            found |= _CATEGORIES.get(value, _ALPHABET)
    return _ALPHABET - (found - {_OTHER}) if is_negated else found


def _span(low: int, high: int) -> _Characters:
    inside = frozenset(char for char in _ALPHABET if low <= ord(char) <= high)
    return inside | {_OTHER} if high > _LATIN_1 else inside
