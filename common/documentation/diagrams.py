"""Entity-relationship diagram of one schema: key columns, and lines to the tables they reference.

Referenced tables stand in the middle, the others left and right of them; lines run in lanes between the columns, so
that none crosses a table. References to the person who made, changed or deleted a row are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from common.documentation.svg import HEAD, LINE_COLOURS, ROW, SCHEMA_COLOURS, Drawing, head_width, text_width
from common.standards.catalogue import Catalogue, Table
from common.standards.rules.foreign_keys import ACTOR_COLUMNS

_MARGIN, _GAP, _LANE, _PORT = 28, 26, 9, 9
_TOP = 92
_GRID_COLUMNS = 4
# With more tables of other schemas than this their names stand in the rows, without lines.
_MOST_OTHERS = 6

_LEGEND = (
    "Keys only. PK primary key, UQ unique, → foreign key; dashed line = may be empty; dashed box = other schema.",
    "CreatedBy, UpdatedBy and DeletedBy → dbo.User are not drawn.",
)

Place = tuple[str, str]


@dataclass(slots=True)
class Node:
    """A table on the page; a table of another schema has a head only."""

    place: Place
    head: str
    is_other: bool
    rows: list[str] = field(default_factory=list)
    x: float = 0
    y: float = 0
    ports: int = 0

    @property
    def width(self) -> int:
        return max(head_width(self.head) + 20, *(text_width(row) + 20 for row in self.rows), 120)

    @property
    def height(self) -> float:
        return max(HEAD + ROW * len(self.rows) + (6 if self.rows else 0), 2 * _PORT + _PORT * self.ports)


@dataclass(slots=True)
class Edge:
    """All foreign keys of one table to another: the rows they start from."""

    source: Node
    target: Node
    rows: list[int]
    is_optional: bool


def schema_diagram(catalogue: Catalogue, schema: str) -> str:
    """Return the diagram of a schema as SVG."""
    tables = list(catalogue.business_tables(schema))
    nodes, edges = _graph(tables)
    drawing = Drawing(f"Schema {schema}", _description(tables))
    drawing.text(_MARGIN, 34, f"Schema {schema}: {len(tables)} tables", "title")
    for number, line in enumerate(_LEGEND):
        drawing.text(_MARGIN, 54 + ROW * number, line, "quiet")
    width, height = _columns(nodes, edges, drawing) if edges else _grid(nodes)
    for node in nodes:
        _draw(drawing, node)
    return drawing.render(max(width, 720), height)


def _description(tables: Iterable[Table]) -> str:
    return "; ".join(f"{table.name}: {table.comment}" for table in tables)


def _references(table: Table) -> list[tuple[str, Place]]:
    keys = {key.columns[0]: (key.to_schema, key.to_table) for key in table.foreign_keys}
    return [(c.name, keys[c.name]) for c in table.columns if c.name in keys and c.name not in ACTOR_COLUMNS]


def _graph(tables: Sequence[Table]) -> tuple[list[Node], list[Edge]]:
    nodes = {(table.schema, table.name): _node(table) for table in tables}
    others = sorted({to for table in tables for _, to in _references(table) if to not in nodes})
    if len(others) <= _MOST_OTHERS:
        nodes |= {place: Node(place, f"{place[0]}.{place[1]}", is_other=True) for place in others}
    edges: dict[tuple[Place, Place], Edge] = {}
    for table in tables:
        source = nodes[table.schema, table.name]
        optional = {column.name for column in table.columns if column.is_nullable}
        for column, to in _references(table):
            if to not in nodes or to == source.place:
                continue
            row = next(number for number, text in enumerate(source.rows) if text.startswith(f"{column} "))
            edge = edges.setdefault((source.place, to), Edge(source, nodes[to], [], is_optional=True))
            edge.rows.append(row)
            edge.is_optional = edge.is_optional and column in optional
    return list(nodes.values()), list(edges.values())


def _node(table: Table) -> Node:
    keys = table.primary_key.columns if table.primary_key else ()
    references = dict(_references(table))
    unique = {column for index in table.indexes if index.is_unique for column in index.columns}
    rows: list[str] = []
    for column in table.columns:
        if column.name in keys[:1]:
            rows.insert(0, f"{column.name} PK")
        elif column.name in references:
            schema, name = references[column.name]
            target = name if schema == table.schema else f"{schema}.{name}"
            rows.append(f"{column.name} → {target}" + (" UQ" if column.name in unique else ""))
        elif column.name in unique:
            rows.append(f"{column.name} UQ")
    rest = len(table.columns) - len(rows)
    return Node((table.schema, table.name), table.name, is_other=False, rows=[*rows, f"and {rest} more columns"])


def _grid(nodes: Sequence[Node]) -> tuple[float, float]:
    """Tables without lines: columns of about the same height."""
    columns: list[list[Node]] = [[] for _ in range(_GRID_COLUMNS)]
    for node in nodes:
        min(columns, key=_height).append(node)
    x, bottom = float(_MARGIN), 0.0
    for column in columns:
        bottom = max(bottom, _stack(column, x, _TOP))
        x += max((node.width for node in column), default=0) + _GAP
    return x, bottom + _MARGIN


def _height(column: Sequence[Node]) -> float:
    return sum(node.height + _GAP for node in column)


def _stack(column: Sequence[Node], x: float, top: float, gap: float = _GAP) -> float:
    y = top
    for node in column:
        node.x, node.y = x, y
        y += node.height + gap
    return y - gap


def _columns(nodes: Sequence[Node], edges: Sequence[Edge], drawing: Drawing) -> tuple[float, float]:
    """Place three columns and draw the lines between them; return the size of the page."""
    hubs = [node for node in nodes if any(edge.target is node for edge in edges)]
    hubs.sort(key=lambda node: (node.is_other, node.place))
    left: list[Node] = []
    right: list[Node] = []
    for node in nodes:
        if node not in hubs:
            (left if _height(left) <= _height(right) else right).append(node)
    # Lines between two tables in the middle run on the right side, like those from the right column.
    from_left = [edge for edge in edges if edge.source in left]
    from_right = [edge for edge in edges if edge.source not in left]
    for hub in hubs:
        hub.ports = max(sum(edge.target is hub for edge in side) for side in (from_left, from_right))
    hub_x = _MARGIN + _widest(left) + 2 * _LANE + _LANE * len(from_left) + _GAP
    right_x = hub_x + _widest(hubs) + 2 * _LANE + _LANE * len(from_right) + _GAP
    bottom = max(_stack(left, _MARGIN, _TOP), _stack(right, right_x, _TOP))
    free = bottom - _TOP - sum(hub.height for hub in hubs)
    bottom = max(bottom, _stack(hubs, hub_x, _TOP, max(_GAP, free / max(len(hubs), 1))))
    for hub in hubs:  # all as wide as the widest, so that lines end at one edge
        hub.x = hub_x
    _route(drawing, from_left, hubs, lane_x=_MARGIN + _widest(left) + _LANE + 8, is_left=True)
    _route(drawing, from_right, hubs, lane_x=hub_x + _widest(hubs) + _LANE + 8, is_left=False)
    return right_x + _widest(right) + _MARGIN, bottom + _MARGIN


def _widest(column: Sequence[Node]) -> int:
    return max((node.width for node in column), default=0)


def _route(drawing: Drawing, edges: Sequence[Edge], hubs: Sequence[Node], *, lane_x: float, is_left: bool) -> None:
    used: dict[Place, int] = {}
    ordered = sorted(edges, key=lambda edge: (hubs.index(edge.target), edge.source.y))
    for lane, edge in enumerate(ordered):
        x = lane_x + lane * _LANE
        colour = LINE_COLOURS[hubs.index(edge.target) % len(LINE_COLOURS)]
        port = used[edge.target.place] = used.get(edge.target.place, 0) + 1
        target_y = edge.target.y + _PORT + _PORT * (port - 0.5)
        source, target = edge.source, edge.target
        is_inner = source in hubs
        start = source.x + source.width if is_left or is_inner else source.x
        end = target.x if is_left else target.x + target.width
        ys = [source.y + HEAD + ROW * row + ROW / 2 for row in edge.rows]
        for y in ys[1:]:
            drawing.line([(start, y), (x, y), (x, ys[0])], colour, is_optional=edge.is_optional)
        points = [(start, ys[0]), (x, ys[0]), (x, target_y), (end, target_y)]
        drawing.line(points, colour, has_arrow=True, is_optional=edge.is_optional)


def _draw(drawing: Drawing, node: Node) -> None:
    colour = SCHEMA_COLOURS.get(node.place[0], "#eeeeee")
    drawing.box(node.x, node.y, node.width, node.height, "other" if node.is_other else "box")
    if not node.is_other:
        drawing.box(node.x, node.y, node.width, HEAD - 3, "box", colour)
    drawing.text(node.x + 9, node.y + 16, node.head, "name")
    for number, row in enumerate(node.rows):
        style = "quiet" if number == len(node.rows) - 1 else ""
        drawing.text(node.x + 9, node.y + HEAD + ROW * number + 12, row, style)
