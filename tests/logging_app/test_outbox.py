"""The mail outbox: never zero times, one sender, documented retries (MA-1 to MA-3, invariant 49)."""

from __future__ import annotations

import smtplib
import threading
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

import pytest
import time_machine
from django.core import mail
from django.db import connection, transaction

from accounts.models import User
from common.context import RequestContext
from common.links import derive_token, issue_link_secret
from logging_app.mail.renderer import BadMailData
from logging_app.models import ApplicationError, EmailDelivery
from logging_app.services import LinkRef, deliver_due, queue_email
from logging_app.services.delivery import deliver, due_ids
from logging_app.tasks import send_email, sweep_outbox

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SEND = "django.core.mail.EmailMultiAlternatives.send"


def queue(**values: Any) -> EmailDelivery:
    link = LinkRef(path="/verify-email", purpose="email_verification", nonce="nonce-1")
    return queue_email(
        **{
            "email_type": "email_verification",
            "recipient": " Anna@Example.org ",
            "data": {"name": "Anna", "expiryHours": 24},
            "links": {"verificationUrl": link},
        }
        | values
    )


@pytest.mark.django_db
def test_ma3_the_row_holds_everything_but_the_secret(origin: RequestContext, person: User) -> None:
    secret = issue_link_secret("email_verification")
    link = LinkRef("/verify-email", "email_verification", secret.nonce)
    row = EmailDelivery.objects.get(pk=queue(links={"verificationUrl": link}, user_id=person.pk).pk)
    assert (row.status, row.recipient_email, row.subject) == (
        "pending", "anna@example.org", "Confirm your e-mail address",
    )  # fmt: skip
    assert (row.request_id, row.user_id) == (origin.request_id, person.pk)
    assert row.template_data["verificationUrl"] == {
        "path": "/verify-email", "purpose": "email_verification", "nonce": secret.nonce,
    }  # fmt: skip
    assert secret.token not in str(row.template_data)


@pytest.mark.django_db
def test_ma1_the_worker_sends_it_with_the_secret_derived_again(settings: Any) -> None:
    settings.PUBLIC_ORIGIN = "https://events.example"
    row = queue()
    assert send_email(row.pk) is True
    row.refresh_from_db()
    assert (row.status, row.next_attempt_at, row.retry_count) == ("sent", None, 0)
    assert row.sent_at is not None
    (sent,) = mail.outbox
    token = derive_token("email_verification", "nonce-1")
    assert f"https://events.example/verify-email?token={token}" in sent.body
    assert row.provider_message_id == sent.extra_headers["Message-ID"]
    assert send_email(row.pk) is False
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_ma1_the_row_commits_with_the_action_and_only_then_a_worker_hears_of_it() -> None:
    with mock.patch("logging_app.tasks.send_email.delay") as delay:
        with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - the whole block is what fails
            queue()
            raise RuntimeError
        assert not EmailDelivery.objects.exists()
        with transaction.atomic():
            row = queue()
            delay.assert_not_called()
        delay.assert_called_once_with(row.pk)


@pytest.mark.django_db(transaction=True)
def test_ma2_a_dead_broker_fails_no_request_and_the_sweep_sends_the_mail() -> None:
    with mock.patch("logging_app.tasks.send_email.delay", side_effect=ConnectionError), transaction.atomic():
        queue()
    assert mail.outbox == []
    with mock.patch("logging_app.tasks.send_email.apply_async", side_effect=lambda args, **_: send_email(*args)):
        assert sweep_outbox() == 1
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_ma2_what_a_dead_sender_held_is_sent_within_a_minute() -> None:
    with time_machine.travel(START, tick=False) as clock:
        row = queue()
        EmailDelivery.objects.update(status="sending", claimed_at=START)
        clock.shift(40)
        assert due_ids() == []
        clock.shift(10)
        assert deliver_due() == 1
    row.refresh_from_db()
    assert row.status == "sent"


@pytest.mark.django_db
def test_a_sender_that_was_given_up_records_nothing_over_its_successor() -> None:
    """Invariant 49."""
    row = queue()

    def slow(*args: Any, **kwargs: Any) -> int:
        EmailDelivery.objects.filter(pk=row.pk).update(status="sent", claimed_at=START, provider_message_id="successor")
        return 1

    with mock.patch(SEND, side_effect=slow):
        deliver(row.pk)
    row.refresh_from_db()
    assert row.provider_message_id == "successor"


@pytest.mark.django_db
def test_ma2_temporary_failures_are_retried_as_documented_and_given_up_after_a_day() -> None:
    waits, scheduled = [], []
    with (
        time_machine.travel(START, tick=False) as clock,
        mock.patch(SEND, side_effect=smtplib.SMTPServerDisconnected("x")),
    ):
        row = queue()
        while True:
            deliver(row.pk, lambda key, seconds: scheduled.append(seconds))
            row.refresh_from_db()
            if row.next_attempt_at is None:
                break
            assert row.status == "pending"
            waits.append((row.next_attempt_at - datetime.now(UTC)).total_seconds())
            clock.move_to(row.next_attempt_at)
    assert waits[:10] == [1, 2, 4, 8, 16, 300, 900, 3600, 3600, 3600]
    assert set(waits[10:]) == {3600}
    assert timedelta(hours=23) < timedelta(seconds=sum(waits)) <= timedelta(hours=24)
    assert scheduled == [1, 2, 4, 8, 16]
    assert (row.status, row.retry_count, row.error_message) == ("failed", len(waits), "SMTPServerDisconnected: x")
    assert mail.outbox == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (smtplib.SMTPRecipientsRefused({"a@b.c": (550, b"no such user")}), "failed"),
        (smtplib.SMTPRecipientsRefused({"a@b.c": (450, b"try later")}), "pending"),
        (smtplib.SMTPSenderRefused(553, b"no", "x@y.z"), "failed"),
        (smtplib.SMTPDataError(554, b"spam"), "failed"),
        (smtplib.SMTPDataError(451, b"busy"), "pending"),
        (smtplib.SMTPAuthenticationError(535, b"bad password"), "pending"),
        (ConnectionRefusedError("down"), "pending"),
        (TimeoutError("slow"), "pending"),
        (ValueError("bad header"), "failed"),
        (RuntimeError("unknown"), "pending"),
    ],
)
def test_ma2_permanent_failures_stop_at_once(error: Exception, status: str) -> None:
    row = queue()
    with mock.patch(SEND, side_effect=error):
        assert deliver(row.pk) is False
    row.refresh_from_db()
    assert (row.status, row.next_attempt_at is None) == (status, status == "failed")
    assert ApplicationError.objects.count() == (status == "failed")


@pytest.mark.django_db
def test_ma3_the_last_error_is_redacted_and_cut() -> None:
    row = queue()
    with mock.patch(SEND, side_effect=ConnectionError("smtp://user:hunter2@mail " + "x" * 2000)):
        deliver(row.pk)
    row.refresh_from_db()
    assert len(row.error_message or "") == 1000
    assert "hunter2" not in (row.error_message or "")


@pytest.mark.django_db
def test_ma4_a_missing_variable_fails_where_the_mail_is_queued() -> None:
    with pytest.raises(BadMailData, match="expiryHours"):
        queue(data={"name": "Anna"})
    with pytest.raises(LookupError, match="newsletter"):
        queue(email_type="newsletter")
    assert not EmailDelivery.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_invariant_49_eight_workers_send_a_mail_once() -> None:
    row = queue()
    sent: list[int] = []
    start = threading.Barrier(8)

    def work() -> None:
        try:
            start.wait(10)
            deliver(row.pk)
        finally:
            connection.close()

    def slow_send(*args: Any, **kwargs: Any) -> int:
        sent.append(1)
        return 1

    with mock.patch(SEND, side_effect=slow_send):
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert len(sent) == 1
    row.refresh_from_db()
    assert row.status == "sent"
