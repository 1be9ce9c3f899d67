"""Answers of the register as files: request line, status and content type, an empty line, the body as it is sent.

They are written after abr.md sections 1.1 to 1.3, show its sample entities, and carry the escapes the service writes. A
recording has a twin when the simulator gives an answer of the same shape, if need be under a switch; the others show
what the service may do and the simulator never does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from abr_cache.client.answers import Outcome, Reason, SearchKey, SearchType
from abr_cache.simulator.control import Mode

FOLDER = Path(__file__).parent / "recordings"
FOUND, NOT_FOUND, UNAVAILABLE = Outcome.FOUND, Outcome.NOT_FOUND, Outcome.UNAVAILABLE


@dataclass(frozen=True, slots=True)
class Case:
    """A recording, the outcome our client reads from it, and how the simulator is brought to give its twin."""

    name: str
    outcome: Outcome
    reason: Reason = Reason.NONE
    mode: Mode = Mode.OK
    has_twin: bool = True


CASES = (
    Case("abn_found", FOUND),
    Case("acn_found", FOUND),
    Case("abn_cancelled", FOUND),
    Case("abn_gst_lapsed", FOUND),
    Case("abn_sole_trader", FOUND),
    Case("abn_beyond_ascii", FOUND),
    Case("abn_unknown_type", FOUND),
    Case("abn_no_address", FOUND),
    Case("abn_brackets_and_quotes", FOUND),
    Case("abn_markup", FOUND),
    Case("abn_government", FOUND),
    Case("abn_many_names", FOUND),
    Case("names_found", FOUND),
    Case("names_cancelled", FOUND),
    Case("names_two_rows_one_abn", FOUND),
    Case("names_no_address", FOUND),
    Case("names_apostrophe", FOUND),
    Case("names_empty", NOT_FOUND),
    Case("abn_not_found", NOT_FOUND),
    Case("acn_not_found", NOT_FOUND),
    Case("abn_text_refused", NOT_FOUND, Reason.TEXT_REFUSED),
    Case("acn_text_refused", NOT_FOUND, Reason.TEXT_REFUSED),
    *(Case(f"{page}_key_refused", UNAVAILABLE, Reason.KEY_REFUSED, Mode.BAD_GUID) for page in ("abn", "acn", "names")),
    *(Case(f"{page}_busy", UNAVAILABLE, Reason.MESSAGE, Mode.BUSY_MESSAGE) for page in ("abn", "acn", "names")),
    *(Case(f"{page}_maintenance", UNAVAILABLE, Reason.MALFORMED, Mode.HTML) for page in ("abn", "acn", "names")),
    Case("abn_server_fault", UNAVAILABLE, Reason.HTTP_STATUS, Mode.HTTP500),
    Case("abn_truncated", UNAVAILABLE, Reason.MALFORMED, Mode.TRUNCATED),
    Case("abn_wrong_callback", UNAVAILABLE, Reason.MALFORMED, Mode.WRONG_CALLBACK),
    Case("abn_found_with_tail", FOUND, has_twin=False),
    Case("abn_found_as_html", FOUND, has_twin=False),
    Case("abn_gst_without_day", FOUND, has_twin=False),
    Case("names_status_words", FOUND, has_twin=False),
    Case("names_only_old_names", NOT_FOUND, has_twin=False),
    Case("names_no_records_found", NOT_FOUND, has_twin=False),
    Case("abn_unknown_message", UNAVAILABLE, Reason.MESSAGE, has_twin=False),
)
TWINS = tuple(case for case in CASES if case.has_twin)


@dataclass(frozen=True, slots=True)
class Recording:
    page: str
    parameters: dict[str, str]
    status: int
    content_type: str
    body: bytes

    @property
    def key(self) -> SearchKey:
        """The question of our client that this answers."""
        for name, search_type in (("abn", SearchType.ABN), ("acn", SearchType.ACN)):
            if name in self.parameters:
                return SearchKey(search_type, self.parameters[name])
        return SearchKey(SearchType.NAME, self.parameters["name"])

    @property
    def is_wrapped(self) -> bool:
        """Whether the body is whole JSONP under the callback that was asked for."""
        return self.body.startswith(b"callback(") and self.body.rstrip().endswith((b")", b");"))


def recording(name: str) -> Recording:
    """Read a recording; its body keeps every byte."""
    head, _, body = (FOLDER / f"{name}.http").read_bytes().partition(b"\n\n")
    request, answer = head.decode().splitlines()
    address = urlsplit(request.removeprefix("GET "))
    status, _, content_type = answer.partition(" ")
    return Recording(address.path, dict(parse_qsl(address.query)), int(status), content_type, body)
