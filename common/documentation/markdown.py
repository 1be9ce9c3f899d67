"""Pieces of Markdown that every generated page uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by `manage.py docs` (`make docs`); `make check` compares. Change the models, not this page. -->"


def page(title: str, *parts: str) -> str:
    """Return a page with title and parts, blank lines between them."""
    return "\n\n".join([f"# {title}", NOTE, *(part.strip("\n") for part in parts if part)]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; cells are escaped, None is empty."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def code(text: object) -> str:
    return f"`{text}`"
