"""One GET over httpx: a hard time limit, a bounded body, nothing of the address in any log or error."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Mapping
from concurrent.futures import Future
from enum import StrEnum

import httpx


class Trouble(StrEnum):
    """Why there is no usable body."""

    TIMEOUT = "timeout"
    NETWORK = "network"
    HTTP_STATUS = "http_status"
    MALFORMED = "malformed"


class FetchError(Exception):
    """No usable body; `trouble` says why. Carries no address and no parameter, so it may be logged."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble


class _NoRequestLines(logging.Filter):
    """httpx logs whole addresses, which contain keys, queries of people, and what is told of a password."""

    def filter(self, record: logging.LogRecord) -> bool:
        return False


for _name in ("httpx", "httpcore.http11", "httpcore.http2", "httpcore.connection", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_NoRequestLines())


class Fetcher:
    """Calls one service; `name` is that of its threads."""

    def __init__(self, name: str, headers: Mapping[str, str] | None = None) -> None:
        self._name = name
        self._headers = dict(headers or {})
        self._client: tuple[int, httpx.Client] | None = None
        self._lock = threading.Lock()

    def get(
        self, address: str, *, seconds: float, longest_body: int, parameters: Mapping[str, str] | None = None
    ) -> bytes:
        """Body of a 200 answer, within `seconds` whatever happens.

        Errors: FetchError (time-out, network, another status, a body longer than `longest_body`).
        """
        # httpx limits each phase, not the whole, and name resolution not at all: waiting from outside does.
        result: Future[bytes] = Future()
        arguments = (result, address, dict(parameters or {}), seconds, longest_body)
        threading.Thread(target=self._get_into, args=arguments, name=self._name, daemon=True).start()
        try:
            return result.result(timeout=seconds)
        except TimeoutError:
            raise FetchError(Trouble.TIMEOUT) from None

    def _get_into(
        self, result: Future[bytes], address: str, parameters: dict[str, str], seconds: float, longest_body: int
    ) -> None:
        try:
            result.set_result(self._get(address, parameters, seconds, longest_body))
        except FetchError as failure:
            result.set_exception(failure)
        except Exception as error:  # noqa: BLE001 - whatever httpx raises names the address, so it stays here
            is_timeout = isinstance(error, httpx.TimeoutException)
            result.set_exception(FetchError(Trouble.TIMEOUT if is_timeout else Trouble.NETWORK))

    def _get(self, address: str, parameters: dict[str, str], seconds: float, longest_body: int) -> bytes:
        ends, body = time.monotonic() + seconds, bytearray()
        with self._http().stream("GET", address, params=parameters, headers=self._headers, timeout=seconds) as response:
            if response.status_code != httpx.codes.OK:
                raise FetchError(Trouble.HTTP_STATUS)
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > longest_body:
                    raise FetchError(Trouble.MALFORMED)
                if time.monotonic() > ends:
                    raise FetchError(Trouble.TIMEOUT)
        return bytes(body)

    def _http(self) -> httpx.Client:
        """One connection pool per process; a forked child opens its own."""
        with self._lock:
            if self._client is None or self._client[0] != os.getpid():
                # trust_env off: no proxy and no .netrc of the machine ever sees what is asked.
                self._client = (os.getpid(), httpx.Client(trust_env=False, follow_redirects=False))
            return self._client[1]
