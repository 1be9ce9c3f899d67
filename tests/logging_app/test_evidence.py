"""Authentication events and errors: what commits with the action and what survives it (LO-5, ER-1, GEN-2)."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from django.db import OperationalError, transaction

from accounts.models import User
from auditing.services import business_transaction
from auditing.services.chain import AuditChainBroken
from common.actors import VISITOR, system_actor
from common.context import RequestContext
from common.problems import Problem
from logging_app.models import ApplicationError, AuthEvent
from logging_app.services import record_auth_event, record_error
from logging_app.services.privacy import hash_ip

COMMITTING = pytest.mark.django_db(transaction=True, databases=["default", "evidence"])


def fail_login(**values: Any) -> None:
    record_auth_event(event_type="LOGIN_FAILED", is_success=False, email=" Anna@Example.org ", **values)


@pytest.mark.django_db
def test_lo5_a_failure_records_reason_and_attempted_address(origin: RequestContext, person: User) -> None:
    fail_login(
        user_id=person.pk, reason="wrong_password", details={"password": "hunter2", "attempt": 2}, session_id="f" * 80
    )
    event = AuthEvent.objects.get()
    assert (event.email, event.reason, event.is_success) == ("anna@example.org", "wrong_password", False)
    assert (event.ip_address, event.user_agent, event.request_id) == ("203.0.113.7", "Tests/1.0", origin.request_id)
    assert (event.user_id, event.details, len(event.session_id or "")) == (
        person.pk, {"password": "[redacted]", "attempt": 2}, 64,
    )  # fmt: skip


@pytest.mark.django_db
def test_lo5_a_long_reason_is_cut_not_refused() -> None:
    fail_login(reason="x" * 400)
    assert len(AuthEvent.objects.get().reason or "") == 255


@pytest.mark.django_db
def test_an_unknown_event_is_refused() -> None:
    with pytest.raises(ValueError, match="no authentication event"):
        record_auth_event(event_type="LOGIN", is_success=True)


@COMMITTING
def test_gen2_a_success_commits_with_its_action_or_not_at_all() -> None:
    with pytest.raises(RuntimeError), business_transaction(actor=VISITOR):  # noqa: PT012 - the whole block is what fails
        record_auth_event(event_type="LOGIN_SUCCESS", is_success=True)
        raise RuntimeError
    assert not AuthEvent.objects.exists()


@COMMITTING
def test_gen2_a_failure_survives_the_rollback_of_a_business_transaction(person: User) -> None:
    """The person's row is locked meanwhile: the event must not wait for it."""
    with pytest.raises(Problem), business_transaction(actor=VISITOR):  # noqa: PT012 - the whole block is what fails
        User.objects.select_for_update().get(pk=person.pk)
        fail_login(user_id=person.pk, reason="wrong_password")
        raise Problem("INVALID_CREDENTIALS")
    assert AuthEvent.objects.get().user_id == person.pk


@COMMITTING
def test_gen2_a_failure_survives_the_rollback_of_a_plain_transaction() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - the whole block is what fails
        fail_login(reason="unknown_address")
        assert AuthEvent.objects.count() == 1  # committed over its own connection already
        raise RuntimeError
    assert AuthEvent.objects.get().reason == "unknown_address"


@COMMITTING
def test_a_failure_inside_a_plain_transaction_never_waits_for_the_locked_person(person: User) -> None:
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        fail_login(user_id=person.pk)
    assert AuthEvent.objects.get().user_id is None


@COMMITTING
def test_a_failure_about_an_account_that_was_rolled_back_is_kept_without_it(person: User) -> None:
    with pytest.raises(RuntimeError), business_transaction(actor=system_actor("test")):  # noqa: PT012 - the whole block is what fails
        new = User.objects.create(
            email="new@example.org",
            first_name="N",
            last_name="N",
            password_hash="!",
            user_status_id=person.user_status_id,
            user_role_id=person.user_role_id,
        )
        record_auth_event(event_type="SIGNUP_FAILED", is_success=False, user_id=new.pk, email="new@example.org")
        raise RuntimeError
    event = AuthEvent.objects.get()
    assert (event.user_id, event.email) == (None, "new@example.org")


def boom() -> None:
    raise RuntimeError("could not reach postgres://app:hunter2@db/x with password=hunter2")


def caught() -> BaseException:
    try:
        boom()
    except RuntimeError as error:
        return error
    raise AssertionError


@pytest.mark.django_db
def test_er1_an_error_row_names_everything_but_secrets(origin: RequestContext) -> None:
    record_error(caught(), additional_data={"apiKey": "hunter2", "attempt": 3})
    row = ApplicationError.objects.get()
    assert (row.error_type, row.severity, row.request_id) == ("RuntimeError", "error", origin.request_id)
    assert (row.path, row.method, row.ip_address_hash) == ("/api/v1/auth/login", "POST", hash_ip("203.0.113.7"))
    assert "boom" in (row.stack_trace or "")
    assert row.additional_data == {"apiKey": "[redacted]", "attempt": 3}
    assert "hunter2" not in f"{row.error_message}{row.stack_trace}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "severity"),
    [
        (RuntimeError("x"), "error"),
        (Problem("COMPANY_NOT_FOUND"), "warning"),
        (Problem("INTERNAL_ERROR"), "error"),
        ("CROSS_COMPANY_ACCESS_DENIED", "warning"),
        (AuditChainBroken("chain 0"), "critical"),
    ],
)
def test_er2_severity(error: Any, severity: str) -> None:
    record_error(error)
    assert ApplicationError.objects.get().severity == severity


@COMMITTING
def test_er1_an_error_survives_the_rollback() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - the whole block is what fails
        record_error(RuntimeError("inside"))
        raise RuntimeError
    assert ApplicationError.objects.get().error_message == "inside"


@pytest.mark.django_db
def test_er1_works_when_the_log_tables_are_out_of_reach(caplog: pytest.LogCaptureFixture) -> None:
    with mock.patch.object(ApplicationError, "save", side_effect=OperationalError("down")):
        record_error(RuntimeError("secret=hunter2"))
    assert "evidence could not be stored" in caplog.text
    assert "hunter2" not in caplog.text
    with mock.patch("logging_app.services.errors._row", side_effect=RecursionError):
        record_error(RuntimeError("x"))
    assert "failure could not be recorded" in caplog.text


def test_rt5_addresses_are_hashed_with_the_server_key(settings: Any) -> None:
    before = hash_ip("203.0.113.7")
    assert before is not None
    assert len(before) == 64
    settings.IP_HASH_KEY = "another-key-another-key-another-key"
    assert hash_ip("203.0.113.7") != before
    assert hash_ip(None) is None
