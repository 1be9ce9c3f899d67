"""Check lookups: the same rule in the database and in ``full_clean``."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.models import Q

from common import clock
from common.db.expressions import UtcNow
from tests.db.bench import Bench, person

CASES = [
    (Q(email__email_shape=True), ["a@example.com", "x.y+z@sub.example.org"]),
    (Q(email__digits=11), ["12345678901"]),
    (Q(email__upper_letters=2), ["AU"]),
    (Q(email__length=4), ["abcd"]),
]
REFUSED = [
    (Q(email__email_shape=True), ["", "a", "a@b", "A@example.com", "a b@example.com", " a@example.com", "a@@b.c"]),
    (Q(email__digits=11), ["", "1234567890", "123456789012", "1234567890a", "12345678901\n"]),
    (Q(email__upper_letters=2), ["", "A", "au", "AUS", "Ä1"]),
    (Q(email__length=4), ["", "abc", "abcde"]),
]


def with_check(bench: Bench, condition: Q) -> models.CheckConstraint:
    rule = models.CheckConstraint(condition=condition, name="CK_Person_Email")
    bench.apply(person(), migrations.AddConstraint("Person", rule))
    return rule


@pytest.mark.parametrize(("condition", "texts"), CASES)
def test_accepted(bench: Bench, condition: Q, texts: list[str], caplog: pytest.LogCaptureFixture) -> None:
    rule = with_check(bench, condition)
    for text in texts:
        row = bench.rows("Person").create(email=text)
        with caplog.at_level(logging.WARNING):
            rule.validate(bench.model("Person"), row, using=bench.connection.alias)
    assert caplog.records == []  # Django logs a check it could not ask for and lets the value pass


@pytest.mark.parametrize(("condition", "texts"), REFUSED)
def test_refused(bench: Bench, condition: Q, texts: list[str], caplog: pytest.LogCaptureFixture) -> None:
    rule = with_check(bench, condition)
    model = bench.model("Person")
    for text in texts:
        with pytest.raises(IntegrityError, match="CK_Person_Email"), transaction.atomic(using="scratch"):
            bench.rows("Person").create(email=text)
        with pytest.raises(ValidationError), caplog.at_level(logging.WARNING):
            rule.validate(model, model(email=text), using=bench.connection.alias)
    assert caplog.records == []
    assert not bench.rows("Person").exists()


@pytest.mark.django_db
def test_default_instant_is_now_in_utc() -> None:
    """S17."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now(), current_setting('TimeZone')")
        now, zone = cursor.fetchone()
    assert zone == "UTC"
    assert abs((clock.now() - now).total_seconds()) < 60
    assert render(UtcNow()) == "now()"


def render(expression: Any) -> str:
    query = models.sql.Query(None)
    sql, _ = query.get_compiler(connection=connection).compile(expression.resolve_expression(query))
    return str(sql)
