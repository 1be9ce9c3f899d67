"""One GET to the register: hard time limits, one retry on network failure, nothing secret in any log."""

from __future__ import annotations

import time
from collections.abc import Callable

from abr_cache.client.answers import Reason
from common.outbound.fetching import Fetcher, FetchError

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


class Transport:
    def __init__(self, base_url: str, attempt_seconds: float = ATTEMPT_SECONDS) -> None:
        self._base_url = base_url.rstrip("/") + "/"
        self._attempt_seconds = attempt_seconds
        self._fetcher = Fetcher("abr-call")

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
        try:
            return self._fetcher.get(
                self._base_url + page, seconds=limit, longest_body=_LONGEST_BODY, parameters=parameters
            )
        except FetchError as failure:
            raise TransportError(Reason(failure.trouble.value)) from None
