"""Passkeys of a person over REST: adding, listing, renaming, removing."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import UserPasskey
from accounts.services.passkeys import MAX_PASSKEYS
from common import clock
from tests.accounts.passkey_steps import add_passkey, log_in, person_with_passkey
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.authenticator import ORIGIN, RP_ID, Authenticator
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]


def begin(client: ApiClient, password: str = PASSWORD) -> Any:
    return client.post("/auth/passkeys/register/options", {"currentPassword": password})


def rows() -> int:
    return int(UserPasskey._base_manager.count())


def test_options_ask_for_a_discoverable_verified_credential() -> None:
    """The relying party is PUBLIC_ORIGIN; what the device keeps names nobody."""
    user = make_user()
    body = begin(client_of(user)).json()
    asked = body["publicKey"]
    assert asked["rp"] == {"name": "EventLead", "id": RP_ID}
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert (asked["attestation"], asked["excludeCredentials"]) == ("none", [])
    assert asked["user"]["name"] == user.email
    assert asked["challenge"] not in (None, "")
    assert begin(client_of(user)).json()["publicKey"]["challenge"] != asked["challenge"]


def test_adding(mailbox: Mailbox) -> None:
    """Kept with its key and counter; activity, auth event and mail tell of it."""
    user, device = make_user(), Authenticator(counter=7)
    answer = add_passkey(client_of(user), device, "  Dana's phone ")
    body = answer.json()
    assert answer.status_code == 201
    assert set(body) == {"userPasskeyId", "name", "createdDate", "lastUsedAt", "isBackedUp"}
    assert (body["name"], body["lastUsedAt"], body["isBackedUp"]) == ("Dana's phone", None, True)
    row = UserPasskey._base_manager.get()
    assert (row.pk, row.user_id, row.sign_count) == (body["userPasskeyId"], user.pk, 7)
    assert (row.credential_handle, len(row.credential_hash)) == (device.handle, 64)
    assert row.authenticator_model == "00112233-4455-6677-8899-aabbccddeeff"
    assert sorted(row.transports) == ["hybrid", "internal"]
    assert activities(action="USER_PASSKEY_ADDED") == ["USER_PASSKEY_ADDED"]
    assert auth_events(user_id=user.pk, event_type="PASSKEY_ADDED") == ["PASSKEY_ADDED"]
    (message,) = mailbox.to(user.email)
    assert "Dana's phone" in message.text


def test_wrong_password_counts_and_begins_nothing() -> None:
    """LK-3: an open session is no way to go on guessing."""
    user = make_user()
    client = client_of(user)
    assert field_codes(begin(client, "wrong horse 11")) == {"currentPassword": "incorrect_password"}
    user.refresh_from_db()
    assert user.failed_login_attempts == 1
    for _ in range(4):
        begin(client, "wrong horse 11")
    assert problem_code(begin(client)) == "ACCOUNT_LOCKED"
    assert rows() == 0


@pytest.mark.parametrize(
    "device",
    [
        Authenticator(origin="https://evil.example"),
        Authenticator(origin="http://app.eventlead.test"),
        Authenticator(rp_id="evil.example"),
        Authenticator(is_verifying=False),
    ],
    ids=["other origin", "other scheme", "other relying party", "no user verification"],
)
def test_answer_that_was_not_asked_for(device: Authenticator) -> None:
    """Nothing a request says about origin or relying party is believed; nothing is kept."""
    client = client_of(make_user())
    before = footprint()
    assert field_codes(add_passkey(client, device)) == {"credential": "not_applicable"}
    assert (rows(), footprint()) == (0, before)


def test_host_of_the_request_decides_nothing() -> None:
    """The options name PUBLIC_ORIGIN whatever address was called."""
    client = client_of(make_user())
    body = client.post(
        "/auth/passkeys/register/options",
        {"currentPassword": PASSWORD},
        Host="localhost",
        Origin="https://evil.example",
    )
    assert body.json()["publicKey"]["rp"]["id"] == RP_ID
    assert ORIGIN.endswith(RP_ID)


@pytest.mark.parametrize("credential", [{}, {"id": "x"}, {"id": 1, "response": []}, {"response": {"transports": 3}}])
def test_broken_credential(credential: dict[str, Any]) -> None:
    """GEN-4: parsers meet anything; the answer is one refusal."""
    client = client_of(make_user())
    body = {"ceremonyToken": begin(client).json()["ceremonyToken"], "credential": credential, "name": "Phone"}
    assert field_codes(client.post("/auth/passkeys/register", body)) == {"credential": "not_applicable"}
    assert field_codes(client.post("/auth/passkeys/register", {**body, "credential": "text"})) == {
        "credential": "wrong_type"
    }
    assert rows() == 0


def test_ceremony_works_once_for_one_person_within_five_minutes() -> None:
    """A ceremony token is bound to purpose, person and time."""
    user = make_user()
    client, device = client_of(user), Authenticator()
    begun = begin(client).json()
    body = {
        "ceremonyToken": begun["ceremonyToken"],
        "credential": device.register(begun["publicKey"]),
        "name": "Phone",
    }
    other = client_of(make_user()).post("/auth/passkeys/register", body)
    assert field_codes(other) == {"ceremonyToken": "not_applicable"}
    with time_machine.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        late = client_of(user).post("/auth/passkeys/register", body)
        assert field_codes(late) == {"ceremonyToken": "not_applicable"}
    forged = {**body, "ceremonyToken": begun["ceremonyToken"][:-2] + "xx"}
    assert field_codes(client.post("/auth/passkeys/register", forged)) == {"ceremonyToken": "not_applicable"}
    login = client.post("/auth/passkeys/login/options").json()
    foreign = {**body, "ceremonyToken": login["ceremonyToken"], "credential": device.register(begun["publicKey"])}
    assert field_codes(client.post("/auth/passkeys/register", foreign)) == {"ceremonyToken": "not_applicable"}
    assert rows() == 0
    assert client.post("/auth/passkeys/register", body).status_code == 201
    assert field_codes(client.post("/auth/passkeys/register", body)) == {"ceremonyToken": "not_applicable"}
    assert rows() == 1


def test_same_credential_twice() -> None:
    """One credential opens one account; the second person is refused."""
    user, device = make_user(), Authenticator()
    client = client_of(user)
    assert add_passkey(client, device).status_code == 201
    excluded = begin(client).json()["publicKey"]["excludeCredentials"]
    assert [one["id"] for one in excluded] == [device.handle]
    assert problem_code(add_passkey(client, device)) == "PASSKEY_EXISTS"
    assert problem_code(add_passkey(client_of(make_user()), device)) == "PASSKEY_EXISTS"
    assert rows() == 1


def test_ten_at_most() -> None:
    """A removed one makes room."""
    client = client_of(make_user())
    for number in range(MAX_PASSKEYS):
        answer = add_passkey(client, Authenticator(), f"Key {number}")
    refused = begin(client)
    assert problem_code(refused) == "PASSKEY_LIMIT_REACHED"
    assert f"at most {MAX_PASSKEYS} passkeys" in refused.json()["detail"]
    client.post(f"/auth/passkeys/{answer.json()['userPasskeyId']}/remove", {"currentPassword": PASSWORD})
    assert add_passkey(client, Authenticator()).status_code == 201


def test_list_is_the_persons_own() -> None:
    """TI-1: other people's passkeys are not there."""
    user = make_user()
    person_with_passkey(make_user())
    device = person_with_passkey(user)
    log_in(ApiClient(), device)
    body = client_of(user).get("/auth/passkeys").json()
    assert body["total"] == 1
    (item,) = body["items"]
    assert item["name"] == "Phone"
    assert item["lastUsedAt"] is not None


def test_renaming() -> None:
    """PATCH; the same name again records nothing."""
    user = make_user()
    person_with_passkey(user)
    client, key = client_of(user), UserPasskey._base_manager.get().pk
    assert client.patch(f"/auth/passkeys/{key}", {"name": "Laptop"}).json()["name"] == "Laptop"
    assert client.patch(f"/auth/passkeys/{key}", {"name": "Laptop"}).status_code == 200
    assert activities(action="USER_PASSKEY_RENAMED") == ["USER_PASSKEY_RENAMED"]
    assert field_codes(client.patch(f"/auth/passkeys/{key}", {"name": " "})) == {"name": "blank"}
    assert field_codes(client.patch(f"/auth/passkeys/{key}", {"name": "x" * 101})) == {"name": "too_long"}


def test_removing(mailbox: Mailbox) -> None:
    """Soft deletion; the passkey opens nothing any more and can be added again."""
    user = make_user()
    device = person_with_passkey(user)
    mailbox.clear()
    client, row = client_of(user), UserPasskey._base_manager.get()
    wrong = client.post(f"/auth/passkeys/{row.pk}/remove", {"currentPassword": "wrong horse 11"})
    assert field_codes(wrong) == {"currentPassword": "incorrect_password"}
    assert client.get("/auth/passkeys").json()["total"] == 1
    answer = client.post(f"/auth/passkeys/{row.pk}/remove", {"currentPassword": PASSWORD})
    assert answer.status_code == 204
    row.refresh_from_db()
    assert (row.is_deleted, row.deleted_by_id) == (True, user.pk)
    assert client.get("/auth/passkeys").json() == {"items": [], "total": 0}
    assert activities(action="USER_PASSKEY_REMOVED") == ["USER_PASSKEY_REMOVED"]
    assert auth_events(event_type="PASSKEY_REMOVED") == ["PASSKEY_REMOVED"]
    assert len(mailbox.to(user.email)) == 1
    assert problem_code(log_in(ApiClient(), device)) == "PASSKEY_INVALID"
    assert problem_code(client.post(f"/auth/passkeys/{row.pk}/remove", {"currentPassword": PASSWORD})) == "NOT_FOUND"


def test_other_peoples_passkeys_do_not_exist() -> None:
    """TI-3: 404, and nothing changes, not even a counter of wrong passwords."""
    person_with_passkey(make_user())
    stranger, row = make_user(), UserPasskey._base_manager.get()
    client = client_of(stranger)
    before = (footprint(), activities())
    assert problem_code(client.patch(f"/auth/passkeys/{row.pk}", {"name": "Mine"})) == "NOT_FOUND"
    for password in (PASSWORD, "wrong horse 11"):
        answer = client.post(f"/auth/passkeys/{row.pk}/remove", {"currentPassword": password})
        assert problem_code(answer) == "NOT_FOUND"
    row.refresh_from_db()
    stranger.refresh_from_db()
    assert (row.passkey_name, row.is_deleted, stranger.failed_login_attempts) == ("Phone", False, 0)
    assert (footprint(), activities()) == before


def test_visitors_reach_none_of_it() -> None:
    """GEN-8."""
    client = ApiClient()
    for method, path in (
        ("GET", "/auth/passkeys"),
        ("POST", "/auth/passkeys/register/options"),
        ("POST", "/auth/passkeys/register"),
        ("PATCH", "/auth/passkeys/1"),
        ("POST", "/auth/passkeys/1/remove"),
    ):
        assert problem_code(client.send(method, path, {})) == "AUTHENTICATION_REQUIRED"


def test_snapshot_and_trail_hold_no_key_material() -> None:
    """Secrets appear in no log: the activity names the passkey and nothing else."""
    from django.apps import apps

    device = person_with_passkey(make_user())
    for row in apps.get_model("auditing", "ActivityLog").all_companies.all():
        assert device.handle not in json.dumps([row.old_value, row.new_value], default=str)
