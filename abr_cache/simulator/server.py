"""The simulator's HTTP server."""

from __future__ import annotations

import json
import socketserver
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from abr_cache.client.protocol import MESSAGE_KEY_REFUSED
from abr_cache.simulator import answers
from abr_cache.simulator.control import Control, ControlError, Mode, Switches
from abr_cache.simulator.entities import Fault

_BASE = "/json/"
_PAGES = {page.lower(): page for page in answers.PAGES}
_PARAMETERS = {name.lower(): name for name in ("abn", "acn", "name", "maxResults", "guid", "callback")}
_SLOW_SECONDS = 10.0
# Longer than any client waits; then the connection is dropped.
_TIMEOUT_SECONDS = 30.0
_MAINTENANCE = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>"
_FAULT_MODES = {Fault.HTTP500: Mode.HTTP500, Fault.HTML: Mode.HTML, Fault.BAD_GUID: Mode.BAD_GUID}


class Simulator(ThreadingHTTPServer):
    """Serves on `host:port` (0 takes a free port). Use as a context manager in tests: it runs in a thread."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, port: int = 0, host: str = "127.0.0.1") -> None:
        self.control = Control()
        self.stopping = threading.Event()
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        # The parent looks its host name up, which may take seconds and reaches the network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that time out hang up; that is what the simulator is for, not an error of its own."""

    @property
    def base_url(self) -> str:
        return f"http://{self.server_name}:{self.server_port}{_BASE}"

    def stop(self) -> None:
        """End at once, also answers that are being held back."""
        self.stopping.set()
        self.shutdown()
        self.server_close()

    def __enter__(self) -> Self:
        threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, name="abr-simulator", daemon=True
        ).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Handler(BaseHTTPRequestHandler):
    server: Simulator
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/__control":
            self._json(self.server.control.switches.to_json())
        elif path == "/__calls":
            self._json(self.server.control.calls())
        else:
            self._page(path)

    def do_PUT(self) -> None:
        if urlsplit(self.path).path != "/__control":
            self._missing()
            return
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            self.server.control.set(Switches.from_json(body))
        except ValueError as error:
            message = str(error) if isinstance(error, ControlError) else "JSON is expected"
            self._json({"error": message}, HTTPStatus.BAD_REQUEST)
            return
        self._json(self.server.control.switches.to_json())

    def do_DELETE(self) -> None:
        path = urlsplit(self.path).path
        if path == "/__control":
            self.server.control.restore()
            self._json(self.server.control.switches.to_json())
        elif path == "/__calls":
            self.server.control.clear_calls()
            self._json(self.server.control.calls())
        else:
            self._missing()

    def _page(self, path: str) -> None:
        # The real service compares paths and parameter names without case.
        page = _PAGES.get(path[len(_BASE) :].lower()) if path.lower().startswith(_BASE) else None
        if page is None:
            self._missing()
            return
        pairs = parse_qsl(urlsplit(self.path).query, keep_blank_values=True)
        parameters = {_PARAMETERS.get(name.lower(), name): value for name, value in pairs}
        control = self.server.control
        control.record(page, parameters)
        mode, latency = control.next_mode(), control.switches.latency_ms
        if latency and self._hold(latency / 1000):
            return
        self._behave(mode, page, parameters)

    def _behave(self, mode: Mode, page: str, parameters: dict[str, str]) -> None:
        if mode is Mode.OK:
            mode = self._own_mode(page, parameters)
        callback = parameters.get("callback")
        if mode is Mode.TIMEOUT:
            self._hold(_TIMEOUT_SECONDS)
            self.close_connection = True
        elif mode is Mode.DROP_CONNECTION:
            self.close_connection = True
        elif mode is Mode.HTTP500:
            self._send("<html><body>Runtime Error</body></html>", "text/html", HTTPStatus.INTERNAL_SERVER_ERROR)
        elif mode is Mode.HTML:
            self._send(_MAINTENANCE, "text/html")
        elif mode is Mode.BAD_GUID:
            self._script(answers.wrap(answers.refusal(page, MESSAGE_KEY_REFUSED), callback))
        elif mode is Mode.BUSY_MESSAGE:
            self._script(answers.wrap(answers.refusal(page, answers.MESSAGE_BUSY), callback))
        else:
            self._answer(mode, page, parameters)

    def _answer(self, mode: Mode, page: str, parameters: dict[str, str]) -> None:
        callback = parameters.get("callback")
        body = answers.wrap(answers.answer(page, parameters), callback)
        if mode is Mode.TRUNCATED:
            body = body[: len(body) // 2]
        elif mode is Mode.WRONG_CALLBACK:
            body = answers.wrap(answers.answer(page, parameters), f"not_{callback or 'callback'}")
        self._script(body)

    def _own_mode(self, page: str, parameters: dict[str, str]) -> Mode:
        """Four entities misbehave on their own, so that a failure can be provoked through the product alone."""
        entity = answers.asked_entity(page, parameters)
        if entity is None:
            return Mode.OK
        if entity.fault is Fault.SLOW:
            self._hold(_SLOW_SECONDS)
        return _FAULT_MODES.get(entity.fault, Mode.OK)

    def _hold(self, seconds: float) -> bool:
        """Wait; True when the simulator is stopping meanwhile."""
        is_stopping = self.server.stopping.wait(seconds)
        self.close_connection = self.close_connection or is_stopping
        return is_stopping

    def _script(self, text: str) -> None:
        self._send(text, "text/javascript")

    def _json(self, value: object, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(json.dumps(value, ensure_ascii=False), "application/json", status)

    def _missing(self) -> None:
        self._json({"error": "no such page"}, HTTPStatus.NOT_FOUND)

    def _send(self, text: str, content_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent names it so
        """Silent: the address holds the caller's key, and `GET /__calls` tells more."""
