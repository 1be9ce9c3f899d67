"""Reads of schema log, for staff and for the mail page of development mode."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from auditing.selectors import activity_of_request
from common import clock
from common.db.partitions import Partition, list_partitions
from common.tenancy import system_scope
from logging_app.models import PARTITIONED, ApiRequest, ApplicationError, AuthEvent, EmailDelivery

CAUGHT_LIMIT = 100
TRACE_LIMIT = 200
SLOW_MS = 1000
_RECENT = timedelta(hours=24)
_RECENT_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Trace:
    """What one request left behind, each kind oldest first."""

    request_id: str
    api_requests: list[ApiRequest]
    auth_events: list[AuthEvent]
    errors: list[ApplicationError]
    emails: list[EmailDelivery]
    activity: list[Any]

    @property
    def is_empty(self) -> bool:
        return not (self.api_requests or self.auth_events or self.errors or self.emails or self.activity)


def trace_of_request(request_id: str) -> Trace:
    """Rows of a request id, at most the newest ``TRACE_LIMIT`` of a kind; every look-up has its index."""
    key = "".join(char for char in request_id.strip().lower() if char.isprintable())
    with system_scope("logging_app.selectors.trace_of_request"):
        return Trace(
            request_id=key,
            api_requests=_oldest_first(ApiRequest.objects.filter(request_id=key)),
            auth_events=_oldest_first(AuthEvent.objects.filter(request_id=key)),
            errors=_oldest_first(ApplicationError.objects.filter(request_id=key)),
            emails=_oldest_first(EmailDelivery.objects.filter(request_id=key)),
            activity=_oldest_first(activity_of_request(key)),
        )


def _oldest_first(rows: QuerySet[Any]) -> list[Any]:
    return list(rows.order_by("-created_date", "-pk")[:TRACE_LIMIT])[::-1]


def slow_requests() -> list[ApiRequest]:
    """The slowest requests of the last 24 hours, of ``SLOW_MS`` and more."""
    rows = ApiRequest.objects.filter(created_date__gte=clock.now() - _RECENT, duration_ms__gte=SLOW_MS)
    return list(rows.order_by("-duration_ms", "-pk")[:_RECENT_LIMIT])


def recent_errors() -> list[ApplicationError]:
    """The latest errors of the last 24 hours."""
    rows = ApplicationError.objects.filter(created_date__gte=clock.now() - _RECENT)
    return list(rows.order_by("-created_date", "-pk")[:_RECENT_LIMIT])


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
