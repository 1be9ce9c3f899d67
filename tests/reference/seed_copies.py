"""Copies of the seed files that a test may spoil."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from common.seeding import SeedSet, seed_sets


@dataclass(frozen=True, slots=True)
class SeedCopies:
    """All seed sets, their files copied into ``folder``."""

    folder: Path

    @property
    def sets(self) -> tuple[SeedSet, ...]:
        return tuple(replace(seeds, folder=self.folder / seeds.app_label) for seeds in seed_sets())

    def path(self, table: str) -> Path:
        return next(self.folder.glob(f"*/{table}.csv"))

    def set_cell(self, table: str, key: str, column: str, text: str) -> None:
        """Write ``text`` into the row whose first column is ``key``."""
        header, *rows = self._read(table)
        for row in rows:
            if row[0] == key:
                row[header.index(column)] = text
        self._write(table, [header, *rows])

    def rename_column(self, table: str, column: str, new: str) -> None:
        header, *rows = self._read(table)
        self._write(table, [[new if title == column else title for title in header], *rows])

    def add_column(self, table: str, column: str) -> None:
        header, *rows = self._read(table)
        self._write(table, [[*header, column], *([*row, ""] for row in rows)])

    def repeat_row(self, table: str, key: str) -> None:
        header, *rows = self._read(table)
        self._write(table, [header, *rows, *(row for row in rows if row[0] == key)])

    def drop_last_cell(self, table: str, key: str) -> None:
        header, *rows = self._read(table)
        self._write(table, [header, *(row[:-1] if row[0] == key else row for row in rows)])

    def _read(self, table: str) -> list[list[str]]:
        with self.path(table).open(encoding="utf-8", newline="") as handle:
            return list(csv.reader(handle))

    def _write(self, table: str, rows: list[list[str]]) -> None:
        with self.path(table).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows(rows)


def copy_seeds(folder: Path) -> SeedCopies:
    for seeds in seed_sets():
        shutil.copytree(seeds.folder, folder / seeds.app_label)
    return SeedCopies(folder)
