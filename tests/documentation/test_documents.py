"""Generated documents: complete, deterministic, compared with the committed files, diagrams without crossed tables."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from common.db.postgresql import grants
from common.db.schemas import BUSINESS_SCHEMAS
from common.documentation.generated import generated_documents
from common.documentation.sql_text import readable

pytestmark = pytest.mark.django_db

ROOT = Path(settings.BASE_DIR)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def documents(db: None) -> dict[str, str]:
    grants.apply(connection)
    return generated_documents(connection, ROOT)


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """A project folder to write into."""
    (tmp_path / ".env.example").write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    settings.BASE_DIR = tmp_path
    return tmp_path


def test_second_run_writes_the_same(documents: dict[str, str]) -> None:
    assert generated_documents(connection, ROOT) == documents


def test_dictionary_names_every_table_and_column(documents: dict[str, str]) -> None:
    text = documents["docs/database/dictionary.md"]
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    declared = [model for model in apps.get_models() if hasattr(model, "access")]
    assert set(sections) == {model._meta.db_table for model in declared}
    for model in declared:
        columns = re.findall(r"^\| `(\w+)` \|", sections[model._meta.db_table], re.MULTILINE)
        assert set(columns) == {field.column for field in model._meta.local_concrete_fields}
    assert "::" not in text


def test_counts_are_those_of_the_database(documents: dict[str, str]) -> None:
    """45 tables of the plan with their figures, 60 over the six schemas."""
    text = documents["docs/database/counts.md"]
    for row in ("| 45 | 60 |", "| 825 | 1089 |", "| 179 | 206 |", "| 43 | 51 |", "| 112 | 149 |", "| 147 | 179 |"):
        assert row in text
    assert "159 in 22 files" in text


def test_settings_page_holds_every_seeded_key(documents: dict[str, str]) -> None:
    from settings_app.models import AppSetting

    for key in AppSetting.objects.values_list("setting_key", flat=True):
        assert f"| `{key}` |" in documents["docs/settings.md"]
    assert "`DATABASE_URL`" in documents["docs/settings.md"]


def test_links_lead_somewhere(documents: dict[str, str]) -> None:
    known = {str(Path(name)) for name in documents} | {".env.example"}
    for name, text in documents.items():
        for link in re.findall(r"\]\(([^)#]+)\)", text) if name.endswith(".md") else ():
            target = (ROOT / name).parent.joinpath(link).resolve().relative_to(ROOT.resolve())
            assert str(target) in known, f"{name}: {link}"


@pytest.mark.parametrize("schema", [*BUSINESS_SCHEMAS, "overview"])
def test_lines_of_diagrams_cross_no_table(documents: dict[str, str], schema: str) -> None:
    image = ElementTree.fromstring(documents[f"docs/database/er-{schema}.svg"])
    width, height = float(image.get("width", 0)), float(image.get("height", 0))
    boxes = [tuple(float(box.get(key, 0)) for key in ("x", "y", "width", "height")) for box in image.iter(f"{SVG}rect")]
    tables = [box for box in boxes if box[2:] != (width, height)]
    assert tables
    for x, y, box_width, box_height in tables:
        assert x >= 0
        assert x + box_width <= width
        assert y + box_height <= height
    for (x1, y1), (x2, y2) in _segments(image):
        for x, y, box_width, box_height in tables:
            is_outside = (
                max(x1, x2) <= x + 1
                or min(x1, x2) >= x + box_width - 1
                or max(y1, y2) <= y + 1
                or min(y1, y2) >= y + box_height - 1
            )
            assert is_outside, f"{schema}: line {x1},{y1} to {x2},{y2} crosses the table at {x},{y}"


def _segments(image: ElementTree.Element) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for path in image.iter(f"{SVG}path"):
        if "line" in (path.get("class") or ""):
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d") or "")]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            yield from pairwise(points)


def test_command_writes_then_agrees_then_sees_drift(documents: dict[str, str], folder: Path) -> None:
    with pytest.raises(CommandError) as failure:
        call_command("docs", check=True)
    assert failure.value.returncode == 1
    assert not (folder / "docs").exists()

    call_command("docs")
    call_command("docs", check=True)
    assert (folder / "docs/database/standards.md").read_text(encoding="utf-8") == documents[
        "docs/database/standards.md"
    ]

    with connection.cursor() as cursor:
        cursor.execute('COMMENT ON COLUMN dbo."Company"."Phone" IS \'Fax\'')
    with pytest.raises(CommandError, match="have drifted"):
        call_command("docs", check=True)


def test_command_wants_an_up_to_date_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.executor import MigrationExecutor

    plan: Callable[..., list[str]] = lambda self, targets: ["a migration"]  # noqa: E731
    monkeypatch.setattr(MigrationExecutor, "migration_plan", plan)
    with pytest.raises(CommandError, match="run `manage"):
        call_command("docs")
    assert not (folder / "docs").exists()


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (None, ""),
        ("'user'::character varying", "'user'"),
        ("CHECK (((\"Kind\")::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))",
         "Kind in ('a', 'b')"),
        ("CHECK ((length((\"TokenHash\")::text) = 64))", "length(TokenHash) = 64"),
        ('(("ABN" IS NOT NULL) AND (NOT "IsDeleted"))', "(ABN IS NOT NULL) AND (NOT IsDeleted)"),
    ],
)  # fmt: skip
def test_conditions_are_readable(text: str | None, result: str) -> None:
    assert readable(text) == result
