"""Switches and call list of the simulator (abr.md section 4)."""

from __future__ import annotations

import random
import threading
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Mode(StrEnum):
    OK = "ok"
    TIMEOUT = "timeout"
    HTTP500 = "http500"
    HTML = "html"
    TRUNCATED = "truncated"
    WRONG_CALLBACK = "wrong_callback"
    BAD_GUID = "bad_guid"
    BUSY_MESSAGE = "busy_message"
    DROP_CONNECTION = "drop_connection"


class ControlError(ValueError):
    """The body of PUT /__control is not valid."""


@dataclass(frozen=True, slots=True)
class Switches:
    mode: Mode = Mode.OK
    latency_ms: int = 0
    fail_next: int = 0
    fail_rate: float = 0.0

    @classmethod
    def from_json(cls, body: object) -> Switches:
        """Read `{"mode", "latencyMs", "failNext", "failRate"}`; absent ones take their defaults."""
        if not isinstance(body, dict) or not set(body) <= {"mode", "latencyMs", "failNext", "failRate"}:
            raise ControlError("an object with mode, latencyMs, failNext, failRate is expected")
        try:
            mode = Mode(body.get("mode", "ok"))
        except ValueError as error:
            raise ControlError(f"mode is one of {', '.join(Mode)}") from error
        return cls(
            mode,
            int(_number(body, "latencyMs", 30_000, int)),
            int(_number(body, "failNext", 1_000, int)),
            float(_number(body, "failRate", 1, int, float)),
        )

    def to_json(self) -> dict[str, Any]:
        values = asdict(self)
        return {
            "mode": str(self.mode),
            "latencyMs": values["latency_ms"],
            "failNext": values["fail_next"],
            "failRate": values["fail_rate"],
        }


def _number(body: dict[str, Any], name: str, most: int, *kinds: type[int] | type[float]) -> Any:
    value: Any = body.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, kinds) or not 0 <= value <= most:
        raise ControlError(f"{name} is a number from 0 to {most}")
    return value


class Control:
    """Thread-safe holder of the switches and of the calls received."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._switches = Switches()
        self._calls: list[dict[str, Any]] = []

    @property
    def switches(self) -> Switches:
        with self._lock:
            return self._switches

    def set(self, switches: Switches) -> None:
        with self._lock:
            self._switches = switches

    def restore(self) -> None:
        self.set(Switches())

    def next_mode(self) -> Mode:
        """How the call at hand behaves; counts `failNext` down and ends the mode with the last of them."""
        with self._lock:
            now = self._switches
            if now.mode is Mode.OK:
                return Mode.OK
            if now.fail_next:
                left = now.fail_next - 1
                self._switches = replace(now, fail_next=left) if left else replace(now, mode=Mode.OK, fail_next=0)
                return now.mode
            if now.fail_rate and random.random() >= now.fail_rate:  # noqa: S311 - no secret
                return Mode.OK
            return now.mode

    def record(self, page: str, parameters: dict[str, str]) -> None:
        shown = {name: value for name, value in parameters.items() if name != "guid"}
        time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        with self._lock:
            self._calls.append({"page": page, "parameters": shown, "time": time})

    def calls(self) -> list[dict[str, Any]]:
        with self._lock:
            return list(self._calls)

    def clear_calls(self) -> None:
        with self._lock:
            self._calls.clear()
