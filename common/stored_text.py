"""Texts as a column of either database takes them."""

from __future__ import annotations


def storable_text(text: str) -> str:
    """Replace what a database refuses: the NUL character and lone surrogates."""
    return text.replace("\N{NULL}", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def fit(text: str | None, limit: int) -> str | None:
    """Clean an optional text and cut it to its column; empty becomes None."""
    return storable_text(text)[:limit] or None if text is not None else None
