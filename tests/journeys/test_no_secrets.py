"""No secret in clear: after a journey with payload capture on, every table and log line is searched (LO-4, AU-2)."""

from __future__ import annotations

import logging
import logging.config
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from common import clock
from logging_app.models import ApiRequest, ApplicationError
from logging_app.services import flush_request_log
from tests.accounts.second_factor_steps import STEP, code_at, wrong_code
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, problem_code
from tests.support.authenticator import ORIGIN, Authenticator
from tests.support.breached import BREACHED, BreachedPasswords, sha1
from tests.support.limits import set_setting
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, goes_to
from tests.support.sessions import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register", "roomy")]

DANA, PRIYA = "dana.reed@harbourline.example", "priya@harbourline.example"
MOVED, EVE = "priya@newplace.example", "eve@people.example"
FIRST, SECOND, THIRD, OTHER = "blue kettle 47", "amber ladder 92", "violet anchor 33", "green lantern 92"
WRONG = "orange window 58"
_JSON = settings.LOGGING["formatters"]["json"]
KEYS = (
    *("SECRET_KEY", "JWT_SIGNING_KEY", "LINK_SIGNING_KEY", "IP_HASH_KEY", "AUDIT_DIGEST_KEY"),
    "SECOND_FACTOR_KEY",
)


def test_no_secret_is_stored_or_logged_in_clear(
    api: ApiClient,
    mailbox: Mailbox,
    breached: BreachedPasswords,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """LO-4, AU-2, MA-3, SE-4: passwords, tokens, links, cookies and keys stand in no table and no log line."""
    caplog.set_level(logging.DEBUG)
    set_setting("LOGGING_CAPTURE_PAYLOADS", "true")
    secrets = {FIRST, SECOND, THIRD, OTHER, WRONG, *(getattr(settings, name) for name in KEYS)}
    secrets |= _account(api, mailbox)
    secrets |= _company_and_invitation(api, mailbox)
    secrets |= _pages()
    monkeypatch.setattr(settings, "PUBLIC_ORIGIN", ORIGIN)  # passkeys need a host name
    secrets |= _passkeys(api)
    secrets |= _change_of_address(api, mailbox)
    secrets |= _change_of_address_by_staff(api, mailbox)
    secrets |= _second_factor(api)
    secrets |= _second_factor_by_page(api)
    secrets |= _breached(api, breached)
    flush_request_log()

    assert ApiRequest.objects.exclude(request_payload=None).count() > 10, "capture was on"
    rows = _tables()
    assert any(DANA in text for _, text in rows), "the search sees what is stored"
    found = [(table, secret) for table, text in rows for secret in secrets if secret in text]
    assert found == []
    formatter = logging.config.DictConfigurator(settings.LOGGING).configure_formatter(dict(_JSON))
    lines = "\n".join(formatter.format(record) for record in caplog.records)
    assert [secret for secret in secrets if secret in lines] == []


def _account(api: ApiClient, mailbox: Mailbox) -> set[str]:
    """Sign-up to reset, failures included; returns the tokens that passed by."""
    person = {"email": DANA, "firstName": "Dana", "lastName": "Reed", "acceptTerms": True}
    assert api.post("/auth/signup", {**person, "password": FIRST}).status_code == 202
    link = mailbox.token_for(DANA)
    assert api.post("/auth/verify-email", {"token": link}).status_code == 200
    assert problem_code(api.post("/auth/verify-email", {"token": link})) == "TOKEN_USED"
    assert problem_code(api.post("/auth/login", {"email": DANA, "password": WRONG})) == "INVALID_CREDENTIALS"
    session = api.post("/auth/login", {"email": DANA, "password": FIRST}).json()
    renewed = api.post("/auth/refresh", {"refreshToken": session["refreshToken"]}).json()
    assert problem_code(api.post("/auth/refresh", {"refreshToken": session["refreshToken"]})) == "REFRESH_TOKEN_REUSED"
    by_cookie = api.post("/auth/login", {"email": DANA, "password": FIRST, "tokenTransport": "cookie"})
    change = {"currentPassword": FIRST, "newPassword": SECOND}
    changed = api.post("/auth/change-password", change, token=by_cookie.json()["accessToken"]).json()
    assert api.post("/auth/password-reset/request", {"email": DANA}).status_code == 202
    reset = mailbox.token_for(DANA)
    weak = api.post("/auth/password-reset/confirm", {"token": reset, "newPassword": "short"})
    assert problem_code(weak) == "VALIDATION_ERROR"
    assert api.post("/auth/password-reset/confirm", {"token": reset, "newPassword": THIRD}).status_code == 200
    assert problem_code(api.get(f"/auth/me?access_token={reset}", token=changed["accessToken"])) != ""
    granted = [session, renewed, changed, by_cookie.json()]
    tokens = {one[name] for one in granted for name in ("accessToken", "refreshToken") if one.get(name)}
    return tokens | {link, reset, by_cookie.cookies["eventlead_refresh"].value}


def _company_and_invitation(api: ApiClient, mailbox: Mailbox) -> set[str]:
    session = api.post("/auth/login", {"email": DANA, "password": THIRD}).json()
    dana = ApiClient(session["accessToken"])
    details = {"firstName": "Dana", "lastName": "Reed", "countryCode": "AU", "timezoneIdentifier": "Australia/Sydney"}
    assert dana.put("/users/me/onboarding-details", details).status_code == 200
    billing = {"billingAddressLine1": "1 Example Street", "billingCity": "Sydney", "billingState": "NSW"}
    company = {"companyName": "Harbourline Exhibits", "countryCode": "AU", "abn": "50910000010"}
    made = dana.post("/companies", {**company, "billingDetails": {**billing, "billingPostalCode": "2000"}}).json()
    dana = ApiClient(made["accessToken"])
    invited = {"invitedEmail": PRIYA, "firstName": "Priya", "lastName": "Shah", "roleCode": "company_user"}
    assert dana.post(f"/companies/{made['company']['companyId']}/invitations", invited).status_code == 201
    link = mailbox.token_for(PRIYA)
    assert api.post("/invitations/preview", {"token": link}).status_code == 200
    joined = api.post("/invitations/signup", {"token": link, "password": OTHER, "acceptTerms": True}).json()
    used = api.post("/invitations/signup", {"token": link, "password": OTHER, "acceptTerms": True})
    assert problem_code(used) == "INVITATION_NOT_PENDING"
    kept = {session["accessToken"], session["refreshToken"], made["accessToken"], link}
    return kept | {joined["accessToken"], joined["refreshToken"]}


def _pages() -> set[str]:
    client = PageClient()
    assert client.post("/login", email=PRIYA, password=WRONG).status_code != 302
    assert goes_to(client.post("/login", email=PRIYA, password=OTHER))
    return {client.http.cookies[settings.SESSION_COOKIE_NAME].value}


def _change_of_address(api: ApiClient, mailbox: Mailbox) -> set[str]:
    """A wrong password first, then both links, one of them by page."""
    session = api.post("/auth/login", {"email": PRIYA, "password": OTHER}).json()
    priya, moved = ApiClient(session["accessToken"]), MOVED
    change = {"newEmail": moved, "currentPassword": WRONG}
    assert problem_code(priya.post("/users/me/email-change", change)) == "VALIDATION_ERROR"
    assert priya.post("/users/me/email-change", {**change, "currentPassword": OTHER}).status_code == 202
    old, new = mailbox.token_for(PRIYA), mailbox.token_for(moved)
    assert api.post("/auth/email-change/confirm", {"token": old}).status_code == 200
    client = PageClient()
    assert goes_to(client.get(f"/confirm-email-change?token={new}")) == "/confirm-email-change"
    assert goes_to(client.post("/confirm-email-change", action="confirm"))
    assert problem_code(api.post("/auth/login", {"email": PRIYA, "password": OTHER})) == "INVALID_CREDENTIALS"
    return {session["accessToken"], session["refreshToken"], old, new}


def _change_of_address_by_staff(api: ApiClient, mailbox: Mailbox) -> set[str]:
    """Confirmed, then stopped, so that the address stays; the staff's own token was in no answer."""
    staff = client_of(make_user(role="system_admin"))
    [user] = staff.get(f"/admin/users?email={MOVED}").json()["items"]
    body = {"newEmail": "priya@third.example", "reason": "Left", "identityProof": "in_person"}
    path = f"/admin/users/{user['userId']}/change-email"
    assert problem_code(staff.post(path, {**body, "reason": ""})) == "VALIDATION_ERROR"
    assert staff.post(path, body).status_code == 202
    old, new = mailbox.token_for(MOVED), mailbox.token_for(body["newEmail"])
    assert api.post("/auth/email-change/confirm", {"token": new}).json()["isNewConfirmed"] is True
    assert problem_code(api.post("/auth/email-change/confirm", {"token": old})) == "TOKEN_INVALID"
    assert api.post("/auth/email-change/stop", {"token": old}).status_code == 204
    return {old, new}


def _passkeys(api: ApiClient) -> set[str]:
    """Adding one and logging in with it, each refused before: ceremonies, and what the device signs and answers."""
    token = api.post("/auth/login", {"email": PRIYA, "password": OTHER}).json()["accessToken"]
    client, device = ApiClient(token), Authenticator()
    begin = "/auth/passkeys/register/options"
    assert problem_code(client.post(begin, {"currentPassword": WRONG})) == "VALIDATION_ERROR"
    begun = client.post(begin, {"currentPassword": OTHER}).json()
    made = {"ceremonyToken": begun["ceremonyToken"], "credential": device.register(begun["publicKey"]), "name": "Phone"}
    assert problem_code(client.post("/auth/passkeys/register", {**made, "name": ""})) == "VALIDATION_ERROR"
    assert client.post("/auth/passkeys/register", made).status_code == 201
    asked = api.post("/auth/passkeys/login/options").json()
    signed = {"ceremonyToken": asked["ceremonyToken"], "credential": device.sign(asked["publicKey"])}
    foreign = {**signed, "credential": {**signed["credential"], "id": "AAAA"}}
    assert problem_code(api.post("/auth/passkeys/login", foreign)) != ""
    asked = api.post("/auth/passkeys/login/options").json()
    again = {"ceremonyToken": asked["ceremonyToken"], "credential": device.sign(asked["publicKey"])}
    session = api.post("/auth/passkeys/login", again).json()
    answers = [body["credential"]["response"] for body in (made, signed, again)]
    parts = ("clientDataJSON", "attestationObject", "signature")
    shown = {answer[part] for answer in answers for part in parts if part in answer}
    ceremonies = {body["ceremonyToken"] for body in (made, signed, again)}
    return shown | ceremonies | {token, session["accessToken"], session["refreshToken"]}


def _second_factor(api: ApiClient) -> set[str]:
    """Turning it on and logging in by app and by recovery code, each refused before."""
    user = {"email": DANA, "password": THIRD}
    session = api.post("/auth/login", user).json()
    client, base = ApiClient(session["accessToken"]), "/auth/second-factor"
    assert problem_code(client.post(f"{base}/authenticator", {"currentPassword": WRONG})) == "VALIDATION_ERROR"
    setup = client.post(f"{base}/authenticator", {"currentPassword": THIRD}).json()
    key, now = setup["setupKey"], clock.now()
    typed = [code_at(key, now), code_at(key, now + STEP)]
    assert problem_code(client.post(f"{base}/authenticator/confirm", {"code": wrong_code(key)})) == "VALIDATION_ERROR"
    codes = client.post(f"{base}/authenticator/confirm", {"code": typed[0]}).json()["recoveryCodes"]
    assert len(codes) == 10
    challenges = [api.post("/auth/login", user).json()["challengeToken"] for _ in range(3)]
    assert problem_code(api.post(base, {"challengeToken": challenges[0], "code": codes[0][:9]})) != ""
    opened = [api.post(base, {"challengeToken": challenges[1], "code": typed[1]})]
    opened += [api.post(base, {"challengeToken": challenges[2], "code": codes[0].upper()})]
    assert [answer.status_code for answer in opened] == [200, 200]
    renewed = client.post(f"{base}/recovery-codes", {"currentPassword": THIRD}).json()["recoveryCodes"]
    shown = {key, setup["otpauthUri"], *codes, *renewed, codes[0].upper(), *challenges}
    # Six digits stand in many rows by chance, so the codes of the app are looked for as they were sent.
    shown |= {f"code{quote}: {quote}{code}" for code in typed for quote in ('"', '""')}
    return shown | {answer.json()[name] for answer in opened for name in ("accessToken", "refreshToken")}


def _second_factor_by_page(api: ApiClient) -> set[str]:
    """The same on pages, whose forms and answers are captured too: key, QR code, codes as a list and as a file."""
    session = api.post("/auth/login", {"email": MOVED, "password": OTHER}).json()
    details = {"firstName": "Priya", "lastName": "S", "countryCode": "AU", "timezoneIdentifier": "Australia/Sydney"}
    saved = ApiClient(session["accessToken"]).put("/users/me/onboarding-details", details)
    assert saved.status_code == 200, saved.content
    client, path = PageClient(), "/account/security/authenticator"
    assert goes_to(_send(client, "/login", email=MOVED, password=OTHER)) == "/dashboard"
    assert goes_to(_send(client, f"{path}/begin", current_password=OTHER)) == path
    shown = client.get(path).context
    key = parse_qs(urlsplit(shown["otpauth_uri"]).query)["secret"][0]
    now = clock.now()
    assert _send(client, path, code=wrong_code(key)).status_code == 422
    page = _send(client, path, code=code_at(key, now))
    codes, file = page.context["codes"], page.context["file_address"]
    assert (len(codes), codes[0] in file) == (10, True)
    _send(client, "/logout")
    assert goes_to(_send(client, "/login", email=MOVED, password=OTHER)) == "/login/second-factor"
    assert _send(client, "/login/second-factor", recovery_code=codes[0][:8]).status_code != 302
    assert goes_to(_send(client, "/login/second-factor", recovery_code=codes[0])) == "/dashboard"
    groups = "</span><span>".join(shown["key_groups"])
    typed = {f"code{quote}: [{quote}{code_at(key, now)}" for quote in ('"', '""')}
    return {key, groups, shown["qr_code"][40:], file[-60:], *codes, *typed}


def _send(client: PageClient, path: str, **entries: str) -> Any:
    """A form as browsers send it, which is what capture reads."""
    answer = client.http.post(path, urlencode(entries), content_type="application/x-www-form-urlencoded")
    assert answer.status_code < 500
    return answer


def _breached(api: ApiClient, service: BreachedPasswords) -> set[str]:
    """A password refused on page and over REST, then a service in trouble; whatever it was asked is secret, too."""
    names = {"email": EVE, "firstName": "Eve", "lastName": "Moss", "acceptTerms": True}
    assert problem_code(api.post("/auth/signup", {**names, "password": BREACHED})) == "VALIDATION_ERROR"
    entries = {"email": EVE, "first_name": "Eve", "last_name": "Moss", "accept_terms": "on"}
    assert PageClient().post("/signup", **entries, password=BREACHED).status_code == 422
    service.mode = "html"
    assert api.post("/auth/signup", {**names, "password": BREACHED}).status_code == 202
    assert ApplicationError.objects.filter(error_type__endswith="BreachServiceUnavailableError").count() == 1
    digests = {sha1(password) for password in (FIRST, SECOND, THIRD, OTHER, BREACHED)}
    assert {path[-5:] for path in service.asked} == {digest[:5] for digest in digests}
    shown = {*digests, *(digest[5:] for digest in digests), *(f"range/{digest[:5]}" for digest in digests)}
    return {BREACHED} | shown | {text.lower() for text in shown}


def _tables() -> list[tuple[str, str]]:
    """Every row of every table as text."""
    texts: list[tuple[str, Any]] = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT t::text FROM {table} t")
            texts += [(model._meta.db_table, row) for (row,) in cursor.fetchall()]
    return texts
