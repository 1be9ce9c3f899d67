"""Activity rows commit with their change, chained (GEN-2, AU-1, AU-2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import User
from auditing.models import ActivityLog, AuditRole
from auditing.services import SecretInAudit, business_transaction, record, record_role_change
from auditing.services.hashing import GENESIS
from common.actors import Actor, system_actor
from common.context import RequestContext
from common.tenancy import system_scope
from companies.models import Company

pytestmark = pytest.mark.django_db
ROWS = ActivityLog.all_companies


def note(actor: Actor, action: str = "USER_UPDATED", company_id: int | None = None, **values: object) -> None:
    record(action=action, entity_type="dbo.User", entity_id=1, actor=actor, company_id=company_id, **values)  # type: ignore[arg-type]


def test_au2_row_carries_who_where_and_what(actor: Actor, company: Company, origin: RequestContext) -> None:
    with business_transaction(actor=actor, reason="asked by phone"):
        note(actor, company_id=company.pk, old={"firstName": "Ann"}, new={"firstName": "Anna"})
    row = ROWS.get()
    assert (row.user_id, row.user_email, row.actor_name) == (actor.user_id, "anna@example.org", "Anna O'Neil")
    assert (row.request_id, row.ip_address, row.user_agent) == (origin.request_id, "203.0.113.7", "Tests/1.0")
    assert (row.old_value, row.new_value, row.reason) == ({"firstName": "Ann"}, {"firstName": "Anna"}, "asked by phone")
    assert (row.chain_key, row.chain_sequence, row.previous_hash) == (company.pk, 1, GENESIS)
    assert row.personal_digests.keys() == {
        "keyId", "UserEmail", "IPAddress", "UserAgent", "OldValue/firstName", "NewValue/firstName",
    }  # fmt: skip


def test_au3_jobs_act_as_a_named_system_actor() -> None:
    job = system_actor("nightly comparison")
    with business_transaction(actor=job):
        note(job)
    row = ROWS.get()
    assert (row.user_id, row.user_email, row.actor_name, row.chain_key) == (None, None, "nightly comparison", 0)


def test_rows_are_written_last_and_in_ascending_chain_key(actor: Actor, make_company: Callable[[str], Company]) -> None:
    first, second = make_company("A"), make_company("B")
    with business_transaction(actor=actor):
        for key in (second.pk, None, first.pk, second.pk):
            note(actor, company_id=key)
        assert ROWS.count() == 0
    written = list(ROWS.order_by("pk").values_list("chain_key", "chain_sequence"))
    assert written == [(0, 1), (first.pk, 1), (second.pk, 1), (second.pk, 2)]


def test_gen2_rollback_leaves_nothing(actor: Actor) -> None:
    with pytest.raises(RuntimeError, match="late"), business_transaction(actor=actor):  # noqa: PT012 - the whole block is what fails
        note(actor)
        raise RuntimeError("late")
    assert ROWS.count() == 0
    with business_transaction(actor=actor):
        note(actor, "USER_LOCKED")
    assert ROWS.get().action == "USER_LOCKED"


def test_gen2_inner_failure_drops_only_its_own_rows(actor: Actor) -> None:
    with business_transaction(actor=actor):
        note(actor, "OUTER_BEFORE")
        with pytest.raises(ValueError, match="inner"), business_transaction(actor=actor):  # noqa: PT012 - the whole block is what fails
            note(actor, "INNER")
            raise ValueError("inner")
        note(actor, "OUTER_AFTER")
    assert list(ROWS.order_by("chain_sequence").values_list("action", flat=True)) == ["OUTER_BEFORE", "OUTER_AFTER"]


def test_gen2_plain_savepoint_that_rolls_back_drops_its_rows(actor: Actor, user: User) -> None:
    with business_transaction(actor=actor):
        with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012 - the whole block is what fails
            note(actor, "LOST")
            User.objects.create(
                email=user.email,
                password_hash="!",
                user_status_id=user.user_status_id,
                user_role_id=user.user_role_id,
            )
        with transaction.atomic():
            note(actor, "KEPT")
    assert list(ROWS.values_list("action", flat=True)) == ["KEPT"]
    assert connection.run_on_commit == []


def test_record_outside_a_business_transaction_is_refused(actor: Actor) -> None:
    with pytest.raises(RuntimeError, match="business_transaction"):
        note(actor)
    with transaction.atomic(), pytest.raises(RuntimeError, match="business_transaction"):
        note(actor)


@pytest.mark.parametrize("name", ["password", "passwordHash", "sessionToken", "accessTokenVersion", "api_key"])
def test_au2_secrets_are_refused(actor: Actor, name: str) -> None:
    with pytest.raises(SecretInAudit), business_transaction(actor=actor):
        note(actor, new={"user": [{name: "x"}]})
    assert ROWS.count() == 0


@pytest.mark.parametrize(("action", "table"), [("userUpdated", "dbo.User"), ("USER_UPDATED", "User"), ("", "dbo.User")])
def test_malformed_names_are_refused(actor: Actor, action: str, table: str) -> None:
    with pytest.raises(ValueError, match="no action"), business_transaction(actor=actor):
        record(action=action, entity_type=table, entity_id=None, actor=actor)


def test_long_texts_are_cut_not_refused(actor: Actor) -> None:
    with business_transaction(actor=actor):
        note(Actor(user_id=None, email=None, name="n" * 300), reason="r" * 900)
    row = ROWS.get()
    assert (len(row.actor_name or ""), len(row.reason or "")) == (200, 500)


def test_a_system_role_change_leaves_one_role_row(actor: Actor, origin: RequestContext) -> None:
    """Invariant 10."""
    assert actor.user_id is not None
    with business_transaction(actor=actor, reason="joins the team"):
        record_role_change(
            role_type="system",
            change_kind="changed",
            user_id=actor.user_id,
            actor=actor,
            old_role_code="company_user",
            new_role_code="system_admin",
        )
    with system_scope("test"):
        row = AuditRole.objects.select_related("old_user_role", "new_user_role").get()
    assert (row.old_user_role.code, row.new_user_role.code) == (row.old_role_code, row.new_role_code)
    assert (row.changed_by_user_id, row.changed_by_email) == (actor.user_id, actor.email)
    assert (row.change_reason, row.request_id) == ("joins the team", origin.request_id)
