"""The hash chain finds every change (AU-1, invariants 39 and 40)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditing.models import ActivityLog, ChainAnchor
from auditing.services import business_transaction, record, verify, write_anchors
from auditing.services.chain import BadRow
from auditing.services.hashing import HASHED_COLUMNS
from auditing.services.values import storable
from auditing.tasks import anchor_chains, verify_chains
from common.actors import Actor, system_actor
from common.redaction import is_secret_name

JOB = system_actor("test job")
ROWS = ActivityLog.all_companies
Tamper = Callable[..., None]


def write(count: int, company_id: int | None = None, actor: Actor = JOB, **new: Any) -> None:
    for number in range(count):
        with business_transaction(actor=actor):
            record(
                action="USER_UPDATED",
                entity_type="dbo.User",
                entity_id=number,
                actor=actor,
                company_id=company_id,
                new={"number": number, "email": f"person{number}@example.org", **new},
            )


def bad(chain_key: int = 0) -> BadRow | None:
    return next(iter(verify(chain_key))).bad_row


def test_hashed_columns_are_all_but_the_four_exceptions() -> None:
    columns = {str(field.column) for field in ActivityLog._meta.concrete_fields}
    assert set(HASHED_COLUMNS) == columns - {"ActivityLogID", "RowHash", "RedactedAt", "PersonalDigests"}


@pytest.mark.django_db
def test_an_intact_chain_verifies() -> None:
    write(5)
    assert [(report.chain_key, report.rows, report.bad_row) for report in verify()] == [(0, 5, None)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("\"Action\" = 'USER_LOCKED'", "altered"),
        ('"CreatedDate" = "CreatedDate" + interval \'1 microsecond\'', "altered"),
        ('"NewValue" = \'{"number": 3, "email": "person2@example.org"}\'', "altered"),
        ('"NewValue" = \'{"number": 2, "email": "other@example.org"}\'', "NewValue/email does not fit"),
        ('"NewValue" = NULL', "altered"),
        ("\"UserEmail\" = 'forged@example.org'", "altered"),
        ("\"RowHash\" = repeat('a', 64)", "altered"),
        ("\"PreviousHash\" = repeat('b', 64)", "does not continue"),
        ("\"PersonalDigests\" = '{}'", "altered"),
    ],
)
def test_au1_a_changed_row_is_named(tamper: Tamper, change: str, problem: str) -> None:
    write(5)
    tamper(f'UPDATE audit."ActivityLog" SET {change} WHERE "ChainSequence" = 3')
    found = bad()
    assert found is not None
    assert (found.chain_sequence, found.activity_log_id) == (3, ROWS.get(chain_sequence=3).pk)
    assert problem in found.problem


@pytest.mark.django_db
def test_au1_a_removed_row_is_named(tamper: Tamper) -> None:
    write(5)
    tamper('DELETE FROM audit."ActivityLog" WHERE "ChainSequence" = 2')
    found = bad()
    assert found is not None
    assert (found.chain_sequence, found.activity_log_id) == (2, None)


@pytest.mark.django_db
def test_au1_a_removed_row_with_the_rest_renumbered_is_named(tamper: Tamper) -> None:
    write(5)
    tamper('DELETE FROM audit."ActivityLog" WHERE "ChainSequence" = 2')
    for sequence in (3, 4, 5):
        tamper('UPDATE audit."ActivityLog" SET "ChainSequence" = %s WHERE "ChainSequence" = %s', sequence - 1, sequence)
    found = bad()
    assert found is not None
    assert found.chain_sequence == 2


@pytest.mark.django_db
def test_au1_an_inserted_row_is_named(tamper: Tamper) -> None:
    write(3)
    columns = [f'"{field.column}"' for field in ActivityLog._meta.concrete_fields if not field.primary_key]
    values = [{'"ChainSequence"': "4", '"PreviousHash"': '"RowHash"'}.get(name, name) for name in columns]
    tamper(
        f'INSERT INTO audit."ActivityLog" ({", ".join(columns)}) SELECT {", ".join(values)} '
        'FROM audit."ActivityLog" WHERE "ChainSequence" = 3'
    )
    found = bad()
    assert found is not None
    assert (found.chain_sequence, found.problem) == (4, "was altered: its hash does not fit its content")


@pytest.mark.django_db
def test_au1_a_cut_off_end_is_found_by_its_anchor(tamper: Tamper) -> None:
    write(5)
    assert write_anchors() == 1
    tamper('DELETE FROM audit."ActivityLog" WHERE "ChainSequence" > 3')
    found = bad()
    assert found is not None
    assert (found.chain_sequence, found.activity_log_id) == (4, None)


@pytest.mark.django_db
def test_anchors_are_written_once_per_growth() -> None:
    write(2)
    assert anchor_chains() == 1
    assert anchor_chains() == 0
    write(3)
    assert anchor_chains() == 1
    assert list(ChainAnchor.objects.order_by("pk").values_list("chain_sequence", "rows_covered", "anchor_kind")) == [
        (2, 2, "daily"),
        (5, 3, "daily"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("removed", [3, 2])
def test_verification_starts_behind_a_retention_anchor(tamper: Tamper, removed: int) -> None:
    write(5)
    ChainAnchor.objects.create(
        chain_key=0,
        chain_sequence=3,
        row_hash=ROWS.get(chain_sequence=3).row_hash,
        anchor_kind="retention",
        rows_covered=3,
    )
    tamper('DELETE FROM audit."ActivityLog" WHERE "ChainSequence" <= %s', removed)
    assert bad() is None
    tamper('DELETE FROM audit."ActivityLog"')
    assert bad() is None
    write(1)
    assert bad() is None
    assert ROWS.get().chain_sequence == 4


@pytest.mark.django_db
def test_a_prefix_removed_without_anchor_is_found(tamper: Tamper) -> None:
    write(3)
    tamper('DELETE FROM audit."ActivityLog" WHERE "ChainSequence" = 1')
    found = bad()
    assert found is not None
    assert found.chain_sequence == 1


@pytest.mark.django_db
def test_rt4_a_redacted_row_still_verifies(tamper: Tamper, actor: Actor, origin: Any) -> None:
    write(3, actor=actor, members=[{"firstName": "Anna", "role": "admin"}])
    tamper(
        'UPDATE audit."ActivityLog" SET "UserEmail" = NULL, "IPAddress" = NULL, "UserAgent" = NULL, "NewValue" = %s, '
        '"RedactedAt" = now() WHERE "ChainSequence" = 2',
        '{"email": null, "number": 1, "members": [{"role": "admin", "firstName": "[erased]"}]}',
    )
    assert bad() is None
    number = """jsonb_set("NewValue", '{number}', '7')"""
    tamper(f'UPDATE audit."ActivityLog" SET "NewValue" = {number} WHERE "ChainSequence" = 2')
    assert bad() is not None


@pytest.mark.django_db
def test_digests_need_the_server_key(settings: Any) -> None:
    write(1)
    old_key = settings.AUDIT_DIGEST_KEY
    settings.AUDIT_DIGEST_KEY = "a-new-key-a-new-key-a-new-key-a-new-key"
    found = bad()
    assert found is not None
    assert "keyId" in found.problem
    settings.AUDIT_DIGEST_OLD_KEYS = [old_key]
    assert bad() is None


NAMES = st.text(max_size=6).filter(lambda name: not is_secret_name(name))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20) | st.decimals(allow_nan=False, allow_infinity=False) | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON)
def test_any_value_hashes_alike_before_and_after_the_database(value: Any) -> None:
    ROWS.get_queryset()
    with business_transaction(actor=JOB):
        record(
            action="USER_UPDATED",
            entity_type="dbo.User",
            entity_id=1,
            actor=JOB,
            new={"value": value, "unter_ä": "\x00"},
        )
    assert bad() is None


def test_values_become_plain_json() -> None:
    instant = datetime(2026, 1, 15, 3, 4, 5, 123456, tzinfo=UTC)
    key = uuid4()
    assert storable({"a": instant, "b": Decimal("0.1000"), "c": key, "d": {"y", "x"}, "e": (1, 2.0), 7: 1e22}) == {
        "a": "2026-01-15T03:04:05.123456Z",
        "b": "0.1000",
        "c": str(key),
        "d": ["x", "y"],
        "e": [1, 2],
        "7": 10**22,
    }


@pytest.mark.django_db
def test_the_command_names_the_first_bad_row_and_exits_with_1(tamper: Tamper) -> None:
    write(4)
    out = StringIO()
    call_command("audit_verify", stdout=out)
    assert "4 rows in 1 chains verified; all intact" in out.getvalue()
    tamper("""UPDATE audit."ActivityLog" SET "Reason" = 'x' WHERE "ChainSequence" IN (2, 3)""")
    err = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("audit_verify", "--chain", "0", stdout=StringIO(), stderr=err)
    assert stop.value.code == 1
    assert "chain 0, row 2 (ActivityLogID" in err.getvalue()
    assert "row 3" not in err.getvalue()


@pytest.mark.django_db
def test_er2_a_broken_chain_fails_the_nightly_job(tamper: Tamper) -> None:
    write(2)
    assert verify_chains() == 2
    tamper("""UPDATE audit."ActivityLog" SET "Reason" = 'x' WHERE "ChainSequence" = 2""")
    with pytest.raises(Exception, match="chain 0, row 2"):
        verify_chains()


@pytest.mark.django_db(transaction=True)
def test_eight_writers_at_once_make_no_gap_and_no_fork() -> None:
    """Invariant 40, GEN-3: every writer waits for the head it continues."""
    failures: list[BaseException] = []
    start = threading.Barrier(8)

    def work() -> None:
        try:
            start.wait(10)
            write(10)
        except BaseException as error:  # noqa: BLE001 - reported by the test below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert list(ROWS.order_by("chain_sequence").values_list("chain_sequence", flat=True)) == list(range(1, 81))
    assert bad() is None
