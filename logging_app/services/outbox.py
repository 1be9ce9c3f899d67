"""The mail outbox: a row commits with the business change, a worker sends it (MA-1, invariant 49)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from common import clock, context
from common.stored_text import fit, storable_text
from logging_app.mail.renderer import render_subject
from logging_app.models import EmailDelivery

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LinkRef:
    """A link of a mail: path on the public origin; with purpose and nonce its secret is derived when it is sent."""

    path: str
    purpose: str | None = None
    nonce: str | None = None

    def stored(self) -> dict[str, str]:
        values = {"path": self.path, "purpose": self.purpose, "nonce": self.nonce}
        return {name: value for name, value in values.items() if value}


def queue_email(
    *,
    email_type: str,
    recipient: str,
    data: Mapping[str, Any],
    user_id: int | None = None,
    company_id: int | None = None,
    links: Mapping[str, LinkRef] | None = None,
) -> EmailDelivery:
    """Write the outbox row of a mail in the caller's transaction; it is sent after the commit.

    ``data`` holds the variables of the type in camelCase, ``name`` among them, instants as ``datetime``, and may hold
    ``timezoneIdentifier``. ``links`` are link variables by name.

    Raises:
        BadMailData: a variable of the type is missing.
        LookupError: the type is not registered.
    """
    stored = {name: _storable(value) for name, value in data.items()}
    stored |= {name: link.stored() for name, link in (links or {}).items()}
    now = clock.now()
    delivery: EmailDelivery = EmailDelivery.objects.create(
        email_type=email_type,
        recipient_email=recipient.strip().lower(),
        subject=render_subject(email_type, stored),
        template_data=stored,
        next_attempt_at=now,
        user_id=user_id,
        company_id=company_id,
        request_id=fit(context.current().request_id, 64),
        created_date=now,
    )
    transaction.on_commit(lambda: hand_over(delivery.pk), robust=True)
    return delivery


def _storable(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return storable_text(value)
    return value


def hand_over(email_delivery_id: int) -> None:
    """Tell a worker. Without a broker the row waits for the next sweep; the request has succeeded either way."""
    from logging_app.tasks import send_email

    try:
        send_email.delay(email_delivery_id)
    except Exception as error:  # noqa: BLE001 - whatever the broker's client raises, the sweep sends the mail
        logger.warning(
            "mail waits for the sweep",
            extra={"email_delivery_id": email_delivery_id, "failure": type(error).__name__},
        )
