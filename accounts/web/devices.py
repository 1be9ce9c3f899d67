"""Names for devices, read from the user agent; good enough to recognise one's own (SE-1).

A user agent is whatever a client chose to send: it is cut before anything reads it, and of what is shown only plain
characters are kept, so that no name can pretend to be another line of the page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ua_parser import OS, Device, UserAgent, parse

UNKNOWN = "Unknown device"

# Agents of real browsers are shorter; a longer one only costs time.
_LONGEST_AGENT = 300
_LONGEST_NAME = 40
_BROWSER_START = ("Mozilla/", "Opera/")
_PROGRAM = re.compile(r"([A-Za-z][A-Za-z0-9._+-]*)(?:/v?([0-9]{1,6}))?(?![A-Za-z0-9])")
_ODD = re.compile(r"[^A-Za-z0-9 .,_+()'/-]+")

_BROWSERS = {
    "Chrome Mobile": "Chrome",
    "Chrome Mobile iOS": "Chrome",
    "Chrome Mobile WebView": "Chrome",
    "Edge Mobile": "Edge",
    "Firefox iOS": "Firefox",
    "Firefox Mobile": "Firefox",
    "HeadlessChrome": "Headless Chrome",
    "Mobile Safari": "Safari",
    "Mobile Safari UI/WKWebView": "App",
    "Opera Mobile": "Opera",
}
_SYSTEMS = {"Mac OS X": "Mac", "Chrome OS": "Chromebook"}
_APPLE_HANDHELDS = ("iPhone", "iPad", "iPod")
_HANDHELDS = (*_APPLE_HANDHELDS, "Android", "iOS")
_PROGRAM_MARK = "API client"


def device_name(user_agent: str | None) -> str:
    """``Chrome 131 on Windows``, ``Safari 17 on iPhone``, ``API client (curl 8)``; without a hint ``UNKNOWN``."""
    return _name((user_agent or "").strip()[:_LONGEST_AGENT])


def device_icon(user_agent: str | None) -> str:
    """Name of the picture of such a device: ``phone``, ``terminal`` for programs, else ``device``."""
    name = device_name(user_agent)
    if name.startswith(_PROGRAM_MARK):
        return "terminal"
    return "phone" if name.endswith(_HANDHELDS) else "device"


@lru_cache(maxsize=1024)
def _name(agent: str) -> str:
    found = parse(agent)
    system = _system(found.os, found.device)
    if not agent.startswith(_BROWSER_START):
        program = _version_name(found.user_agent) or _program(agent)
        if program and system:
            return f"{program} on {system}"
        return f"{_PROGRAM_MARK} ({program})" if program else system or UNKNOWN
    browser = _version_name(found.user_agent) or "Unknown browser"
    return f"{browser} on {system}" if system else browser


def _version_name(found: UserAgent | None) -> str:
    """``Chrome 131``; empty when the agent names no browser or program."""
    family = _plain(_BROWSERS.get(found.family, found.family)) if found is not None else ""
    version = _plain(found.major or "") if found is not None and family else ""
    return f"{family} {version}".strip()


def _system(found: OS | None, device: Device | None) -> str:
    """``Windows``, ``iPhone``, ``PlayStation 5``; versions are left out, browsers no longer tell them truly."""
    model = (device.family if device is not None else "") or ""
    if model.startswith(_APPLE_HANDHELDS):
        return next(name for name in _APPLE_HANDHELDS if model.startswith(name))
    if found is not None:
        return _plain(_SYSTEMS.get(found.family, found.family))
    is_maker_known = device is not None and device.brand not in (None, "Generic", "Spider")
    return _plain(model) if is_maker_known else ""


def _program(agent: str) -> str:
    """The first product of an agent nobody knows: ``stand-app/2.1`` -> ``stand-app 2``."""
    found = _PROGRAM.match(agent)
    return f"{_plain(found[1])} {found[2] or ''}".strip() if found is not None else ""


def _plain(text: str) -> str:
    """``text`` as one short run of plain characters."""
    return " ".join(_ODD.sub(" ", text).split())[:_LONGEST_NAME].strip()
