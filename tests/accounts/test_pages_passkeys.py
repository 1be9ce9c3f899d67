"""Passkeys on pages: what the script posts to, and the forms that work without it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accounts.models import UserPasskey, UserRefreshToken
from tests.accounts.passkey_steps import person_with_passkey
from tests.factories.accounts import PASSWORD, make_user
from tests.support.authenticator import Authenticator
from tests.support.pages import PageClient, goes_to, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

SECURITY = "/account/security"


def add(client: PageClient, device: Authenticator, name: str = "Phone") -> Any:
    """Both steps as the script takes them."""
    begun = client.post(f"{SECURITY}/passkeys/options", name=name, current_password=PASSWORD).json()
    credential = json.dumps(device.register(begun["publicKey"]))
    entries = {"ceremony_token": begun["ceremonyToken"], "credential": credential, "name": name}
    return client.post(f"{SECURITY}/passkeys", **entries)


def log_in(client: PageClient, device: Authenticator, **more: str) -> Any:
    begun = client.post("/login/passkey/options").json()
    credential = json.dumps(device.sign(begun["publicKey"]))
    return client.post("/login/passkey", ceremony_token=begun["ceremonyToken"], credential=credential, **more)


def test_adding_shows_it_in_the_list() -> None:
    client = PageClient.of(make_user())
    assert "You have no passkey yet." in text_of(client.get(SECURITY))
    assert add(client, Authenticator(), "Dana's <phone>").json() == {"next": SECURITY}
    page = text_of(client.get(SECURITY))
    assert "Dana&#x27;s &lt;phone&gt;" in page
    assert "not used yet" in page


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8000", "http://[::1]:8000"])
def test_an_address_of_numbers_has_none(settings: Any, origin: str) -> None:
    """GEN-5: the page says what keeps them away instead of offering what must fail."""
    client = PageClient.of(make_user())
    assert "data-passkey-place" in text_of(client.get(SECURITY))
    settings.PUBLIC_ORIGIN = origin
    page = text_of(client.get(SECURITY))
    assert "data-passkey-place" not in page
    assert "tied to the name of a website" in page


def test_refusals_are_texts_for_the_script() -> None:
    """GEN-5: what is wrong, and nothing is kept."""
    client = PageClient.of(make_user())
    wrong = client.post(f"{SECURITY}/passkeys/options", name="Phone", current_password="wrong horse 11")
    assert (wrong.status_code, wrong.json()) == (422, {"message": "This is not your present password."})
    nameless = client.post(f"{SECURITY}/passkeys/options", name="", current_password=PASSWORD)
    assert (nameless.status_code, "Name the passkey" in nameless.json()["message"]) == (422, True)
    broken = client.post(f"{SECURITY}/passkeys", ceremony_token="x", credential="{", name="Phone")
    assert (broken.status_code, "five minutes" in broken.json()["message"]) == (422, True)
    assert not UserPasskey._base_manager.exists()


def test_renaming_and_removing_without_scripts() -> None:
    user = make_user()
    person_with_passkey(user)
    client, key = PageClient.of(user), UserPasskey._base_manager.get().pk
    assert goes_to(client.post(f"{SECURITY}/passkeys/{key}/rename", name="Laptop")) == SECURITY
    assert "Laptop" in text_of(client.get(SECURITY))
    assert goes_to(client.post(f"{SECURITY}/passkeys/{key}/remove", current_password="wrong horse 11")) == SECURITY
    assert "This is not your present password." in text_of(client.get(SECURITY))
    assert UserPasskey._base_manager.filter(is_deleted=False).exists()
    assert goes_to(client.post(f"{SECURITY}/passkeys/{key}/remove", current_password=PASSWORD)) == SECURITY
    assert not UserPasskey._base_manager.filter(is_deleted=False).exists()


def test_other_peoples_passkeys_do_not_exist() -> None:
    """TI-3."""
    person_with_passkey(make_user())
    client, row = PageClient.of(make_user()), UserPasskey._base_manager.get()
    assert client.post(f"{SECURITY}/passkeys/{row.pk}/rename", name="Mine").status_code == 404
    assert client.post(f"{SECURITY}/passkeys/{row.pk}/remove", current_password=PASSWORD).status_code == 404
    row.refresh_from_db()
    assert (row.passkey_name, row.is_deleted) == ("Phone", False)


@pytest.mark.parametrize(
    ("user_values", "sent", "lands"),
    [
        ({}, {}, "/dashboard"),
        ({}, {"next": "/account?tab=2"}, "/account?tab=2"),
        ({}, {"next": "https://evil.example/"}, "/dashboard"),
        ({"is_onboarding_complete": False, "onboarding_step": 2}, {}, "/onboarding/company"),
    ],
)
def test_log_in(user_values: dict[str, Any], sent: dict[str, str], lands: str) -> None:
    """LG-3, SE-9: a page session with the second factor done."""
    user = make_user(**user_values)
    device, client = person_with_passkey(user), PageClient()
    answer = log_in(client, device, **sent)
    assert (answer.status_code, answer.json()) == (200, {"next": lands})
    assert client.get(lands).status_code == 200
    row = UserRefreshToken.objects.get(transport="page")
    assert (row.user_id, row.has_second_factor) == (user.pk, True)


def test_refused_log_in() -> None:
    """One text for everything that is wrong; a status is told as with the right password."""
    user = make_user()
    device, client = person_with_passkey(user), PageClient()
    answer = log_in(client, Authenticator(user_handle=device.user_handle))
    assert (answer.status_code, answer.json()["message"]) == (
        401,
        "This passkey was not accepted. Try again, or log in with your password.",
    )
    assert not UserRefreshToken.objects.filter(transport="page").exists()


def test_posts_need_the_csrf_token() -> None:
    client = PageClient(checks_csrf=True)
    assert client.post("/login/passkey/options").status_code == 403
    assert client.post("/login/passkey").status_code == 403


def test_log_in_page_offers_it_to_the_script() -> None:
    """Hidden without scripting; the script finds the forms by their data attributes."""
    page = text_of(PageClient().get("/login"))
    assert 'data-passkey="get"' in page
    assert 'data-options-url="/login/passkey/options"' in page
