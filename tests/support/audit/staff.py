"""Cases of the audit matrix: what staff do over the API and in the back office."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from common.backoffice.columns import version_of
from logging_app.models import EmailDelivery
from reference.models import Industry
from settings_app.models import ValidationRule
from tests.backoffice.rows import make
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.audit.cases import REASON, Done, Stage, Steps, case
from tests.support.pages import PageClient
from tests.support.sessions import client_of, session_of

INDUSTRY = {"industry_code": "trade_shows", "industry_name": "Trade shows", "description": "Fairs", "sort_order": "55"}
COUNTRY = {
    "country_code": "FR",
    "country_name": "France",
    "phone_prefix": "+33",
    "currency_code": "EUR",
    "currency_symbol": "€",
    "currency_name": "Euro",
    "tax_rate": "0.2",
    "postal_code_label": "Code postal",
    "state_label": "Région",
    "sort_order": "70",
}


@case(
    "User suspended, reactivated by staff",
    events="SESSIONS_REVOKED suspended",
    activities="USER_SUSPENDED",
    history="User",
)
def suspended(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    session_of(user)
    yield None
    yield Done(stage.staff(user, "suspend"), 200, user, actor=actor)


@case("User suspended, reactivated by staff", activities="USER_REACTIVATED", history="User")
def reactivated(stage: Stage) -> Steps:
    user, actor = make_user(status="suspended"), stage.officer
    yield None
    yield Done(stage.staff(user, "reactivate"), 200, user, actor=actor)


@case("User suspended, reactivated by staff")
def suspended_the_last_admin(stage: Stage) -> Steps:
    user, _ = make_user(), stage.officer
    make_company(user)
    yield None
    yield Done(stage.staff(user, "suspend"), 409)


@case("User suspended, reactivated by staff")
def suspended_by_nobody_who_may(stage: Stage) -> Steps:
    user, client = make_user(), client_of(make_user())
    yield None
    yield Done(client.post(f"/admin/users/{user.pk}/suspend", {"reason": REASON}), 403)


@case("System role", activities="SYSTEM_ROLE_GRANTED", history="User", roles="system changed system_admin")
def system_role_granted(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    yield None
    answer = stage.staff(user, "system-role", "PUT", systemRoleCode="system_admin")
    yield Done(answer, 200, user, actor=actor)


@case("System role", activities="SYSTEM_ROLE_REVOKED", history="User", roles="system changed company_user")
def system_role_revoked(stage: Stage) -> Steps:
    user, actor = make_user(role="system_admin"), stage.officer
    yield None
    answer = stage.staff(user, "system-role", "PUT", systemRoleCode="company_user")
    yield Done(answer, 200, user, actor=actor)


@case("System role")
def system_role_granted_again(stage: Stage) -> Steps:
    user, _ = make_user(), stage.officer
    yield None
    yield Done(stage.staff(user, "system-role", "PUT", systemRoleCode="company_user"), 200)


@case("Setting changed, reloaded", activities="SETTING_UPDATED", history="AppSetting")
def setting_changed(stage: Stage) -> Steps:
    client = client_of(stage.officer)
    yield None
    answer = client.patch("/admin/settings/MAX_LOGIN_ATTEMPTS", {"value": 7, "reason": REASON})
    yield Done(answer, 200, actor=stage.officer)


@case("Setting changed, reloaded")
def setting_refused(stage: Stage) -> Steps:
    client = client_of(stage.officer)
    yield None
    yield Done(client.patch("/admin/settings/MAX_LOGIN_ATTEMPTS", {"value": -7, "reason": REASON}), 422)


@case("Setting changed, reloaded", activities="SETTINGS_RELOADED")
def settings_reloaded(stage: Stage) -> Steps:
    client = client_of(stage.officer)
    yield None
    yield Done(client.post("/admin/settings/reload"), 200, actor=stage.officer)


@case("Register cache purged", activities="ABR_CACHE_PURGED")
def cache_purged(stage: Stage) -> Steps:
    client = client_of(stage.officer)
    stage.api.post("/companies/search", {"query": "50910000010"})
    yield None
    answer = client.post("/admin/abr-cache/purge", {"abn": "50910000010", "reason": REASON})
    yield Done(answer, 200, actor=stage.officer)


@case("Register cache purged")
def cache_purge_refused(stage: Stage) -> Steps:
    client = client_of(stage.officer)
    yield None
    yield Done(client.post("/admin/abr-cache/purge", {"reason": REASON}), 422)


def _office(name: str, line: str, path: Any, entry: Any, status: int = 302, **values: str) -> None:
    """A form that staff send in the back office; ``path`` and ``entry`` may be made from a row when it is time."""

    def steps(stage: Stage) -> Steps:
        page = PageClient.of(stage.officer)
        address = path() if callable(path) else path
        entered = entry() if callable(entry) else entry
        yield None
        yield Done(page.post(address, **{"reason": REASON, "is_active": "on", **entered}), status, actor=stage.officer)

    steps.__name__ = name
    case(line, **values)(steps)


_REFERENCE = "Country, rule, reference row"
_INDUSTRIES, _RULES = "/backoffice/reference/industry/add/", "/backoffice/settings_app/validationrule/{}/change/"


def _rule() -> ValidationRule:
    row: ValidationRule | None = ValidationRule.objects.filter(country__country_code="AU").order_by("pk").first()
    assert row is not None
    return row


def _rule_entry() -> dict[str, str]:
    message = "Not like this. Example: 0412 345 678."
    return {"sort_order": "5", "validation_message": message, "version": version_of(_rule())}


_office(
    *("country_added", _REFERENCE, "/backoffice/reference/country/add/", COUNTRY),
    activities="COUNTRY_ADDED",
    history="Country",
)
_office("industry_row_added", _REFERENCE, _INDUSTRIES, INDUSTRY, activities="REFERENCE_UPDATED", history="Industry")
_office("industry_row_refused", _REFERENCE, _INDUSTRIES, {**INDUSTRY, "reason": ""}, 200)
_office(
    *("rule_changed", _REFERENCE, lambda: _RULES.format(_rule().pk), _rule_entry),
    activities="VALIDATION_RULE_UPDATED",
    history="ValidationRule",
)


@case("Staff opens a company or user", activities="STAFF_VIEWED_COMPANY @company")
def staff_opened_a_company(stage: Stage) -> Steps:
    company, page = make_company(make_user()), PageClient.of(stage.officer)
    yield None
    answer = page.get(reverse("admin:companies_company_change", args=[company.pk]))
    yield Done(answer, 200, actor=stage.officer, company=company)


@case("Staff opens a company or user", activities="STAFF_VIEWED_USER")
def staff_opened_a_user(stage: Stage) -> Steps:
    user, page = make_user(), PageClient.of(stage.officer)
    yield None
    yield Done(page.get(reverse("admin:accounts_user_change", args=[user.pk])), 200, actor=stage.officer)


@case("Staff opens a company or user", activities="STAFF_VIEWED_USER")
def staff_read_a_user(stage: Stage) -> Steps:
    user, client = make_user(), client_of(stage.officer)
    yield None
    yield Done(client.get(f"/admin/users/{user.pk}"), 200, actor=stage.officer)


@case("Staff opens a company or user")
def industries_opened(stage: Stage) -> Steps:
    page, row = PageClient.of(stage.officer), Industry.objects.order_by("pk").first()
    assert row is not None
    yield None
    yield Done(page.get(f"/backoffice/reference/industry/{row.pk}/change/"), 200)


@case("Mail sent again", activities="EMAIL_RESENT")
def mail_sent_again(stage: Stage) -> Steps:
    page, row = PageClient.of(stage.officer), make(EmailDelivery)
    yield None
    answer = page.post(reverse("admin:logging_app_emaildelivery_send_again", args=[row.pk]), reason=REASON)
    yield Done(answer, 302, actor=stage.officer)


def _settled(name: str, former: str, activities: str, history: str, roles: str, **membership: str) -> None:
    """A disputed registration; ``membership`` is what the claimant has already."""

    def steps(stage: Stage) -> Steps:
        company, owner = make_company(make_user()), make_user()
        if membership:
            make_member(owner, company, **membership)
        page = PageClient.of(stage.officer)
        entry = {"claimant_email": owner.email, "evidence": "Extract", "reason": REASON, "former_admins": former}
        yield None
        answer = page.post(f"/backoffice/companies/company/{company.pk}/settle/", **entry)
        # The role trail of each case is about one person.
        subject = company.founded_by_user if former == "remove" else owner
        yield Done(answer, 302, subject, actor=stage.officer, company=company)

    steps.__name__ = name
    case("Claim settled", activities=activities, history=history, roles=roles)(steps)


_SETTLED = "COMPANY_CLAIM_SETTLED @company"
_settled(
    *("claim_settled_with_a_stranger", "keep", f"{_SETTLED}, MEMBERSHIP_CREATED @company"),
    *("UserCompany", "company assigned company_admin"),
)
_settled(
    *("claim_settled_by_suspending", "suspend"),
    f"{_SETTLED}, MEMBERSHIP_SUSPENDED @company, USER_ROLE_UPDATED @company",
    *("UserCompany, UserCompany", "company changed company_admin"),
    status="active",
)
_settled(
    *("claim_settled_by_removing", "remove", f"{_SETTLED}, MEMBERSHIP_REMOVED @company"),
    *("UserCompany", "company removed company_admin"),
    role="company_admin",
)
_settled(
    *("claim_settled_with_a_suspended_member", "keep"),
    f"{_SETTLED}, MEMBERSHIP_REACTIVATED @company, USER_ROLE_UPDATED @company",
    *("UserCompany, UserCompany", "company changed company_admin"),
    status="suspended",
)


def _member(name: str, line: str, action: str, activities: str = "", roles: str = "", **membership: str) -> None:
    """What staff do with a membership without belonging to the company."""

    def steps(stage: Stage) -> Steps:
        company, user = make_company(make_user()), make_user()
        row, page = make_member(user, company, **membership), PageClient.of(stage.officer)
        address = reverse(f"admin:companies_usercompany_{action}", args=[row.pk])
        yield None
        answer = page.post(address, reason=REASON, role_code="company_viewer")
        yield Done(answer, 302, user, actor=stage.officer, company=company)

    steps.__name__ = name
    written = {"activities": f"{activities} @company", "history": "UserCompany"} if activities else {}
    case(line, roles=roles, **written)(steps)


_ROLE, _STATE = "Company role changed", "Member suspended, reactivated, removed, left"
_member("role_changed_by_staff", _ROLE, "change_role", "USER_ROLE_UPDATED", "company changed company_viewer")
_member("role_given_again_by_staff", _ROLE, "change_role", role="company_viewer")
_member("member_suspended_by_staff", _STATE, "suspend", "MEMBERSHIP_SUSPENDED")
_member("member_reactivated_by_staff", _STATE, "reactivate", "MEMBERSHIP_REACTIVATED", status="suspended")
_member("member_removed_by_staff", _STATE, "remove", "MEMBERSHIP_REMOVED", "company removed company_user")
