"""A small writer of SVG: texts, boxes and lines with one style sheet. Output is the same for the same input."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

ROW = 17
HEAD = 26
_CHARACTER = 6.7
_BOLD_CHARACTER = 7.9
_STYLE = """
text { font: 11px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2933; }
.page { fill: #ffffff; }
.title { font-size: 17px; font-weight: 600; }
.name { font-weight: 600; font-size: 12px; }
.quiet { fill: #52606d; }
.box { fill: #ffffff; stroke: #52606d; }
.other { fill: #f5f7fa; stroke: #7b8794; stroke-dasharray: 4 3; }
.line { fill: none; stroke-width: 1.3; }
.optional { stroke-dasharray: 5 3; }
.label { font-size: 11px; font-weight: 600; }
"""

# Fills of table heads by schema; every one carries dark text.
SCHEMA_COLOURS = {
    "dbo": "#cfe3fc",
    "ref": "#d3f2dc",
    "config": "#fdeec0",
    "log": "#e6def8",
    "audit": "#fbdcdc",
    "cache": "#d5f1f3",
}
LINE_COLOURS = ("#1d4ed8", "#b45309", "#047857", "#9d174d", "#6d28d9", "#0e7490", "#4d7c0f")


def text_width(text: str) -> int:
    """Rough width of a text in pixels, on the wide side."""
    return round(len(text) * _CHARACTER)


def head_width(text: str) -> int:
    """Rough width of the name of a table, which is bold and larger."""
    return round(len(text) * _BOLD_CHARACTER)


class Drawing:
    """Collects elements; ``render`` puts them on a white page of the given size."""

    def __init__(self, title: str, description: str) -> None:
        self.title = title
        self.description = description
        self._parts: list[str] = []

    def text(self, x: float, y: float, content: str, style: str = "", anchor: str = "start") -> None:
        kind = f' class="{style}"' if style else ""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self._parts.append(f'<text x="{_n(x)}" y="{_n(y)}"{kind}{place}>{escape(content)}</text>')

    def box(self, x: float, y: float, width: float, height: float, style: str = "box", fill: str = "") -> None:
        colour = f' style="fill:{fill}"' if fill else ""
        self._parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="4" class="{style}"{colour}/>'
        )

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, *, has_arrow: bool = False, is_optional: bool = False
    ) -> None:
        path = "M" + " L".join(f"{_n(x)} {_n(y)}" for x, y in points)
        style = "line optional" if is_optional else "line"
        arrow = f' marker-end="url(#arrow-{colour[1:]})"' if has_arrow else ""
        self._parts.append(f'<path d="{path}" class="{style}" stroke="{colour}"{arrow}/>')

    def render(self, width: float, height: float) -> str:
        markers = "".join(
            f'<marker id="arrow-{colour[1:]}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
            f'orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{colour}"/></marker>'
            for colour in LINE_COLOURS
        )
        size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc">\n'
            f'<title id="title">{escape(self.title)}</title>\n<desc id="desc">{escape(self.description)}</desc>\n'
            f"<style>{_STYLE}</style>\n<defs>{markers}</defs>\n"
            f'<rect class="page" width="{_n(width)}" height="{_n(height)}"/>\n' + "\n".join(self._parts) + "\n</svg>\n"
        )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
