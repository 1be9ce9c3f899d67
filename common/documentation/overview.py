"""Overview diagram: the six schemas with their tables, and how many foreign keys run between them."""

from __future__ import annotations

from collections import Counter

from common.db.schemas import BUSINESS_SCHEMAS
from common.documentation.svg import LINE_COLOURS, ROW, SCHEMA_COLOURS, Drawing, text_width
from common.standards.catalogue import Catalogue
from common.standards.rules.foreign_keys import ACTOR_COLUMNS

# Business data in the middle of the upper row; what it uses beside it, what is written about it below.
_ROWS = (("ref", "dbo", "config"), ("audit", "log", "cache"))
_MARGIN, _GAP_X, _GAP_Y, _HEAD = 30, 150, 110, 34
_TOP = 120
_PURPOSES = {
    "dbo": "customer business data",
    "ref": "lookups",
    "config": "run-time configuration",
    "log": "technical logs, mail outbox",
    "audit": "compliance trail, history",
    "cache": "answers of external services",
}


def overview_diagram(catalogue: Catalogue) -> str:
    """Return the overview as SVG."""
    names = {schema: [table.name for table in catalogue.business_tables(schema)] for schema in BUSINESS_SCHEMAS}
    total = sum(len(tables) for tables in names.values())
    drawing = Drawing("Overview of the database", f"Six schemas with {total} tables and the foreign keys between them.")
    drawing.text(_MARGIN, 36, f"Six schemas, {total} tables", "title")
    drawing.text(
        _MARGIN, 58,
        "Arrows: number of foreign keys from one schema into another, without CreatedBy, UpdatedBy and DeletedBy "
        "→ dbo.User, which every changeable table has.", "quiet",
    )  # fmt: skip
    panels, width, height = _place(names)
    for (source, target), count in sorted(_between(catalogue).items()):
        _arrow(drawing, panels, source, target, count)
    for schema, (x, y, panel_width, panel_height) in panels.items():
        drawing.box(x, y, panel_width, panel_height)
        drawing.box(x, y, panel_width, _HEAD, "box", SCHEMA_COLOURS[schema])
        drawing.text(x + 10, y + 21, f"{schema} ({len(names[schema])})", "name")
        drawing.text(x + panel_width - 10, y + 21, _PURPOSES[schema], "quiet", anchor="end")
        for number, name in enumerate(names[schema]):
            drawing.text(x + 12, y + _HEAD + ROW * (number + 1), name)
    return drawing.render(width, height)


Panel = tuple[float, float, float, float]


def _place(names: dict[str, list[str]]) -> tuple[dict[str, Panel], float, float]:
    panels: dict[str, Panel] = {}
    widths = [
        max(text_width(f"{row[number]} (00) {_PURPOSES[row[number]]}") + 40 for row in _ROWS)
        for number in range(len(_ROWS[0]))
    ]
    widths = [max(width, 230) for width in widths]
    y = float(_TOP)
    for row in _ROWS:
        x = float(_MARGIN)
        for schema, width in zip(row, widths, strict=True):
            panels[schema] = (x, y, width, _HEAD + ROW * len(names[schema]) + 12)
            x += width + _GAP_X
        y += max(panels[schema][3] for schema in row) + _GAP_Y
    return panels, sum(widths) + _GAP_X * (len(widths) - 1) + 2 * _MARGIN, y - _GAP_Y + _MARGIN


def _between(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    return Counter(
        (table.schema, key.to_schema)
        for table in catalogue.business_tables()
        for key in table.foreign_keys
        if key.columns[0] not in ACTOR_COLUMNS and table.schema != key.to_schema
    )


def _arrow(drawing: Drawing, panels: dict[str, Panel], source: str, target: str, count: int) -> None:
    colour = LINE_COLOURS[BUSINESS_SCHEMAS.index(source) % len(LINE_COLOURS)]
    points = _path(panels, source, target)
    drawing.line(points, colour, has_arrow=True)
    (x1, y1), (x2, y2) = points[-2], points[-1]
    if len(points) > 2:  # a bent line is labelled on its long part
        (x1, y1), (x2, y2) = points[1], points[2]
    label = f"{count} {source} → {target}"
    if x1 == x2:
        drawing.text(x1 + 8, (y1 + y2) / 2, label, "label")
    else:
        drawing.text((x1 + x2) / 2, (y1 + y2) / 2 - 6, label, "label", anchor="middle")


def _path(panels: dict[str, Panel], source: str, target: str) -> list[tuple[float, float]]:
    (x1, y1, w1, h1), (x2, y2, w2, h2) = panels[source], panels[target]
    (row1, column1), (row2, column2) = _cell(source), _cell(target)
    if row1 == row2 and abs(column1 - column2) > 1:  # over the panel between
        above = y1 - 26
        return [(x1 + w1 / 2, y1), (x1 + w1 / 2, above), (x2 + w2 / 2, above), (x2 + w2 / 2, y2)]
    if row1 == row2:
        start, end = (x1, x2 + w2) if x1 > x2 else (x1 + w1, x2)
        y = max(y1, y2) + _HEAD + 40
        return [(start, y), (end, y)]
    if column1 == column2:
        start_y, end_y = (y1, y2 + h2) if y1 > y2 else (y1 + h1, y2)
        return [(x1 + w1 / 2, start_y), (x1 + w1 / 2, end_y)]
    # Diagonal neighbours: up beside the source, then into the side of the target.
    start_x = x1 + w1 - 30 if x2 > x1 else x1 + 30
    end_x = x2 if x2 > x1 else x2 + w2
    end_y = y2 + h2 - 22
    return [(start_x, y1), (start_x, y1 - 34), (end_x - 40 if x2 > x1 else end_x + 40, y1 - 34),
            (end_x - 40 if x2 > x1 else end_x + 40, end_y), (end_x, end_y)]  # fmt: skip


def _cell(schema: str) -> tuple[int, int]:
    return next((number, row.index(schema)) for number, row in enumerate(_ROWS) if schema in row)
