"""The service of breached passwords (PW-1): what it is told, what its answers do, and life without it."""

from __future__ import annotations

import logging
import socket
from typing import Any

import pytest
from prometheus_client import REGISTRY

from accounts.models import User
from common import shared_store
from logging_app.models import ApplicationError
from tests.accounts.conftest import SIGNUP
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, field_codes
from tests.support.breached import BREACHED, BreachedPasswords, sha1
from tests.support.pages import PageClient, text_of
from tests.support.state import forget_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

GOOD = SIGNUP["password"]
REFUSED = {"password": "password_too_common"}


def sign_up(password: str = BREACHED, **changes: Any) -> Any:
    return ApiClient().post("/auth/signup", {**SIGNUP, "password": password, **changes})


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("eventlead_breached_password_checks_total", {"outcome": outcome}) or 0.0


def let_the_pause_pass() -> None:
    """What thirty seconds do to the breaker."""
    client = shared_store.client()
    for key in client.scan_iter(match=shared_store.key("breached", "*:open")):
        client.delete(key)


def test_nobody_is_asked_by_default(settings: Any) -> None:
    assert settings.BREACHED_PASSWORDS_URL == ""
    before = counted("clean")
    assert sign_up().status_code == 202
    assert counted("clean") == before
    assert "data breach" not in text_of(PageClient().get("/signup"))
    assert "data breach" not in text_of(PageClient().get("/privacy"))


def test_a_breached_password_is_refused(breached: BreachedPasswords) -> None:
    """PW-1: under the documented code, with a message of its own."""
    before = counted("breached")
    answer = sign_up()
    assert field_codes(answer) == REFUSED
    assert "appears in known data breaches" in answer.json()["errors"][0]["message"]
    assert counted("breached") == before + 1
    assert not User.objects.exists()


def test_another_one_is_taken(breached: BreachedPasswords) -> None:
    before = counted("clean")
    assert sign_up(GOOD).status_code == 202
    assert counted("clean") == before + 1


def test_the_service_learns_five_signs_of_a_hash(breached: BreachedPasswords) -> None:
    """PW-2: nothing of the person, and not the password; padding hides which answer it was."""
    sign_up()
    assert breached.asked == [f"/mirror/range/{sha1(BREACHED)[:5]}"]
    (headers,) = breached.headers
    assert headers.pop("User-Agent") == "EventLead"
    assert headers.pop("Add-Padding") == "true"
    assert set(headers) == {"Host", "Accept", "Accept-Encoding", "Connection"}


def test_padding_counts_for_nothing(breached: BreachedPasswords) -> None:
    breached.pad(BREACHED)
    assert sign_up().status_code == 202


def test_one_with_the_same_beginning_is_another(breached: BreachedPasswords) -> None:
    breached.known = {sha1(BREACHED)[:34] + "0" * 6: 9, "0" * 5 + sha1(BREACHED)[5:]: 9}
    assert sign_up().status_code == 202
    assert len(breached.asked) == 1


@pytest.mark.parametrize("password", ["kettle 4x ä", "zwölf Kamele 12", "🪜 amber 92 ✓"])
def test_characters_of_any_script(breached: BreachedPasswords, password: str) -> None:
    breached.known = {sha1(password): 2}
    assert field_codes(sign_up(password)) == REFUSED


@pytest.mark.parametrize("password", ["qz7 x", "no digits here", "password1", "harbourline 1", "x1" * 65])
def test_what_another_rule_refuses_is_not_asked_about(breached: BreachedPasswords, password: str) -> None:
    assert "password" in field_codes(sign_up(password))
    assert breached.asked == []


def test_every_bad_field_is_named_at_once(breached: BreachedPasswords) -> None:
    """GEN-5."""
    assert field_codes(sign_up(acceptTerms=False)) == {**REFUSED, "acceptTerms": "terms_not_accepted"}


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [
        ("slow", "timeout"),
        ("drip", "timeout"),
        ("drop", "network"),
        ("http500", "http_status"),
        ("redirect", "http_status"),
        ("html", "malformed"),
        ("empty", "malformed"),
        ("huge", "malformed"),
    ],
)
def test_without_a_usable_answer_the_other_rules_decide(breached: BreachedPasswords, mode: str, outcome: str) -> None:
    """PW-1: it fails open, is asked once for one request, and is heard of."""
    breached.mode = mode
    before = counted(outcome)
    assert sign_up().status_code == 202
    assert len(breached.asked) == 1
    assert counted(outcome) == before + 1
    assert field_codes(sign_up("qz7 x")) == {"password": "password_too_short"}
    row = ApplicationError.objects.get()
    assert (row.severity, row.path) == ("error", "/api/v1/auth/signup")
    assert f"The service of data breaches gives no usable answer ({outcome})" in row.error_message
    assert row.error_message in (row.stack_trace or ""), "nothing of it had to be redacted"


def test_nobody_listens(settings: Any) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.BREACHED_PASSWORDS_URL = f"http://127.0.0.1:{unused.getsockname()[1]}"
        before = counted("network")
        assert sign_up().status_code == 202
        assert counted("network") == before + 1


def test_after_three_failures_nobody_waits_for_a_while(breached: BreachedPasswords) -> None:
    """Three questions, then a pause, then one probe, which decides."""
    breached.mode, before = "http500", counted("paused")
    for _ in range(5):
        assert sign_up().status_code == 202
    assert (len(breached.asked), counted("paused")) == (3, before + 2)
    let_the_pause_pass()
    assert sign_up().status_code == 202
    assert sign_up().status_code == 202
    assert (len(breached.asked), counted("paused")) == (4, before + 3)
    let_the_pause_pass()
    breached.mode = "ok"
    assert field_codes(sign_up()) == REFUSED
    assert field_codes(sign_up()) == REFUSED


def test_an_answer_in_between_starts_the_count_anew(breached: BreachedPasswords) -> None:
    for _ in range(3):
        for mode in ("http500", "html", "ok"):
            breached.mode = mode
            sign_up()
    assert len(breached.asked) == 9


def test_failures_are_recorded_once_a_minute(breached: BreachedPasswords, caplog: pytest.LogCaptureFixture) -> None:
    """ER-1, PW-2: one row for many, and neither it nor a log line holds the password or any part of its hash."""
    caplog.set_level(logging.DEBUG)
    breached.mode = "html"
    for _ in range(3):
        sign_up()
    assert len(breached.asked) == 3
    row = ApplicationError.objects.get()
    texts = [row.error_message, row.stack_trace or "", row.path or "", str(row.additional_data or "")]
    texts += [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
    for secret in (BREACHED, sha1(BREACHED)[5:], sha1(BREACHED)[5:].lower(), "/range/"):
        assert not [text for text in texts if secret in text]


@pytest.mark.parametrize("mode", ["ok", "html"])
@pytest.mark.parametrize("status", ["active", "pending", "suspended"])
def test_known_and_unknown_addresses_ask_the_same(breached: BreachedPasswords, status: str, mode: str) -> None:
    """GEN-11: the same questions and answers, whether the password is refused or taken."""
    breached.mode = mode
    known = make_user(status=status).email
    seen = []
    for email in (known, "nobody@people.example"):
        answers = [sign_up(password, email=email) for password in (GOOD, BREACHED, "qz7 x")]
        told = [(answer.status_code, answer.json().get("errors")) for answer in answers]
        seen.append((told, breached.asked[:]))
        breached.asked.clear()
        forget_everything()
    assert seen[0] == seen[1]
    assert len(seen[0][1]) == 2


def test_pages_say_what_is_asked(breached: BreachedPasswords) -> None:
    """GEN-9: the rule beside the field; the privacy notice names what leaves the house."""
    assert "has not appeared in a known data breach" in text_of(PageClient().get("/signup"))
    assert "learns five characters of a" in text_of(PageClient().get("/privacy"))
    assert breached.asked == []
