"""Wait until the web process answers that it is ready."""

from __future__ import annotations

import http.client
import json
import time

TIMEOUT_SECONDS = 90.0
INTERVAL_SECONDS = 0.15


def wait_until_ready(host: str, port: int, timeout: float = TIMEOUT_SECONDS) -> str:
    """Poll /api/v1/health/ready; returns an empty text when it answers 200, else the last answer."""
    deadline = time.monotonic() + timeout
    last = "no answer"
    while time.monotonic() < deadline:
        status, last = _ask(host, port)
        if status == http.client.OK:
            return ""
        time.sleep(INTERVAL_SECONDS)
    return last


def _ask(host: str, port: int) -> tuple[int, str]:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/api/v1/health/ready")
        answer = connection.getresponse()
        body = answer.read(2000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        return 0, f"no answer ({error})"
    finally:
        connection.close()
    try:
        body = json.dumps(json.loads(body))
    except ValueError:
        body = body[:200]
    return answer.status, f"status {answer.status}: {body}"
