"""Two-step log-in in the own account: turning on and off, app, recovery codes, who insists (SF-1, SF-2, SF-5, SF-8)."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from accounts.models import User, UserRecoveryCode
from common import clock
from companies.models import Company
from tests.accounts.passkey_steps import person_with_passkey
from tests.accounts.second_factor_steps import STEP, Enrolled, code_at, enrol, wrong_code
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.trail import auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

LOGIN, STEP_PAGE, SECURITY = "/login", "/login/second-factor", "/account/security"
APP = f"{SECURITY}/authenticator"


@pytest.fixture
def enrolled() -> Enrolled:
    return enrol(make_user())


def at_second_step(user: User, **entries: str) -> PageClient:
    """A browser in which the person has given the right password."""
    client = PageClient()
    assert goes_to(client.post(LOGIN, email=user.email, password=PASSWORD, **entries)) == STEP_PAGE
    return client


def logged_in(enrolled: Enrolled) -> PageClient:
    client = at_second_step(enrolled.user)
    assert goes_to(client.post(STEP_PAGE, code=enrolled.code())) == "/dashboard"
    return client


def messages_of(client: PageClient) -> str:
    return text_of(client.get(SECURITY))


class TestManagement:
    def test_turning_on_by_an_app(self) -> None:
        """SF-2: scan or type, prove, keep ten codes; this device stays, the others end."""
        user = make_user()
        client, other = PageClient.of(user), PageClient.of(user)
        assert goes_to(client.get(APP)) == SECURITY
        assert goes_to(client.post(f"{APP}/begin", current_password=PASSWORD)) == APP
        shown = client.get(APP)
        page, key = text_of(shown), "".join(shown.context["key_groups"])
        assert "data:image/svg+xml" in page
        assert all(len(group) == 4 for group in shown.context["key_groups"])
        assert "".join(client.get(APP).context["key_groups"]) == key, "a reloaded page shows the same"
        refused = client.post(APP, code=wrong_code(key))
        assert (refused.status_code, list(form_errors(refused))) == (422, ["code"])
        done = client.post(APP, code=code_at(key))
        codes = done.context["codes"]
        assert (done.status_code, len(codes), len(set(codes))) == (200, 10, 10)
        page = text_of(done)
        assert all(code in page for code in codes)
        assert all(code in unquote(done.context["file_address"]) for code in codes)
        assert done["Cache-Control"] == "no-store"
        assert goes_to(client.get(APP)) == SECURITY, "the key is shown no more"
        assert client.get("/dashboard").status_code == 200
        assert goes_to(other.get("/dashboard")).startswith("/login?ended=1")
        overview = client.get(SECURITY)
        assert overview.context["second_factor"].status.is_enabled
        assert codes[0] not in text_of(overview)

    def test_turning_on_by_passkeys(self) -> None:
        user = make_user()
        client = PageClient.of(user)
        assert "as second step" not in text_of(client.get(SECURITY))
        person_with_passkey(user)
        assert "as second step" in text_of(client.get(SECURITY))
        done = client.post(f"{SECURITY}/two-step/passkeys", current_password=PASSWORD)
        assert len(done.context["codes"]) == 10
        step = at_second_step(user)
        page = text_of(step.get(STEP_PAGE))
        assert "Use a passkey" in page
        assert 'name="code"' not in page

    def test_new_recovery_codes_replace_the_former_ones(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        done = client.post(f"{SECURITY}/two-step/codes", current_password=PASSWORD)
        assert not set(done.context["codes"]) & set(enrolled.recovery_codes)
        former = at_second_step(enrolled.user).post(STEP_PAGE, recovery_code=enrolled.recovery_codes[0])
        assert former.status_code == 401

    def test_few_recovery_codes_are_pointed_out(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        assert "recovery code" not in text_of(client.get(SECURITY)).partition("Only ")[2][:20]
        kept = UserRecoveryCode.objects.filter(user=enrolled.user, is_deleted=False).values_list("pk", flat=True)[:3]
        UserRecoveryCode.objects.filter(user=enrolled.user).exclude(pk__in=list(kept)).update(used_at=clock.now())
        assert "Only 3 recovery codes left" in text_of(client.get(SECURITY))

    def test_moving_to_another_phone(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        client.post(f"{APP}/begin", current_password=PASSWORD)
        key = "".join(client.get(APP).context["key_groups"])
        assert goes_to(client.post(APP, code=code_at(key, clock.now() - STEP))) == SECURITY
        assert "is set up" in messages_of(client)
        assert at_second_step(enrolled.user).post(STEP_PAGE, code=enrolled.code(clock.now() + STEP)).status_code == 401
        assert goes_to(at_second_step(enrolled.user).post(STEP_PAGE, code=code_at(key))) == "/dashboard"

    def test_removing_the_app_leaves_the_passkey(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        assert f"{APP}/remove" not in text_of(client.get(SECURITY)), "it is the last method"
        client.post(f"{APP}/remove", current_password=PASSWORD)
        assert "only" in messages_of(client).lower()
        person_with_passkey(enrolled.user)
        assert f"{APP}/remove" in text_of(client.get(SECURITY))
        assert goes_to(client.post(f"{APP}/remove", current_password=PASSWORD)) == SECURITY
        assert not client.get(SECURITY).context["second_factor"].status.has_authenticator

    def test_turning_off(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        assert goes_to(client.post(f"{SECURITY}/two-step/off", current_password=PASSWORD)) == SECURITY
        assert "Two-step log-in is off" in messages_of(client)
        assert goes_to(PageClient().post(LOGIN, email=enrolled.user.email, password=PASSWORD)) == "/dashboard"

    @pytest.mark.parametrize("path", ["authenticator/begin", "two-step/codes", "two-step/off", "authenticator/remove"])
    @pytest.mark.parametrize("password", ["wrong horse 11", ""])
    def test_every_change_needs_the_password(self, path: str, password: str, enrolled: Enrolled) -> None:
        """LK-3: the refusal is told, counted, and nothing changes."""
        client, before = logged_in(enrolled), User.objects.get(pk=enrolled.user.pk).second_factor_since
        events = auth_events(event_type="LOGIN_FAILED")
        assert goes_to(client.post(f"{SECURITY}/{path}", current_password=password)) == SECURITY
        assert "present password" in messages_of(client)
        row = User.objects.get(pk=enrolled.user.pk)
        assert (row.second_factor_since, row.failed_login_attempts) == (before, 1 if password else 0)
        assert len(auth_events(event_type="LOGIN_FAILED")) == len(events) + (1 if password else 0)
        assert UserRecoveryCode.objects.filter(user=row, is_deleted=False).count() == 10

    @pytest.mark.parametrize(
        "path", ["authenticator/begin", "authenticator/remove", "two-step/passkeys", "two-step/codes", "two-step/off"]
    )
    def test_visitors_are_led_to_the_log_in(self, path: str) -> None:
        before = footprint()
        assert goes_to(PageClient().post(f"{SECURITY}/{path}", current_password=PASSWORD)).startswith(LOGIN)
        assert footprint() == before


class TestRequirement:
    def test_companies_and_the_platform_are_named(self, settings: Any) -> None:
        """SF-8."""
        settings.SECOND_FACTOR_STAFF_REQUIRED = True
        user = make_user(role="system_admin")
        company = make_company(make_user(), company_name="Quiet & Co", is_second_factor_required=True)
        make_member(user, company)
        page = text_of(PageClient.of(user).get(f"{SECURITY}?required=company"))
        assert "The back office and Quiet &amp; Co ask for it" in page

    def test_one_company_is_named(self) -> None:
        user = make_user()
        make_company(user, company_name="Quiet Harbour", is_second_factor_required=True)
        assert "Quiet Harbour asks for it" in text_of(PageClient.of(user).get(SECURITY))

    def test_it_cannot_be_turned_off_while_required(self, enrolled: Enrolled) -> None:
        client = logged_in(enrolled)
        make_company(enrolled.user, company_name="Quiet Harbour", is_second_factor_required=True)
        page = text_of(client.get(SECURITY))
        assert f"{SECURITY}/two-step/off" not in page
        assert "It cannot be turned off" in page
        client.post(f"{SECURITY}/two-step/off", current_password=PASSWORD)
        assert User.objects.get(pk=enrolled.user.pk).second_factor_since is not None

    def test_setting_it_up_opens_the_company_at_once(self) -> None:
        user = make_user()
        company = make_company(user, company_name="Quiet Harbour")
        client = PageClient.of(user)
        Company.all_companies.filter(pk=company.pk).update(is_second_factor_required=True)
        assert goes_to(client.get("/company")) == f"{SECURITY}?required=company"
        client.post(f"{APP}/begin", current_password=PASSWORD)
        client.post(APP, code=code_at("".join(client.get(APP).context["key_groups"])))
        assert client.get("/company").status_code == 200
