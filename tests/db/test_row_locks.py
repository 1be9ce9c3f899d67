"""Row locks on tables in schemas: the right row is locked, and a lock that would hit a namesake is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import NotSupportedError, OperationalError, migrations, models, transaction

from common.db.row_locks import taking_turns
from tests.db.bench import ALIAS, Bench, key, person, task


@pytest.fixture
def is_free(scratch: Any) -> Iterator[Callable[[str], bool]]:
    """Whether a second session gets the rows of a table at once."""
    other = scratch.copy(alias="scratch_other")

    def probe(table: str) -> bool:
        other.set_autocommit(False)
        try:
            with other.cursor() as cursor:
                cursor.execute(f"SELECT 1 FROM {other.ops.quote_name(table)} FOR UPDATE NOWAIT")
        except OperationalError:
            return False
        finally:
            other.rollback()
        return True

    yield probe
    other.close()


@pytest.fixture
def pair(bench: Bench) -> Bench:
    bench.apply(person(), task())
    someone = bench.rows("Person").create(email="a@example.com")
    bench.rows("Task").create(title="x", person=someone)
    return bench


@pytest.mark.parametrize(("of", "free"), [(("self",), "dbo.Person"), (("person",), "log.Task")])
def test_lock_of_one_table_leaves_the_other_free(
    pair: Bench, is_free: Callable[[str], bool], of: tuple[str, ...], free: str
) -> None:
    with transaction.atomic(using=ALIAS):
        pair.rows("Task").select_related("person").select_for_update(of=of).get()
        locked = {"dbo.Person", "log.Task"} - {free}
        assert is_free(free)
        assert not is_free(locked.pop())


def test_taking_turns_lets_referring_rows_in(pair: Bench, scratch: Any, is_free: Callable[[str], bool]) -> None:
    """GEN-3: a second session waits for the row, and does not wait to write a row that refers to it."""
    other = scratch.copy(alias="scratch_referring")
    with transaction.atomic(using=ALIAS):
        taking_turns(pair.rows("Person").filter(email="a@example.com")).get()
        assert not is_free("dbo.Person")
        with other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
            cursor.execute(f"SELECT 1 FROM {other.ops.quote_name('dbo.Person')} FOR KEY SHARE")
            assert cursor.fetchone() == (1,)
    other.close()


def test_plain_lock_holds_both_tables(pair: Bench, is_free: Callable[[str], bool]) -> None:
    with transaction.atomic(using=ALIAS):
        pair.rows("Task").select_related("person").select_for_update().get()
        assert not is_free("dbo.Person")
        assert not is_free("log.Task")


def test_ambiguous_lock_is_refused(bench: Bench, is_free: Callable[[str], bool]) -> None:
    """PostgreSQL would lock the first of two namesakes without a word."""
    history = migrations.CreateModel(
        name="AuditPerson",
        fields=[
            key("AuditPerson"),
            (
                "person",
                models.ForeignKey("layer.Person", models.DO_NOTHING, db_column="PersonID", related_name="+"),
            ),
        ],
        options={"db_table": "audit.Person"},
    )
    bench.apply(person(), history)
    someone = bench.rows("Person").create(email="a@example.com")
    bench.rows("AuditPerson").create(person=someone)

    rows = bench.rows("AuditPerson").select_related("person")
    with transaction.atomic(using=ALIAS), pytest.raises(NotSupportedError, match="ambiguous"):
        rows.select_for_update(of=("person",)).get()
    assert is_free("dbo.Person")
    assert is_free("audit.Person")
    with transaction.atomic(using=ALIAS):
        bench.rows("AuditPerson").select_for_update(of=("self",)).get()
        assert is_free("dbo.Person")
        assert not is_free("audit.Person")
