"""A service that speaks the range protocol of Pwned Passwords over real sockets, with switches for trouble."""

from __future__ import annotations

import gzip
import hashlib
import socketserver
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

# Keeps every other rule of the policy.
BREACHED = "copper walrus 63"

_HTML = "<!DOCTYPE html><html><body><h1>Back soon</h1></body></html>"
_LONGEST_SECONDS = 10.0


def sha1(password: str) -> str:
    """The hash as the service writes it."""
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


class BreachedPasswords(ThreadingHTTPServer):
    """Knows ``known`` with their counts; use as a context manager, which runs it in a thread.

    ``mode``: ok, slow, drip (one line at a time), drop, html, http500, redirect, empty, huge. ``asked`` are the paths
    so far. ``meanwhile`` is called while a caller waits.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, *known: str) -> None:
        self.known = {sha1(password): 47 for password in known}
        self.mode = "ok"
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.meanwhile: Callable[[], None] = lambda: None
        self.stopping = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        # The parent looks its host name up, which reaches the network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hang up are what some modes are for."""

    @property
    def base_url(self) -> str:
        return f"http://{self.server_name}:{self.server_port}/mirror"

    def pad(self, password: str) -> None:
        """Let the answer hold the hash as padding does: with the count 0."""
        self.known[sha1(password)] = 0

    def lines(self, prefix: str) -> list[str]:
        """What the service says about a prefix: the known ones among others that nobody asked for."""
        own = [f"{digest[5:]}:{count}" for digest, count in self.known.items() if digest.startswith(prefix)]
        others = [f"{sha1(f'{prefix} {number}')[5:]}:{number % 3}" for number in range(800)]
        return sorted(own + others)

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: BreachedPasswords
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        self.server.meanwhile()
        text = "\r\n".join(self.server.lines(self.path.rpartition("/")[2]))
        getattr(self, f"_{self.server.mode}")(text)

    def _ok(self, text: str) -> None:
        self._send(text, "text/plain")

    def _slow(self, text: str) -> None:
        self.server.stopping.wait(_LONGEST_SECONDS)
        self.close_connection = True

    def _drip(self, text: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Connection", "close")
        self.end_headers()
        for line in text.splitlines():
            self.wfile.write(f"{line}\r\n".encode())
            if self.server.stopping.wait(0.2):
                break
        self.close_connection = True

    def _drop(self, text: str) -> None:
        self.close_connection = True

    def _html(self, text: str) -> None:
        self._send(_HTML, "text/html")

    def _http500(self, text: str) -> None:
        self._send(text, "text/plain", HTTPStatus.INTERNAL_SERVER_ERROR)

    def _redirect(self, text: str) -> None:
        self._send(text, "text/plain", HTTPStatus.FOUND, Location=self.server.base_url)

    def _empty(self, text: str) -> None:
        self._send("", "text/plain")

    def _huge(self, text: str) -> None:
        self._send("\r\n".join([text] * 60), "text/plain")

    def _send(self, text: str, content_type: str, status: HTTPStatus = HTTPStatus.OK, **headers: str) -> None:
        body = gzip.compress(text.encode(), compresslevel=1)
        self.send_response(status)
        headers = {"Content-Type": content_type, "Content-Encoding": "gzip", **headers}
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent names it so
        """Silent: ``asked`` tells more."""
