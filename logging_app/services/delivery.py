"""Sending of outbox rows: one sender a row, retries, and the pick-up of what a crash left behind (MA-2)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q

from common import clock
from common.redaction import redact_text
from common.stored_text import fit
from logging_app.mail.failures import is_permanent
from logging_app.mail.renderer import render_mail
from logging_app.models import EmailDelivery
from logging_app.services.errors import record_error
from settings_app.selectors import get_int

logger = logging.getLogger(__name__)

STRANDED_AFTER = timedelta(seconds=45)  # the time limit of a sender is shorter, so its claim is dead by then
GIVE_UP_AFTER = timedelta(hours=24)
_SLOW_DELAYS = (300, 900, 3600)
_SWEEP_LIMIT = 500

Retry = Callable[[int, float], None]


def deliver(email_delivery_id: int, retry: Retry | None = None) -> bool:
    """Send one mail if it is due and nobody else has it; return whether it left.

    ``retry`` is called with id and seconds when a quick retry is due; the sweep finds every retry anyway.
    """
    delivery = _claim(email_delivery_id)
    if delivery is None:
        return False
    try:
        message_id, response = _send(delivery)
    except Exception as error:  # noqa: BLE001 - every failure of a mail is recorded and sorted by is_permanent()
        logger.info("mail failed", extra={"email_delivery_id": delivery.pk, "failure": type(error).__name__})
        _record_failure(delivery, error, retry)
        return False
    _finish(
        delivery,
        status="sent",
        sent_at=clock.now(),
        next_attempt_at=None,
        provider_message_id=fit(message_id, 255),
        provider_response=response,
    )
    return True


def due_ids(limit: int = _SWEEP_LIMIT) -> list[int]:
    """Free what a dead sender held; return the keys of the rows to send now, oldest first."""
    now = clock.now()
    stranded = EmailDelivery.objects.filter(status="sending").filter(
        Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - STRANDED_AFTER)
    )
    freed = stranded.update(status="pending", claimed_at=None, next_attempt_at=now)
    if freed:
        logger.warning("stranded mails were freed", extra={"rows": freed})
    due = EmailDelivery.objects.filter(status="pending", next_attempt_at__lte=now)
    return list(due.order_by("next_attempt_at", "pk").values_list("pk", flat=True)[:limit])


def deliver_due() -> int:
    """Send everything that is due, here and now; return how many left."""
    return sum(deliver(email_delivery_id) for email_delivery_id in due_ids())


def _claim(email_delivery_id: int) -> EmailDelivery | None:
    now = clock.now()
    claimed = EmailDelivery.objects.filter(pk=email_delivery_id, status="pending", next_attempt_at__lte=now).update(
        status="sending", claimed_at=now
    )
    return EmailDelivery.objects.get(pk=email_delivery_id) if claimed else None


def _send(delivery: EmailDelivery) -> tuple[str, str | None]:
    mail = render_mail(delivery.email_type, delivery.template_data)
    # One id for all tries: a provider, or the recipient's server, recognises a message that arrives twice.
    origin = urlsplit(settings.PUBLIC_ORIGIN).hostname or "localhost"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[delivery.recipient_email],
        headers={"Message-ID": f"<{delivery.email_type}.{delivery.pk}.{_stamp(delivery.created_date)}@{origin}>"},
    )
    message.attach_alternative(mail.html, "text/html")
    if not message.send():
        raise ConnectionError("the mail server took no message")
    status = getattr(message, "anymail_status", None)
    if status is None:
        return str(message.extra_headers["Message-ID"]), None
    return str(status.message_id or make_msgid(domain=origin)), fit(str(status.status), 255)


def _stamp(instant: datetime) -> int:
    return int(instant.timestamp() * 1_000_000)


def _record_failure(delivery: EmailDelivery, error: Exception, retry: Retry | None) -> None:
    reason = fit(redact_text(f"{type(error).__name__}: {error}"), 1000)
    delay = None if is_permanent(error) else _delay(delivery)
    if delay is None:
        _finish(delivery, status="failed", next_attempt_at=None, error_message=reason)
        record_error(error, severity="error", additional_data={"emailDeliveryId": delivery.pk})
        return
    due = clock.now() + timedelta(seconds=delay)
    _finish(
        delivery,
        status="pending",
        claimed_at=None,
        next_attempt_at=due,
        error_message=reason,
        retry_count=delivery.retry_count + 1,
    )
    if retry is not None and delay < _SLOW_DELAYS[0]:
        retry(delivery.pk, delay)


def _delay(delivery: EmailDelivery) -> float | None:
    """Seconds to the next try: 1, 2, 4 … for the quick ones, then 5, 15, 60 min, then hourly; None after 24 h."""
    quick = get_int("EMAIL_RETRY_ATTEMPTS")
    retries = delivery.retry_count
    slow = min(retries - quick, len(_SLOW_DELAYS) - 1)
    delay = 2**retries if retries < quick else _SLOW_DELAYS[slow]
    ends = delivery.created_date + GIVE_UP_AFTER
    return delay if clock.now() + timedelta(seconds=delay) <= ends else None


def _finish(delivery: EmailDelivery, **values: object) -> None:
    """Record an outcome unless another sender has taken the row over meanwhile."""
    mine = EmailDelivery.objects.filter(pk=delivery.pk, status="sending", claimed_at=delivery.claimed_at)
    if not mine.update(**values):
        logger.warning("a mail was taken over by another sender", extra={"email_delivery_id": delivery.pk})
