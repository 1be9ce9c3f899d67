"""Rendering of mails: link secrets derived again, variables escaped, a missing one fails (MA-3, MA-4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template import Context
from django.template.engine import Engine

from common.links import derive_token
from logging_app.mail.email_type import EmailType
from logging_app.mail.types import email_type
from settings_app.selectors import get_str

PRODUCT_NAME = "EventLead"
DEFAULT_ZONE = "Australia/Sydney"
_MAX_SUBJECT = 255
_LINK = re.compile(r"https?://[^\s<>\"']+")


class BadMailData(ValueError):
    """The data of a mail does not fit its type: permanent, no retry helps (MA-2)."""


class _MissingVariable(str):
    """What Django puts in place of an unknown variable; putting it there fails."""

    __slots__ = ()

    def __mod__(self, variable: object) -> str:
        raise BadMailData(f"the template uses the unknown variable {variable}")


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """One message; ``links`` begins with the action link."""

    subject: str
    text: str
    html: str
    links: list[str]


def render_mail(code: str, data: Mapping[str, Any]) -> RenderedMail:
    """Render all parts of a mail from the data of its outbox row.

    Raises:
        BadMailData: a variable is missing or unknown, or an instant cannot be read.
        LookupError: the type is not registered.
    """
    kind = email_type(code)
    values = _values(kind, data)
    text = _part(kind, "message.txt", values)
    return RenderedMail(
        subject=_subject(kind, values),
        text=text.strip() + "\n",
        html=_part(kind, "message.html", values).strip() + "\n",
        links=_links(str(values[kind.action]), text),
    )


def render_subject(code: str, data: Mapping[str, Any]) -> str:
    """Render the subject alone, without line breaks, cut to its column. Raises as ``render_mail``."""
    kind = email_type(code)
    return _subject(kind, _values(kind, data))


def _subject(kind: EmailType, values: Mapping[str, Any]) -> str:
    # A line break in a name would start another header.
    return " ".join(_part(kind, "subject.txt", values).split())[:_MAX_SUBJECT]


@cache
def _engine() -> Engine:
    directories: Any = settings.TEMPLATES[0]["DIRS"]
    return Engine(
        dirs=[str(directory) for directory in directories],
        libraries={},
        string_if_invalid=_MissingVariable("%s"),
        autoescape=True,
    )


def _part(kind: EmailType, name: str, values: Mapping[str, Any]) -> str:
    autoescape = name.endswith(".html")
    template = _engine().get_template(f"mail/{kind.code}/{name}")
    return template.render(Context(dict(values), autoescape=autoescape))


def _values(kind: EmailType, data: Mapping[str, Any]) -> dict[str, Any]:
    missing = [name for name in ("name", *kind.required) if data.get(name) is None]
    if missing:
        raise BadMailData(f"{kind.code} lacks {', '.join(missing)}")
    zone = str(data.get("timezoneIdentifier") or DEFAULT_ZONE)
    values = {name: _value(name, data.get(name), kind, zone) for name in kind.variables}
    return values | {"productName": PRODUCT_NAME, "supportEmail": get_str("SUPPORT_EMAIL")}


def _value(name: str, value: Any, kind: EmailType, zone: str) -> Any:
    if value is None:
        return None
    if name in kind.instants:
        return _local_time(value, zone)
    return _address(value) if name.endswith("Url") else value


def _local_time(value: Any, zone: str) -> str:
    """``15 January 2026 at 2:04 pm (Australia/Sydney)``: the recipient's own time, and which that is (GEN-6)."""
    try:
        local = datetime.fromisoformat(str(value)).astimezone(ZoneInfo(zone))
    except (ValueError, KeyError, OSError) as error:
        raise BadMailData(f"{value!r} is no instant, or {zone!r} no time zone") from error
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{local.day} {local:%B %Y} at {hour}:{local:%M} {half} ({zone})"


def _address(value: Any) -> str:
    """Address of a link on the public origin; the secret of a stored ``{purpose, nonce}`` is derived here only."""
    path, query = value, ""
    if isinstance(value, Mapping):
        path = value["path"]
        if value.get("nonce"):
            query = "?" + urlencode({"token": derive_token(value["purpose"], value["nonce"])})
    text = str(path)
    return (settings.PUBLIC_ORIGIN + text if text.startswith("/") else text) + query


def _links(action: str, text: str) -> list[str]:
    found = [action, *_LINK.findall(text)]
    return list(dict.fromkeys(found))
