"""Texts of mails (MA-4) and the mail page of development mode (api.md section 10)."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from common.links import derive_token
from logging_app.mail.email_type import EmailType
from logging_app.mail.renderer import BadMailData, render_mail, render_subject
from logging_app.mail.types import EMAIL_TYPES
from logging_app.models import EmailDelivery
from logging_app.services import LinkRef, deliver_due, queue_email

pytestmark = pytest.mark.django_db
TYPES = sorted(EMAIL_TYPES)


class Text(HTMLParser):
    def __init__(self, document: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if tag == "a" and name == "href"]
        assert tag not in {"script", "img", "link"}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("code", TYPES)
def test_ma4_every_type_has_html_and_text_one_action_reason_and_advice(code: str) -> None:
    kind = EMAIL_TYPES[code]
    mail = render_mail(code, kind.full_sample)
    page = Text(mail.html)
    assert mail.subject
    assert "\n" not in mail.subject
    assert mail.links[0].startswith(django_settings.PUBLIC_ORIGIN)
    assert page.links[0] == mail.links[0]
    assert mail.links[0] in mail.text
    for part in (mail.text, " ".join(page.words)):
        assert "Anna O'Neil" in part
        assert "Why you get this mail:" in part
        assert "Was it not you?" in part
        assert "support@eventlead.example" in part
        assert "{{" not in part


@pytest.mark.parametrize("code", TYPES)
def test_ma4_each_required_variable_is_really_required(code: str) -> None:
    kind = EMAIL_TYPES[code]
    for name in ("name", *kind.required):
        with pytest.raises(BadMailData, match=name):
            render_mail(code, {key: value for key, value in kind.full_sample.items() if key != name})
    render_mail(code, {key: value for key, value in kind.full_sample.items() if key not in kind.optional})


def test_every_template_has_its_type() -> None:
    folders = {path.name for path in (Path(django_settings.BASE_DIR) / "templates" / "mail").iterdir() if path.is_dir()}
    assert folders == set(EMAIL_TYPES)


def test_ma4_a_template_with_an_unknown_variable_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = EmailType("welcome", action="dashboardUrl", required=("dashboardUrl",))
    monkeypatch.setitem(EMAIL_TYPES, "welcome", kind)
    with pytest.raises(BadMailData, match="companyName"):
        render_mail("welcome", {"name": "Anna", "dashboardUrl": "/dashboard"})


def test_ma4_variables_are_escaped_and_headers_lose_line_breaks() -> None:
    data = EMAIL_TYPES["team_invitation"].full_sample | {
        "inviterName": "Eve\r\nBcc: all@example.org <script>alert(1)</script>"
    }
    mail = render_mail("team_invitation", data)
    assert "<script>" not in mail.html
    assert "&lt;script&gt;" in mail.html
    assert "<script>" in mail.text
    assert mail.subject == "Eve Bcc: all@example.org <script>alert(1)</script> invites you to Fair & Square"
    assert len(render_subject("team_invitation", data | {"companyName": "x" * 400})) == 255


def test_gen6_instants_are_shown_in_the_recipients_zone_and_name_it() -> None:
    sample = EMAIL_TYPES["password_changed"].full_sample
    assert "15 January 2026 at 2:04 pm (Australia/Sydney)" in render_mail("password_changed", sample).text
    in_utc = render_mail("password_changed", sample | {"timezoneIdentifier": "UTC"}).text
    assert "15 January 2026 at 3:04 am (UTC)" in in_utc


def send(recipient: str = "anna@example.org") -> EmailDelivery:
    row = queue_email(
        email_type="password_reset",
        recipient=recipient,
        data={"name": "Anna", "expiryHours": 1},
        links={"resetUrl": LinkRef("/reset-password/confirm", "password_reset", f"nonce of {recipient}")},
    )
    deliver_due()
    return row


@pytest.fixture
def catching(settings: Any) -> Client:
    settings.EMAIL_TRANSPORT, settings.IS_DEVELOPMENT = "catcher", True
    settings.ROOT_URLCONF = "logging_app.web.urls"
    settings.MIDDLEWARE = []
    return Client(raise_request_exception=False)


def test_dev_mail_lists_what_was_sent_newest_first(catching: Client) -> None:
    first, second = send(), send("ben@example.org")
    found = catching.get("/dev/mail/messages").json()
    assert [message["id"] for message in found] == [second.pk, first.pk]
    (message,) = catching.get("/dev/mail/messages", {"to": "Anna@example.org"}).json()
    assert set(message) == {"id", "to", "subject", "text", "html", "links", "sentAt"}
    token = derive_token("password_reset", "nonce of anna@example.org")
    assert message["links"][0] == f"{django_settings.PUBLIC_ORIGIN}/reset-password/confirm?token={token}"
    assert (message["to"], message["subject"]) == ("anna@example.org", "Choose a new password")
    assert message["sentAt"].endswith("Z")


def test_dev_mail_shows_nothing_that_has_not_left(catching: Client) -> None:
    queue_email(
        email_type="account_exists",
        recipient="anna@example.org",
        data={"name": "Anna", "loginUrl": "/login", "resetUrl": "/reset-password"},
    )
    assert catching.get("/dev/mail/messages").json() == []


def test_dev_mail_shows_the_html_in_a_frame_without_scripts(catching: Client) -> None:
    row = send()
    response = catching.get(f"/dev/mail/{row.pk}/html")
    assert "Choose a new password" in response.content.decode()
    assert "script-src" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert catching.get("/dev/mail?id=999999").status_code == 404
    assert catching.get("/dev/mail?id=x").status_code == 404


@pytest.mark.parametrize("change", [{"IS_DEVELOPMENT": False}, {"EMAIL_TRANSPORT": "smtp"}])
def test_dev_mail_does_not_exist_outside_development(catching: Client, settings: Any, change: dict[str, Any]) -> None:
    row = send()
    for name, value in change.items():
        setattr(settings, name, value)
    for address in ("/dev/mail", "/dev/mail/messages", f"/dev/mail/{row.pk}/html"):
        assert catching.get(address).status_code == 404
