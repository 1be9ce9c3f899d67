"""A JSON client for ``/api/v1``."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client, TestCase

PREFIX = "/api/v1"


class ApiClient:
    """Speaks JSON to ``/api/v1``.

    ``token`` (per call or on the instance) is sent as bearer token; further keyword arguments become headers:
    ``Origin="https://…"``, ``if_match="…"``. Cookies are kept like a browser keeps them.
    """

    def __init__(self, token: str | None = None, ip_address: str = "127.0.0.1") -> None:
        self.token = token
        self.ip_address = ip_address
        self.http = Client(raise_request_exception=False)

    def signed_in(self, token: str) -> ApiClient:
        """Another client with that access token."""
        return ApiClient(token, self.ip_address)

    def get(self, path: str, *, token: str | None = None, **headers: str) -> Any:
        return self.send("GET", path, None, token=token, **headers)

    def post(self, path: str, body: Any = None, *, token: str | None = None, **headers: str) -> Any:
        return self.send("POST", path, body, token=token, **headers)

    def put(self, path: str, body: Any = None, *, token: str | None = None, **headers: str) -> Any:
        return self.send("PUT", path, body, token=token, **headers)

    def patch(self, path: str, body: Any = None, *, token: str | None = None, **headers: str) -> Any:
        return self.send("PATCH", path, body, token=token, **headers)

    def delete(self, path: str, body: Any = None, *, token: str | None = None, **headers: str) -> Any:
        return self.send("DELETE", path, body, token=token, **headers)

    def send(self, method: str, path: str, body: Any, *, token: str | None = None, **headers: str) -> Any:
        """Send one request; what the request put on commit runs afterwards."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        bearer = token or self.token
        if bearer is not None and "Authorization" not in sent:
            sent["Authorization"] = f"Bearer {bearer}"
        data = b"" if body is None else json.dumps(body).encode()
        content_type = "application/json" if body is not None else ""
        with TestCase.captureOnCommitCallbacks(execute=True):
            return self.http.generic(
                method, f"{PREFIX}{path}", data, content_type, headers=sent, REMOTE_ADDR=self.ip_address
            )


def problem_code(response: Any) -> str:
    """Code of a problem document; fails the test when the answer is none."""
    assert response["Content-Type"].startswith("application/problem+json"), (response.status_code, response.content)
    return str(response.json()["code"])


def field_codes(response: Any) -> dict[str, str]:
    """Item codes of a VALIDATION_ERROR by field."""
    assert problem_code(response) == "VALIDATION_ERROR", response.content
    return {item["field"]: item["code"] for item in response.json()["errors"]}
