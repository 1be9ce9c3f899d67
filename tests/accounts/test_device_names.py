"""Names of devices, read from user agents that anybody may send (SE-1)."""

from __future__ import annotations

import time

import pytest

from accounts.web.devices import UNKNOWN, device_icon, device_name

WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
BLINK = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Chrome/131.0.0.0 Safari/537.36", "Chrome 131 on Windows"),
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
            "Edge 131 on Windows",
        ),
        (f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Version/17.5 Safari/605.1.15", "Safari 17 on Mac"),
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari 17 on iPhone",
        ),
        (
            f"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) {WEBKIT} CriOS/131.0 Mobile/15E148 Safari/604.1",
            "Chrome 131 on iPad",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 10; K) {BLINK} Chrome/131.0.0.0 Mobile Safari/537.36",
            "Chrome 131 on Android",
        ),
        (
            f"Mozilla/5.0 (Linux; Android 14; SM-S918B) {BLINK} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36",
            "Samsung Internet 27 on Android",
        ),
        (
            f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {BLINK} Chrome/131.0.0.0 Safari/537.36",
            "Chrome 131 on Chromebook",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox 133 on Linux"),
        (f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Mobile/15E148", "App on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Something/1", "Unknown browser on Windows"),
        ("curl/8.5.0", "API client (curl 8)"),
        ("python-httpx/0.27.2", "API client (python-httpx 0)"),
        ("PostmanRuntime/7.43.0", "API client (PostmanRuntime 7)"),
        ("stand-app/v2.1 (build 7)", "API client (stand-app 2)"),
        ("node", "API client (node)"),
        ("StandApp/3 CFNetwork/1490.0.4 Darwin/23.2.0", "StandApp 3 on iOS"),
    ],
)
def test_known_agents(agent: str, name: str) -> None:
    assert device_name(agent) == name


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (None, UNKNOWN),
        ("", UNKNOWN),
        ("   ", UNKNOWN),
        ("<script>alert(1)</script>", UNKNOWN),
        ("\u202edrowssap", UNKNOWN),
        ("\u6f22\u5b57/1", UNKNOWN),
        ("Mozilla/5.0", "Unknown browser"),
        ("Mozilla/5.0 <b>\u202eSafari/5</b>", "Safari"),
        ("<b>Stand\u202eApp</b>/3 CFNetwork/1490.0.4 Darwin/23.2.0", "b Stand App /b 3 on iOS"),
        ("x" * 5000, f"API client ({'x' * 40})"),
    ],
)
def test_odd_agents_get_a_sensible_name(agent: str | None, name: str) -> None:
    assert device_name(agent) == name


@pytest.mark.parametrize(
    ("agent", "icon"),
    [
        (f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Mobile/15E148 Safari/604.1", "phone"),
        ("curl/8.5.0", "terminal"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "device"),
        (None, "device"),
    ],
)
def test_pictures(agent: str | None, icon: str) -> None:
    assert device_icon(agent) == icon


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (Linux; Android 9; " + " com.a/" * 700,
        "Mozilla/5.0 " + " " * 5000 + "Safari/1",
        "Mozilla/5.0 (Linux; Android 9; " + "LG-" * 1000 + "x;" * 1000,
        "Darwin/" * 1000,
        "(" * 5000,
    ],
)
def test_hostile_agents_cost_no_time(agent: str) -> None:
    """Measured: 40 ms at most; the bound is wide because of what else the machine may do."""
    before = time.process_time()
    name = device_name(agent)
    assert time.process_time() - before < 1
    assert 0 < len(name) <= 100
