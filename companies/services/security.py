"""Whether a company lets its members work with a second factor only (SF-8)."""

from __future__ import annotations

from django.conf import settings

from auditing.services import apply_changes, business_transaction, save_and_record
from common.actors import Actor
from common.permissions import Permission
from common.problems import Problem
from companies.models import Company
from companies.selectors import members_without_second_factor
from companies.services.guards import require
from companies.services.profile import Precondition
from logging_app.services import queue_email


def set_second_factor_required(
    *, company_id: int, is_required: bool, actor: Actor, precondition: Precondition | None = None
) -> Company:
    """Require a second factor of every member, or require it no more; the same again changes nothing.

    It holds from the next request on, so nobody switches it who would lock themselves out: the session needs a second
    factor. Members who have none are told by mail what to do. ``precondition`` is run on the locked row.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, SECOND_FACTOR_SETUP_REQUIRED, STALE_RESOURCE.
    """
    require(actor, Permission.COMPANY_ADMINISTER, company_id)
    if not actor.has_second_factor:
        raise Problem(
            "SECOND_FACTOR_SETUP_REQUIRED",
            "Set up a second factor for your own log-in first; otherwise the rule would stop you as well.",
        )
    with business_transaction(actor):
        company: Company = Company.objects.alive().select_for_update().get(pk=company_id)
        if precondition is not None:
            precondition(company)
        former = apply_changes(company, {"is_second_factor_required": is_required})
        is_changed = save_and_record(
            company, former, action="COMPANY_SECURITY_UPDATED", actor=actor, company_id=company_id
        )
        if is_changed and is_required:
            _tell_members(company, actor)
        return company


def _tell_members(company: Company, actor: Actor) -> None:
    """Write to those whom the rule stops; suspended accounts get no mail."""
    rows = members_without_second_factor(company.pk).exclude(user__user_status__user_status_code="suspended")
    for row in rows:
        if row.user_id == actor.user_id:
            continue
        queue_email(
            email_type="second_factor_required",
            recipient=row.user.email,
            data={
                "name": row.user.first_name,
                "companyName": company.company_name,
                "adminName": actor.name,
                "securityUrl": f"{settings.PUBLIC_ORIGIN}/account/security",
            },
            user_id=row.user_id,
            company_id=company.pk,
        )
