"""One GET to the register over httpx: hard time limits, one retry on network failure, nothing secret in any log."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future

import httpx

from abr_cache.client.answers import Reason

ATTEMPT_SECONDS = 3.0
LOOKUP_SECONDS = 6.5
_RETRIED = frozenset({Reason.TIMEOUT, Reason.NETWORK})
_LONGEST_BODY = 2 * 1024 * 1024
# A second attempt shorter than this cannot succeed and would only delay the answer.
_SHORTEST_ATTEMPT = 0.1


class TransportError(Exception):
    """No usable body; `reason` says why. Carries no address and no parameter, so it may be logged."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason


class _NoRequestLines(logging.Filter):
    """httpx logs whole addresses, and the register's contain the caller's key and the person's query."""

    def filter(self, record: logging.LogRecord) -> bool:
        return False


for _name in ("httpx", "httpcore.http11", "httpcore.http2", "httpcore.connection", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_NoRequestLines())


class Transport:
    def __init__(self, base_url: str, attempt_seconds: float = ATTEMPT_SECONDS) -> None:
        self._base_url = base_url.rstrip("/") + "/"
        self._attempt_seconds = attempt_seconds
        self._client: tuple[int, httpx.Client] | None = None
        self._lock = threading.Lock()

    def fetch(self, page: str, parameters: dict[str, str], deadline: float, may_call: Callable[[], bool]) -> bytes:
        """Body of a 200 answer. `deadline` is a time.monotonic() value; `may_call` is asked before each attempt.

        Errors: TransportError (time-out, network, status, body too long, quota).
        """
        try:
            return self._attempt(page, parameters, deadline, may_call)
        except TransportError as failure:
            if failure.reason not in _RETRIED:
                raise
            first = failure
        try:
            return self._attempt(page, parameters, deadline, may_call)
        except TransportError as failure:
            raise (first if failure.reason is Reason.QUOTA else failure) from None

    def _attempt(self, page: str, parameters: dict[str, str], deadline: float, may_call: Callable[[], bool]) -> bytes:
        limit = min(self._attempt_seconds, deadline - time.monotonic())
        if limit < _SHORTEST_ATTEMPT:
            raise TransportError(Reason.TIMEOUT)
        if not may_call():
            raise TransportError(Reason.QUOTA)
        # httpx limits each phase, not the whole, and name resolution not at all: waiting from outside does.
        result: Future[bytes] = Future()
        arguments = (result, page, parameters, limit)
        threading.Thread(target=self._get_into, args=arguments, name="abr-call", daemon=True).start()
        try:
            return result.result(timeout=limit)
        except TimeoutError:
            raise TransportError(Reason.TIMEOUT) from None

    def _get_into(self, result: Future[bytes], page: str, parameters: dict[str, str], limit: float) -> None:
        try:
            result.set_result(self._get(page, parameters, limit))
        except TransportError as failure:
            result.set_exception(failure)
        except Exception as error:  # noqa: BLE001 - whatever httpx raises names the address, so it stays here
            is_timeout = isinstance(error, httpx.TimeoutException)
            result.set_exception(TransportError(Reason.TIMEOUT if is_timeout else Reason.NETWORK))

    def _get(self, page: str, parameters: dict[str, str], limit: float) -> bytes:
        ends, body = time.monotonic() + limit, bytearray()
        with self._http().stream("GET", self._base_url + page, params=parameters, timeout=limit) as response:
            if response.status_code != httpx.codes.OK:
                raise TransportError(Reason.HTTP_STATUS)
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > _LONGEST_BODY:
                    raise TransportError(Reason.MALFORMED)
                if time.monotonic() > ends:
                    raise TransportError(Reason.TIMEOUT)
        return bytes(body)

    def _http(self) -> httpx.Client:
        """One connection pool per process; a forked child opens its own."""
        with self._lock:
            if self._client is None or self._client[0] != os.getpid():
                # trust_env off: no proxy and no .netrc of the machine ever sees the register key.
                self._client = (os.getpid(), httpx.Client(trust_env=False, follow_redirects=False))
            return self._client[1]
