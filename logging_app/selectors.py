"""Reads of schema log, for staff and for the mail page of development mode."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from common.db.partitions import Partition, list_partitions
from logging_app.models import PARTITIONED, EmailDelivery

CAUGHT_LIMIT = 100


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
