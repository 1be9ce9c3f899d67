"""docs/security/asvs.md: every requirement of the standard once, and nothing named that is not there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "security" / "asvs.md"
STATUSES = {"met", "partly", "not met", "not applicable"}

# OWASP ASVS 5.0.0, chapters V6 to V8.
LEVEL_1 = """
6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3
7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1
"""
LEVEL_2 = """
6.1.2 6.1.3 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.3.4 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1
6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2
7.6.1 7.6.2 8.1.2 8.2.3 8.4.1
"""
REQUIREMENTS = {**dict.fromkeys(LEVEL_1.split(), 1), **dict.fromkeys(LEVEL_2.split(), 2)}


class Row:
    """One row of the table."""

    def __init__(self, line: str) -> None:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        assert len(cells) == 6, line
        self.number, self.level, self.short, self.status, self.how, shown = cells
        self.evidence = re.findall(r"`([^`]+)`", shown)
        assert "<br>".join(f"`{name}`" for name in self.evidence) == shown, f"{self.number}: {shown}"


ROWS = [Row(line) for line in TABLE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d+\.\d+\.\d+ \|", line)]


def test_every_requirement_stands_there_once() -> None:
    assert len(REQUIREMENTS) == 60
    assert [number for number, times in Counter(row.number for row in ROWS).items() if times > 1] == []
    assert {row.number: int(row.level) for row in ROWS} == REQUIREMENTS
    assert [row.number for row in ROWS] == sorted(REQUIREMENTS, key=lambda number: [int(x) for x in number.split(".")])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_row_is_honest(row: Row) -> None:
    """A known status; what is met names what shows it, what is not says why and names nothing."""
    assert row.status in STATUSES
    assert row.short
    assert row.how
    assert bool(row.evidence) is (row.status in {"met", "partly"})
    for name in row.evidence:
        _require(name)


def test_the_summary_counts_the_rows() -> None:
    counted = Counter(row.status for row in ROWS)
    told = dict(re.findall(r"^\| ([a-z ]+) \| (\d+) \|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {status: int(number) for status, number in told.items()} == {status: counted[status] for status in STATUSES}


def _require(name: str) -> None:
    """A test of a file, or a section of a document."""
    if "::" in name:
        path, _, function = name.partition("::")
        assert function in _tests(ROOT / path), name
        return
    path, _, anchor = name.partition("#")
    headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    assert anchor in {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}, name


def _tests(path: Path) -> set[str]:
    """Names of a file as pytest writes them behind the path: functions, and methods behind their class."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}::" if isinstance(node, ast.ClassDef) else ""
        found |= {f"{prefix}{item.name}" for item in inner if isinstance(item, ast.FunctionDef)}
    return {name for name in found if name.rpartition("::")[2].startswith("test_")}
