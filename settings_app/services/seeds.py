"""Seed files of schema config and what their rows must obey (database.md section 10)."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from common.seeding import CodeBook, SeedFile, SeedRow, SeedSet
from common.seeding.declarations import UPPER_SNAKE
from reference.services.validation import pattern_problems
from settings_app.selectors import invalidate
from settings_app.services.setting_values import SettingLimits, form_of, value_problems

_CHECKSUMS = frozenset({"au.abn", "au.acn"})


def setting_problems(row: SeedRow, book: CodeBook) -> Iterator[str]:
    """A setting's value and default lie within its own limits."""
    values = row.values
    setting_type = book.row("reference", "SettingType", values["SettingTypeCode"])
    if setting_type is None:
        return  # reported as an unknown code
    limits = SettingLimits(
        type_code=values["SettingTypeCode"],
        type_pattern=setting_type["ValidationPattern"],
        own_pattern=values.get("ValidationRegex"),
        minimum=values.get("MinValue"),
        maximum=values.get("MaxValue"),
        form=form_of(values["SettingKey"]),
    )
    try:
        for column in ("SettingValue", "DefaultValue"):
            for problem in value_problems(values[column], limits):
                yield f"{column}: {problem}"
    except re.error as error:
        yield f"ValidationRegex does not compile ({error})"


def rule_problems(row: SeedRow, book: CodeBook) -> Iterator[str]:
    """A rule's example passes its own pattern, length window and checksum (invariant 35)."""
    values = row.values
    example = values["ExampleValue"]
    try:
        if not re.fullmatch(values["ValidationPattern"], example):
            yield f"example {example!r} does not match its own pattern"
    except re.error as error:
        yield f"ValidationPattern does not compile ({error})"
    else:
        yield from pattern_problems(values["ValidationPattern"])
    shortest, longest = values.get("MinLength"), values.get("MaxLength")
    if (shortest is not None and len(example) < shortest) or (longest is not None and len(example) > longest):
        yield f"example {example!r} lies outside its length window"
    algorithm = values.get("ChecksumAlgorithm")
    if algorithm is None:
        return
    if algorithm not in _CHECKSUMS:
        yield f"unknown checksum {algorithm!r}"
    elif not importlib.import_module(f"stdnum.{algorithm}").is_valid(example):
        yield f"example {example!r} fails the checksum {algorithm}"


SEEDS = SeedSet(
    app_label="settings_app",
    folder=Path(__file__).resolve().parent.parent / "seed_data",
    forget=invalidate,
    files=(
        SeedFile(
            "AppSetting",
            key="SettingKey",
            key_pattern=UPPER_SNAKE,
            kept=frozenset({"SettingValue"}),
            check=setting_problems,
        ),
        SeedFile("ValidationRule", key="RuleKey", key_pattern=UPPER_SNAKE, check=rule_problems),
    ),
)
