"""/account/close (ME-3, GEN-5)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

PAGE = "/account/close"


@pytest.fixture
def dana() -> User:
    return make_user(email="dana@people.example")


def test_closing_by_page(dana: User) -> None:
    """What happens is said before; afterwards the browser is logged out and knows why."""
    make_member(dana, make_company(make_user(), company_name="Quiet Harbour"))
    make_company(dana, company_name="Solo Stand")
    client = PageClient.of(dana)
    assert PAGE in text_of(client.get("/account"))
    text = text_of(client.get(PAGE))
    assert ("You leave it." in text, "it is deactivated" in text) == (True, True)
    answer = client.post(PAGE, confirm_email=" Dana@people.example ", current_password=PASSWORD)
    assert goes_to(answer) == "/login?closed=1"
    page = client.get("/login?closed=1")
    assert (state_of(page), "Your account is closed" in text_of(page)) == ("account_closed", True)
    assert goes_to(client.get("/account")).startswith("/login")
    dana.refresh_from_db()
    assert dana.is_deleted


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ({"confirm_email": ""}, {"confirm_email"}),
        ({"confirm_email": "other@people.example"}, {"confirm_email"}),
        ({"current_password": "wrong horse 11"}, {"current_password"}),
        ({"confirm_email": "no", "current_password": ""}, {"confirm_email", "current_password"}),
    ],
)
def test_gen5_refused_entries(dana: User, entry: dict[str, str], fields: set[str]) -> None:
    client, before = PageClient.of(dana), footprint()
    answer = client.post(PAGE, **({"confirm_email": dana.email, "current_password": PASSWORD} | entry))
    assert (answer.status_code, set(form_errors(answer))) == (422, fields)
    assert footprint() == before
    dana.refresh_from_db()
    assert not dana.is_deleted


def test_me3_a_company_that_needs_the_person_is_named(dana: User) -> None:
    """The form is not offered; sent all the same, it is refused with the name."""
    company = make_company(dana, company_name="Quiet Harbour")
    make_member(make_user(), company)
    client = PageClient.of(dana)
    text = text_of(client.get(PAGE))
    assert ("A company needs you" in text, "current_password" in text) == (True, False)
    answer = client.post(PAGE, confirm_email=dana.email, current_password=PASSWORD)
    assert (answer.status_code, "only active administrator of Quiet Harbour" in text_of(answer)) == (409, True)


def test_a_locked_account_is_told_so(dana: User) -> None:
    client = PageClient.of(dana)
    for _ in range(5):
        client.post(PAGE, confirm_email=dana.email, current_password="wrong horse 11")
    answer = client.post(PAGE, confirm_email=dana.email, current_password=PASSWORD)
    assert (answer.status_code, "You can close the account in" in text_of(answer)) == (423, True)


def test_people_without_company_or_onboarding_can_go(dana: User) -> None:
    newcomer = make_user(is_onboarding_complete=False)
    client = PageClient.of(newcomer)
    assert client.get(PAGE).status_code == 200
    assert goes_to(client.post(PAGE, confirm_email=newcomer.email, current_password=PASSWORD)) == "/login?closed=1"
    assert goes_to(PageClient().get(PAGE)) == "/login?next=%2Faccount%2Fclose"


def test_the_page_takes_as_many_queries_for_twelve_companies_as_for_two(dana: User) -> None:
    client = PageClient.of(dana)

    def queries() -> int:
        client.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PAGE).status_code == 200
        return len(captured)

    def add(count: int) -> None:
        for _ in range(count):
            company = make_company()
            make_member(dana, company, role="company_admin")
            make_member(make_user(), company)

    add(2)
    few = queries()
    add(10)
    assert queries() == few
