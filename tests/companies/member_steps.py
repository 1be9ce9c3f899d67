"""A company whose admin changes a member, for the tests of members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from accounts.models import User
from companies.models import Company, UserCompany
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities

ACTIONS = ("role", "suspend", "reactivate", "remove")
DENIED = "CROSS_COMPANY_ACCESS_DENIED"


@dataclass
class Team:
    company: Company
    admin: User
    cleo: User
    client: ApiClient

    def act(self, user_id: int, action: str, client: ApiClient | None = None, **body: Any) -> Any:
        """One of the four, by the admin unless another client is given."""
        path = f"/companies/{self.company.pk}/users/{user_id}/{action}"
        if action == "role":
            return (client or self.client).patch(path, {"roleCode": "company_viewer", **body})
        return (client or self.client).post(path, body or None)

    def row(self, user: User | None = None) -> UserCompany:
        row: UserCompany = UserCompany.all_companies.get(user=user or self.cleo, company=self.company)
        return row


def make_team() -> Team:
    """Harbourline with its admin, who acts, and a member."""
    admin, cleo = make_user(), make_user(email="cleo@harbourline.example", first_name="Cleo")
    company = make_company(admin, company_name="Harbourline")
    make_member(cleo, company)
    return Team(company, admin, cleo, client_of(admin))


def again(user: User) -> ApiClient:
    """A later session, with the rights of now."""
    user.refresh_from_db()
    return client_of(user)


def stored() -> dict[str, Any]:
    """What a refused change leaves alone."""
    labels = ("companies.UserCompany", "accounts.User", "logging_app.EmailDelivery", "auditing.AuditRole")
    rows = {label: list(apps.get_model(label)._base_manager.order_by("pk").values()) for label in labels}
    return {**rows, "activity": [name for name in activities() if name != DENIED]}


def refused(answer: Any, status: int, code: str) -> None:
    assert (answer.status_code, problem_code(answer)) == (status, code), answer.content
