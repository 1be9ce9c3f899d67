"""Reads of schema log, for staff and for the mail page of development mode."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from common.db.partitions import Partition, list_partitions
from logging_app.models import PARTITIONED, ApiRequest, ApplicationError, AuthEvent, EmailDelivery

CAUGHT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class RequestTrail:
    """What the log tables hold about one request id, each list in order of time."""

    api_requests: list[ApiRequest]
    auth_events: list[AuthEvent]
    errors: list[ApplicationError]
    emails: list[EmailDelivery]

    def __bool__(self) -> bool:
        return any((self.api_requests, self.auth_events, self.errors, self.emails))


def trail_of_request(request_id: str) -> RequestTrail:
    """Return the diagnostics of a request id (LO-2); activity rows come from ``auditing.selectors``."""

    def rows(model: Any) -> list[Any]:
        return list(model.objects.filter(request_id=request_id).order_by("created_date", "pk"))

    return RequestTrail(rows(ApiRequest), rows(AuthEvent), rows(ApplicationError), rows(EmailDelivery))


def caught_mail(recipient: str | None = None) -> QuerySet[EmailDelivery]:
    """The latest mails that left, newest first, optionally those to one address."""
    rows: QuerySet[EmailDelivery] = EmailDelivery.objects.filter(status__in=["sent", "delivered"]).order_by(
        "-sent_at", "-pk"
    )
    if recipient:
        rows = rows.filter(recipient_email=recipient.strip().lower())
    return rows[:CAUGHT_LIMIT]


def caught_message(email_delivery_id: int) -> EmailDelivery | None:
    """One mail that left, or None."""
    found: EmailDelivery | None = EmailDelivery.objects.filter(
        pk=email_delivery_id, status__in=["sent", "delivered"]
    ).first()
    return found


def addresses_with_failed_mail(email_type: str, company_id: int, addresses: Collection[str]) -> frozenset[str]:
    """Those of ``addresses`` whose latest mail of a type about a company could not be delivered."""
    rows = EmailDelivery.objects.filter(
        email_type=email_type, company_id=company_id, recipient_email__in=list(addresses)
    )
    latest = dict(rows.order_by("created_date", "pk").values_list("recipient_email", "status"))
    return frozenset(address for address, status in latest.items() if status in ("failed", "bounced"))


def partitions() -> list[Partition]:
    """Partitions of the log tables with estimated rows and size, oldest first; none where nothing is partitioned."""
    return [partition for model in PARTITIONED for partition in list_partitions(str(model._meta.db_table))]
