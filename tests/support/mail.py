"""The mailbox of tests: the outbox, sent through Django's in-memory backend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core import mail

_LINK = re.compile(r"https?://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Message:
    """One message as its recipient sees it."""

    to: str
    subject: str
    text: str
    html: str

    @property
    def links(self) -> list[str]:
        return _LINK.findall(self.text)

    @property
    def token(self) -> str:
        """The secret of the action link."""
        for link in self.links:
            if found := parse_qs(urlsplit(link).query).get("token"):
                return found[0]
        raise AssertionError(f"no link with a token in {self.text!r}")


class Mailbox:
    """``mailbox()`` sends what is due and returns everything sent in this test, oldest first."""

    def __call__(self) -> list[Message]:
        send_due_mail()
        return [_message(sent) for sent in mail.outbox]

    def to(self, address: str) -> list[Message]:
        """Messages to one address, oldest first."""
        return [message for message in self() if message.to == address]

    def token_for(self, address: str) -> str:
        """Secret of the newest link mailed to ``address``."""
        return self.to(address)[-1].token

    def clear(self) -> None:
        """Send what is due and forget it."""
        self()
        mail.outbox.clear()


def send_due_mail() -> None:
    """Deliver what the outbox holds, as the worker would."""
    from logging_app.services import deliver_due

    deliver_due()


def _message(sent: Any) -> Message:
    html = next((body for body, kind in getattr(sent, "alternatives", []) if kind == "text/html"), "")
    return Message(to=sent.to[0], subject=sent.subject, text=sent.body, html=str(html))
