"""The audit matrix of behaviour.md section 21: each action leaves exactly its rows, none is left out (AU-1 to AU-3).

Lines and cases stand in ``tests/support/audit``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.api import ApiClient
from tests.support.audit import (  # noqa: F401 - importing them collects the cases
    accounts,
    addresses,
    closing,
    companies,
    entries,
    factors,
    members,
    staff,
)
from tests.support.audit.cases import CASES, Case, Stage
from tests.support.audit.matrix import ELSEWHERE, MATRIX, NOT_BUILT
from tests.support.audit.rows import Written
from tests.support.authenticator import ORIGIN
from tests.support.limits import set_setting
from tests.support.mail import Mailbox

_ROOT = Path(__file__).resolve().parents[2]
_APPS = ("abr_cache", "accounts", "auditing", "companies", "invitations", "logging_app", "reference", "settings_app")
_RECORDERS = ("record", "record_action", "save_and_record", "_record", "_record_event", "record_auth_event")


@pytest.mark.django_db
@pytest.mark.parametrize("case", CASES, ids=str)
def test_action_leaves_exactly_its_rows(
    case: Case, api: ApiClient, mailbox: Mailbox, register: Any, settings: Any
) -> None:
    """AU-1, AU-2, AU-3, LO-2, LO-5: types, counts, actor, person, address, company and request of every row."""
    settings.PUBLIC_ORIGIN = ORIGIN  # passkeys need a host name
    for key, value in case.settings.items():
        set_setting(key, value)
    steps = case.steps(Stage(api, mailbox, register))
    next(steps)
    written = Written()
    done = next(steps)
    assert done is not None
    if done.answer is not None:
        assert done.answer.status_code == done.status, done.answer.content
    assert written.names(done) == case.names
    written.check_contents(done)
    assert list(steps) == []


@pytest.mark.parametrize("name", MATRIX)
def test_every_line_is_proved_in_full(name: str) -> None:
    """Section 26: each kind of row of a line is written by one of its cases, and no case writes a stranger."""
    line = MATRIX[name]
    assert _kinds(name) == {
        "events": set(line.events.split()),
        "activities": set(line.activities.split()),
        "history": set(line.history.split()),
        "roles": set(line.roles.split()),
    }


def test_cases_belong_to_lines() -> None:
    assert {name for case in CASES for name in case.lines} <= set(MATRIX)
    assert len({str(case) for case in CASES}) == len(CASES)
    assert not set(MATRIX) & set(NOT_BUILT)


def test_every_recorded_type_has_a_line() -> None:
    """Section 26: what the product can record stands in the matrix, and what is not built is not recorded."""
    known = {kind for line in MATRIX.values() for kind in f"{line.events} {line.activities}".split()}
    recorded = set(_recorded_types())
    assert recorded - known - set(ELSEWHERE) == set()
    assert recorded & {kind for kinds in NOT_BUILT.values() for kind in kinds.split()} == set()


def _kinds(name: str) -> dict[str, set[str]]:
    """What the cases of a line write, without what only their other lines have."""
    found: dict[str, set[str]] = {"events": set(), "activities": set(), "history": set(), "roles": set()}
    for case in CASES:
        if name not in case.lines:
            continue
        others = [MATRIX[other] for other in case.lines if other != name]
        for kind, kinds in found.items():
            foreign = {word for other in others for word in getattr(other, kind).split()}
            own = {row.split()[0] for row in getattr(case, kind)}
            kinds.update(own - (foreign - set(getattr(MATRIX[name], kind).split())))
    return found


def _recorded_types() -> Iterator[str]:
    """Upper-case texts handed to what records, in every app."""
    for app in _APPS:
        for path in (_ROOT / app).rglob("*.py"):
            if "migrations" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name_of(node.func) in _RECORDERS:
                    yield from _texts(node)


def _texts(call: ast.Call) -> Iterator[str]:
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("action", "event_type"))]
    for value in given:
        for part in ast.walk(value):
            text = part.value if isinstance(part, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"[A-Z]+(_[A-Z]+)+", text):
                yield text


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
