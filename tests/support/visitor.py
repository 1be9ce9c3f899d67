"""A person at a browser without scripting, over a socket: follows the links and sends the forms that pages show."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx


@dataclass
class Form:
    """A form as the page shows it: where it goes, and what it holds."""

    action: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """Forms, links and visible text of an answer."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__()
        self.status = answer.status_code
        self.path = answer.url.raw_path.decode()
        self.source = answer.text
        self.seconds = answer.elapsed.total_seconds()
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self._words: list[str] = []
        self._link = self._select = ""
        self.feed(answer.text)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._words).split())

    def form(self, action: str) -> Form:
        """The form whose hidden ``action`` has that value."""
        found = [form for form in self.forms if form.values.get("action") == action]
        assert found, f"no form for {action} on {self.path}: {self.text[:300]}"
        return found[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "form":
                self.forms.append(Form(given.get("action", "")))
            case "input" if self.forms and given.get("name") and given.get("type") not in ("submit", "checkbox"):
                self.forms[-1].values[given["name"]] = given.get("value", "")
            case "button" if self.forms and given.get("name"):
                self.forms[-1].buttons.append((given["name"], given.get("value", "")))
            case "select":
                self._select = given.get("name", "")
            case "option" if self.forms and self._select and ("selected" in given):
                self.forms[-1].values[self._select] = given.get("value", "")
            case "a":
                self._link = given.get("href", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._link = ""

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        if self._link and data.strip():
            self.links[" ".join(data.split())] = self._link


class Visitor:
    """Keeps cookies, follows redirects, and takes only ways that the page before has shown."""

    def __init__(self, origin: str) -> None:
        self._http = httpx.Client(base_url=origin, follow_redirects=True, timeout=30, trust_env=False)
        self.page: Page

    def open(self, path: str) -> Page:
        return self._arrive(self._http.get(path))

    def follow(self, label: str) -> Page:
        """Take the link with that text."""
        assert label in self.page.links, f"no link {label} on {self.page.path}"
        return self.open(urljoin(self.page.path, self.page.links[label]))

    def send(self, form: Form, **entries: str) -> Page:
        """Send a form of the page with these entries; the others stay as the page shows them."""
        unknown = set(entries) - set(form.values) - {name for name, _ in form.buttons}
        assert not unknown, f"the form has no {unknown}"
        address = urljoin(self.page.path, form.action or self.page.path)
        return self._arrive(self._http.post(address, data=form.values | entries))

    def log_in(self, email: str, password: str) -> Page:
        page = self.open("/login")
        found = [form for form in page.forms if {"email", "password"} <= set(form.values)]
        assert found, f"no form to log in on {page.path} ({page.status}): {page.text[:300]}"
        return self.send(found[0], email=email, password=password)

    def close(self) -> None:
        self._http.close()

    def _arrive(self, answer: httpx.Response) -> Page:
        self.page = Page(answer)
        return self.page
