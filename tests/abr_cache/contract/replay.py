"""A server that answers every call with one recording and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.abr_cache.contract.recordings import Recording


class Replay(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, recorded: Recording) -> None:
        self.recorded = recorded
        self.asked: list[tuple[str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/json/"


class _Handler(BaseHTTPRequestHandler):
    server: Replay

    def do_GET(self) -> None:
        address, recorded = urlsplit(self.path), self.server.recorded
        self.server.asked.append((address.path.removeprefix("/json/"), dict(parse_qsl(address.query))))
        self.send_response(recorded.status)
        self.send_header("Content-Type", recorded.content_type)
        self.send_header("Content-Length", str(len(recorded.body)))
        self.end_headers()
        self.wfile.write(recorded.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent names it so
        """Silent."""


@contextmanager
def replayed(recorded: Recording) -> Iterator[Replay]:
    server = Replay(recorded)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
