"""Sending a failed mail again at the wish of staff (MA-5)."""

from __future__ import annotations

from django.db import transaction

from auditing.services import business_transaction, record
from common import clock, context
from common.actors import Actor
from common.problems import FieldErrors, Problem, ValidationFailed
from common.reasons import check_reason
from common.stored_text import fit
from logging_app.models import EmailDelivery
from logging_app.services.outbox import hand_over

RESENDABLE = ("failed", "bounced")


def resend_email(*, email_delivery_id: int, reason: str, actor: Actor) -> EmailDelivery:
    """Queue a copy of a failed or bounced mail; the old row keeps its final state (invariant 49).

    Recorded as EMAIL_RESENT.

    Raises:
        Problem: NOT_FOUND.
        ValidationFailed: the mail is not in a state that can be sent again, or was already; a reason is missing.
    """
    errors = FieldErrors()
    why = check_reason(reason, errors, "Say why the mail is sent again.")
    errors.raise_if_any()
    with business_transaction(actor=actor, reason=why):
        former = EmailDelivery.objects.select_for_update().filter(pk=email_delivery_id).first()
        if former is None:
            raise Problem("NOT_FOUND", "There is no such mail.")
        _check(former)
        copy = _copy(former)
        record(
            action="EMAIL_RESENT",
            entity_type="log.EmailDelivery",
            entity_id=copy.pk,
            actor=actor,
            company_id=former.company_id,
            new={"emailType": copy.email_type, "formerEmailDeliveryId": former.pk},
        )
        transaction.on_commit(lambda: hand_over(copy.pk), robust=True)
    return copy


def _check(former: EmailDelivery) -> None:
    if former.status not in RESENDABLE:
        states = " or ".join(RESENDABLE)
        raise ValidationFailed.of(
            "", "not_applicable", f"The mail is {former.status}; only {states} ones are sent again."
        )
    later = EmailDelivery.objects.filter(
        recipient_email=former.recipient_email, created_date__gt=former.created_date, email_type=former.email_type
    )
    if any(mail.template_data == former.template_data for mail in later):
        raise ValidationFailed.of("", "not_applicable", "This mail was sent again already; see the newer entry.")


def _copy(former: EmailDelivery) -> EmailDelivery:
    now = clock.now()
    copy: EmailDelivery = EmailDelivery.objects.create(
        email_type=former.email_type,
        recipient_email=former.recipient_email,
        subject=former.subject,
        template_data=former.template_data,
        next_attempt_at=now,
        user_id=former.user_id,
        company_id=former.company_id,
        request_id=fit(context.current().request_id, 64),
        created_date=now,
    )
    return copy
