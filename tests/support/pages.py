"""A client for pages: a browser without scripting."""

from __future__ import annotations

from typing import Any

from django.test import Client, TestCase

from accounts.models import User
from tests.factories.accounts import PASSWORD


class PageClient:
    """Opens pages and sends forms; cookies are kept, redirects are not followed, callbacks on commit run."""

    def __init__(self, *, checks_csrf: bool = False) -> None:
        self.http = Client(raise_request_exception=False, enforce_csrf_checks=checks_csrf)

    @classmethod
    def of(cls, user: User, password: str = PASSWORD) -> PageClient:
        """A client in which ``user`` has logged in."""
        client = cls()
        answer = client.post("/login", email=user.email, password=password)
        assert answer.status_code == 302, form_errors(answer)
        return client

    def get(self, path: str, **headers: str) -> Any:
        return self._send("GET", path, None, headers)

    def post(self, path: str, /, **entries: Any) -> Any:
        """Send a form."""
        return self._send("POST", path, entries, {})

    def post_from(self, referer: str, path: str, /, **entries: Any) -> Any:
        """Send a form from a page of ours."""
        return self._send("POST", path, entries, {"Referer": f"http://testserver{referer}"})

    def _send(self, method: str, path: str, entries: dict[str, Any] | None, headers: dict[str, str]) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            if method == "GET":
                return self.http.get(path, headers=headers)
            return self.http.post(path, entries, headers=headers)


def form_errors(response: Any) -> dict[str, list[str]]:
    """Messages of the refused form by field; empty when the page shows none."""
    form = response.context.get("form") if response.context is not None else None
    return {} if form is None else {name: [str(text) for text in texts] for name, texts in form.errors.items()}


def text_of(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())


def state_of(response: Any) -> str:
    """``state`` of a page that has several."""
    return str(response.context["state"])


def goes_to(response: Any) -> str:
    """Address of a redirect; fails the test when the answer is none."""
    assert response.status_code == 302, (response.status_code, form_errors(response))
    return str(response["Location"])
