"""Two-step log-in on pages: the second step of a log-in (SF-3, SF-4)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User, UserRefreshToken
from common import clock
from reference.selectors import code_id
from tests.accounts.passkey_steps import person_with_passkey
from tests.accounts.second_factor_steps import Enrolled, enrol, wrong_code
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

LOGIN, STEP_PAGE = "/login", "/login/second-factor"


@pytest.fixture
def enrolled() -> Enrolled:
    return enrol(make_user())


def at_second_step(user: User, **entries: str) -> PageClient:
    """A browser in which the person has given the right password."""
    client = PageClient()
    assert goes_to(client.post(LOGIN, email=user.email, password=PASSWORD, **entries)) == STEP_PAGE
    return client


class TestSecondStep:
    def test_a_code_of_the_app_logs_in(self, enrolled: Enrolled) -> None:
        """SF-3, SF-4: the password alone opens nothing; the page asks for what the person has."""
        client = at_second_step(enrolled.user)
        assert goes_to(client.get("/dashboard")) == "/login?next=%2Fdashboard"
        page = text_of(client.get(STEP_PAGE))
        assert 'inputmode="numeric"' in page
        assert 'autocomplete="one-time-code"' in page
        assert "Use a passkey" not in page
        assert goes_to(client.post(STEP_PAGE, code=f" {enrolled.code()[:3]} {enrolled.code()[3:]} ")) == "/dashboard"
        assert client.get("/dashboard").status_code == 200
        row = UserRefreshToken.objects.order_by("-pk").first()
        assert (row.user_id, row.has_second_factor, row.transport) == (enrolled.user.pk, True, "page")

    def test_the_challenge_stays_out_of_address_and_page(self, enrolled: Enrolled) -> None:
        client = at_second_step(enrolled.user)
        token = client.http.session["second_step"]["token"]
        assert token not in text_of(client.get(STEP_PAGE))
        client.post(STEP_PAGE, code=enrolled.code())
        assert "second_step" not in client.http.session

    def test_a_recovery_code_logs_in_once(self, enrolled: Enrolled) -> None:
        code = enrolled.recovery_codes[0]
        typed = code.upper().replace("-", " ")
        assert goes_to(at_second_step(enrolled.user).post(STEP_PAGE, recovery_code=typed)) == "/dashboard"
        again = at_second_step(enrolled.user).post(STEP_PAGE, recovery_code=code)
        assert again.status_code == 401
        assert list(form_errors(again)) == ["recovery_code"]
        assert again.context["is_recovery_open"]

    def test_a_wrong_code_says_so_and_leaves_another_try(self, enrolled: Enrolled) -> None:
        client = at_second_step(enrolled.user)
        refused = client.post(STEP_PAGE, code=wrong_code(enrolled.key))
        assert (refused.status_code, list(form_errors(refused))) == (401, ["code"])
        assert client.post(STEP_PAGE, code="").status_code == 422
        assert goes_to(client.post(STEP_PAGE, code=enrolled.code())) == "/dashboard"

    def test_too_many_wrong_codes_lock_the_account(self, enrolled: Enrolled, set_setting: Any) -> None:
        """LK-1: shown clearly, with the minutes to wait and no form to go on guessing."""
        set_setting("MAX_LOGIN_ATTEMPTS", "2")
        client = at_second_step(enrolled.user)
        wrong = wrong_code(enrolled.key)
        client.post(STEP_PAGE, code=wrong)
        client.post(STEP_PAGE, code=wrong)
        locked = client.post(STEP_PAGE, code=enrolled.code())
        assert (locked.status_code, state_of(locked)) == (423, "locked")
        page = text_of(locked)
        assert "Your account is locked" in page
        assert 'name="code"' not in page
        assert client.get("/dashboard").status_code == 302

    def test_limits_are_told(self, enrolled: Enrolled, set_setting: Any) -> None:
        """RL-1."""
        client = at_second_step(enrolled.user)
        set_setting("RATE_LIMIT_LOGIN_PER_MINUTE", "1")
        client.post(STEP_PAGE, code=wrong_code(enrolled.key))
        limited = client.post(STEP_PAGE, code=enrolled.code())
        assert (limited.status_code, state_of(limited)) == (429, "limited")
        assert "Please wait" in text_of(limited)

    def test_a_step_that_is_over_leads_back_with_the_address_kept(
        self, enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = at_second_step(enrolled.user, next="/team")
        later = clock.now() + timedelta(minutes=6)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert goes_to(client.get(STEP_PAGE)) == "/login?step=over&next=%2Fteam"
        assert goes_to(client.get(STEP_PAGE)) == LOGIN
        page = client.get("/login?step=over&next=%2Fteam")
        assert state_of(page) == "step_over"
        assert 'value="/team"' in text_of(page)

    def test_a_changed_password_ends_the_step(self, enrolled: Enrolled) -> None:
        client = at_second_step(enrolled.user)
        User.objects.filter(pk=enrolled.user.pk).update(
            password_hash=make_user(password="other kettle 12").password_hash
        )
        assert goes_to(client.post(STEP_PAGE, code=enrolled.code())) == "/login?step=over"
        assert "second_step" not in client.http.session

    def test_without_a_password_there_is_no_step(self, enrolled: Enrolled) -> None:
        before = footprint()
        assert goes_to(PageClient().get(STEP_PAGE)) == LOGIN
        assert goes_to(PageClient().post(STEP_PAGE, code=enrolled.code())) == LOGIN
        assert PageClient().post(f"{STEP_PAGE}/passkey/options").status_code == 401
        assert PageClient().post(f"{STEP_PAGE}/passkey", ceremony_token="x", credential="{}").status_code == 401
        assert footprint() == before

    @pytest.mark.parametrize(
        ("sent", "lands"),
        [("/team", "/team"), ("https://evil.example/", "/dashboard"), ("//evil.example", "/dashboard")],
    )
    def test_lg3_the_address_to_go_on_to_is_kept(self, sent: str, lands: str, enrolled: Enrolled) -> None:
        client = at_second_step(enrolled.user, next=sent)
        assert goes_to(client.post(STEP_PAGE, code=enrolled.code())) == lands

    def test_an_open_invitation_survives_both_steps(self, enrolled: Enrolled) -> None:
        """LG-3: the page of the invitation still knows which one it is."""
        company = make_company(make_user(), company_name="Quiet Harbour")
        make_invitation(
            company=company,
            invited_by_user=company.founded_by_user,
            invited_email=enrolled.user.email,
            token="the-link",
        )
        client = PageClient()
        client.get("/invitations/accept?token=the-link")
        client.post(LOGIN, email=enrolled.user.email, password=PASSWORD, next="/invitations/accept")
        assert goes_to(client.post(STEP_PAGE, code=enrolled.code())) == "/invitations/accept"
        page = client.get("/invitations/accept")
        assert (state_of(page), "Quiet Harbour" in text_of(page)) == ("accept", True)

    def test_a_passkey_is_a_second_step(self, enrolled: Enrolled) -> None:
        device = person_with_passkey(enrolled.user)
        client = at_second_step(enrolled.user, next="/team")
        assert "Use a passkey" in text_of(client.get(STEP_PAGE))
        begun = client.post(f"{STEP_PAGE}/passkey/options").json()
        assert len(begun["publicKey"]["allowCredentials"]) == 1
        credential = json.dumps(device.sign(begun["publicKey"]))
        answer = client.post(f"{STEP_PAGE}/passkey", ceremony_token=begun["ceremonyToken"], credential=credential)
        assert answer.json() == {"next": "/team"}
        assert UserRefreshToken.objects.order_by("-pk").first().has_second_factor

    def test_a_passkey_of_somebody_else_is_none(self, enrolled: Enrolled) -> None:
        person_with_passkey(enrolled.user)
        strange = person_with_passkey(make_user())
        client = at_second_step(enrolled.user)
        begun = client.post(f"{STEP_PAGE}/passkey/options").json()
        signed = strange.sign({**begun["publicKey"], "allowCredentials": []})
        answer = client.post(
            f"{STEP_PAGE}/passkey", ceremony_token=begun["ceremonyToken"], credential=json.dumps(signed)
        )
        assert (answer.status_code, "not accepted" in answer.json()["message"]) == (401, True)
        assert client.get("/dashboard").status_code == 302

    def test_a_suspended_account_is_told_before_any_step(self, enrolled: Enrolled) -> None:
        User.objects.filter(pk=enrolled.user.pk).update(user_status_id=code_id("UserStatus", "suspended"))
        answer = PageClient().post(LOGIN, email=enrolled.user.email, password=PASSWORD)
        assert (answer.status_code, state_of(answer)) == (403, "suspended")
