"""People whose memberships are managed on pages, and somebody who manages them without being an administrator."""

from __future__ import annotations

import re
from typing import Any

from django.apps import apps

from accounts.models import User
from companies.models import Company, UserCompany
from tests.factories.accounts import make_user
from tests.factories.companies import make_member
from tests.support.pages import PageClient, text_of
from tests.support.state import forget_everything
from tests.support.trail import activities

REASON = "Works for <another> company now"
SHOWN_REASON = "Works for &lt;another&gt; company now"
ACTS = ("role", "suspend", "reactivate", "remove")


def make_manager(company: Company) -> User:
    """A member of ``company``, after the role of members got the right to manage people."""
    roles = apps.get_model("reference", "UserCompanyRole")._default_manager
    assert roles.filter(user_company_role_code="company_user").update(can_manage_users=True) == 1
    forget_everything()
    manager = make_user(last_name="Manager")
    make_member(manager, company, role="company_user")
    return manager


def path(user: User, act: str) -> str:
    return f"/team/{user.pk}/{act}"


def fields(page: Any) -> dict[str, str]:
    """What the form of a page holds hidden."""
    found = re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]*)"', text_of(page))
    return {name: value.replace("&quot;", '"') for name, value in found if name != "csrfmiddlewaretoken"}


def send(client: PageClient, user: User, act: str, **entries: str) -> Any:
    """Open the page and send its form."""
    return client.post(path(user, act), **(fields(client.get(path(user, act))) | entries))


def state_of(user: User, company: Company) -> tuple[str, str, str | None]:
    """Role, state and reason of removal."""
    row = UserCompany.all_companies.select_related("user_company_role", "user_company_status").get(
        user=user, company=company
    )
    return row.user_company_role.code, row.user_company_status.code, row.removal_reason


def everything() -> list[Any]:
    """All memberships, and how much was recorded."""
    return [*UserCompany.all_companies.order_by("pk").values(), activities()]
