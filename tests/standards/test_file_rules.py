"""Each rule on seed files and migrations sees a file that breaks it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from common.seeding import SeedSet, seed_sets
from tests.standards.conftest import Run

pytestmark = pytest.mark.django_db

Spoil = Callable[[str, str, str], tuple[SeedSet, ...]]

MIGRATION = '''"""A probe.
{line}
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = []
    operations = [{operation}]
'''


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Copies of all seed files, with one text replaced in one of them."""

    def change(file: str, old: str, new: str) -> tuple[SeedSet, ...]:
        sets = []
        for seeds in seed_sets():
            folder = tmp_path / seeds.app_label
            shutil.copytree(seeds.folder, folder, dirs_exist_ok=True)
            sets.append(replace(seeds, folder=folder))
        (path,) = tmp_path.glob(f"*/{file}")
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")
        return tuple(sets)

    return change


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ref.Industry.csv", "IndustryName", "IndustryTitle"),
        ("config.AppSetting.csv", "authentication", "nowhere"),
    ],
)
def test_unknown_columns_and_codes(spoil: Spoil, search: Run, file: str, old: str, new: str) -> None:
    """S40."""
    assert any(found.object.startswith(file) for found in search("S40", seeds=spoil(file, old, new)))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ref.UserStatus.csv", "active", "Active"),
        ("ref.Country.csv", "AU,", "au,"),
        ("config.AppSetting.csv", "PASSWORD_MIN_LENGTH", "passwordMinLength"),
    ],
)
def test_shape_of_codes(spoil: Spoil, search: Run, file: str, old: str, new: str) -> None:
    """S49."""
    assert {found.object for found in search("S49", seeds=spoil(file, old, new))} == {file}


def test_settings_named_like_secrets(spoil: Spoil, search: Run) -> None:
    """S36."""
    seeds = spoil("config.AppSetting.csv", "PASSWORD_MIN_LENGTH", "SMTP_API_KEY")
    assert [found.object for found in search("S36", seeds=seeds)] == ["config.AppSetting.csv"]


def write_migration(tmp_path: Path, line: str = "Requirement: DB-6.1", operation: str = "") -> Path:
    path = tmp_path / "companies" / "migrations" / "0009_probe.py"
    path.parent.mkdir(parents=True)
    path.write_text(MIGRATION.format(line=line, operation=operation), encoding="utf-8")
    return path


@pytest.mark.parametrize("line", ["", "Requirement:", "Requirement: tidy up", "Requirements DB-6.1"])
def test_migration_without_requirement(tmp_path: Path, search: Run, line: str) -> None:
    """S38."""
    findings = search("S38", migrations=[write_migration(tmp_path, line)])
    assert [found.object for found in findings] == ["companies/migrations/0009_probe.py"]


def test_migration_with_requirements(tmp_path: Path, search: Run) -> None:
    """S38."""
    assert search("S38", migrations=[write_migration(tmp_path, "Requirement: DB-6.1, LO-3")]) == []


@pytest.mark.parametrize(
    "operation",
    [
        "migrations.RunSQL('SELECT 1')",
        "migrations.RunPython(print)",
        "migrations.SeparateDatabaseAndState(database_operations=[migrations.RunSQL('SELECT 1')])",
        "migrations.CreateModel('Probe', [('id', models.BigAutoField(primary_key=True))])",
        "migrations.CreateModel('Probe', [], options={'db_table': 'sales.Probe'})",
    ],
)
def test_migration_that_cannot_be_undone_or_precedes_its_schema(tmp_path: Path, search: Run, operation: str) -> None:
    """S39."""
    findings = search("S39", migrations=[write_migration(tmp_path, operation=operation)])
    assert [found.object for found in findings] == ["companies/migrations/0009_probe.py"]
