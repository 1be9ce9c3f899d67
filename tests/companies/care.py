"""Staff at work on companies, as tests of their care share it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps

from common.actors import Actor
from companies.services import (
    change_tier,
    correct_abn,
    deactivate_company,
    reactivate_company,
    reread_register,
)
from tests.factories.accounts import make_user

REASON = "Asked for by the owner, ticket 12"
HARBOURLINE, CANCELLED, NO_GST = "50910000010", "40910000029", "42910000038"
UNKNOWN, AWAY = "75930000550", "61910000118"
TABLES = (
    *("companies.Company", "companies.UserCompany", "companies.CompanySwitchRequest"),
    *("companies.CompanyCustomerDetails", "invitations.UserInvitation", "logging_app.EmailDelivery"),
    *("auditing.ActivityLog", "auditing.AuditCompany"),
)

ACTIONS: dict[str, Callable[..., Any]] = {
    "deactivate": deactivate_company,
    "reactivate": reactivate_company,
    "correct_abn": lambda **values: correct_abn(abn=HARBOURLINE, **values),
    "change_tier": lambda **values: change_tier(tier_code="starter", **values),
    "reread": reread_register,
}


def steward() -> Actor:
    """A system administrator."""
    return actor_for("system_admin")


def actor_for(role: str, **values: Any) -> Actor:
    user = make_user(role=role)
    return Actor(user_id=user.pk, email=user.email, name=user.full_name, system_role=role, **values)


def stored() -> dict[str, list[dict[str, Any]]]:
    """Every row that care of a company could touch."""
    return {label: list(apps.get_model(label)._base_manager.order_by("pk").values()) for label in TABLES}


def last_update(company_id: int) -> Any:
    """The newest COMPANY_UPDATED of a company."""
    rows = apps.get_model("auditing", "ActivityLog").all_companies
    return rows.filter(company_id=company_id, action="COMPANY_UPDATED").order_by("-pk").first()
