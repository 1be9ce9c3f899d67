"""The simulator keeps the register's contract (abr.md section 4)."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from abr_cache.client import protocol
from abr_cache.client.answers import Outcome, SearchKey, SearchType
from abr_cache.client.checksums import is_abn, is_acn
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.entities import ENTITIES, Fault
from abr_cache.simulator.server import Simulator

DETAIL_KEYS = {
    "Abn", "AbnStatus", "AbnStatusEffectiveFrom", "Acn", "EntityName", "EntityTypeCode", "EntityTypeName",
    "AddressState", "AddressPostcode", "AddressDate", "BusinessName", "Gst", "Message",
}  # fmt: skip
NAME_KEYS = {"Abn", "AbnStatus", "IsCurrent", "Name", "NameType", "Postcode", "Score", "State"}


def get(simulator: Simulator, page: str, guid: str | None = GUID, callback: str = "callback", **parameters: str) -> Any:
    parameters |= {"callback": callback} | ({"guid": guid} if guid else {})
    response = httpx.get(simulator.base_url + page, params=parameters, trust_env=False, timeout=15)
    assert response.status_code == 200
    return protocol.unwrap(response.content, callback)


def names(simulator: Simulator, name: str, **parameters: str) -> list[dict[str, Any]]:
    answer = get(simulator, "MatchingNames.aspx", name=name, **parameters)
    assert answer["Message"] == ""
    rows: list[dict[str, Any]] = answer["Names"]
    return rows


def control(simulator: Simulator, method: str, path: str = "__control", **arguments: Any) -> httpx.Response:
    url = simulator.base_url.replace("json/", path)
    return httpx.request(method, url, trust_env=False, **arguments)


def test_sample_numbers_are_valid() -> None:
    assert len(ENTITIES) == 28
    assert len({entity.abn for entity in ENTITIES}) == 28
    assert all(is_abn(entity.abn) and (not entity.acn or is_acn(entity.acn)) for entity in ENTITIES)
    assert all(entity.abn.endswith(entity.acn) for entity in ENTITIES)
    assert is_abn("75930000550")
    assert is_abn("11930000770")
    assert is_acn("910000163")
    assert [len(entity.name) for entity in ENTITIES if entity.name.startswith("LONG NAME")] == [200]


@pytest.mark.parametrize("entity", [entity for entity in ENTITIES if not entity.fault], ids=lambda entity: entity.abn)
def test_every_entity_passes_through_the_client_mapping(simulator: Simulator, entity: Any) -> None:
    payload = get(simulator, "AbnDetails.aspx", abn=entity.abn)
    assert set(payload) == DETAIL_KEYS
    (mapped,) = protocol.interpret(SearchKey(SearchType.ABN, entity.abn), payload).entities
    assert (mapped.legal_entity_name, mapped.acn or "") == (entity.name, entity.acn)
    assert (mapped.is_active, mapped.is_gst_registered) == (entity.is_active, entity.gst is not None)
    if entity.acn:
        assert get(simulator, "AcnDetails.aspx", acn=entity.acn) == payload


def test_refusals_are_blank_filled_with_status_200(simulator: Simulator) -> None:
    unknown = get(simulator, "AbnDetails.aspx", abn="75930000550")
    assert unknown["Message"] == "No record found"
    assert unknown["Abn"] == "75930000550"
    assert set(unknown) == DETAIL_KEYS
    assert not any(unknown[key] for key in DETAIL_KEYS - {"Abn", "Message"})
    assert get(simulator, "AcnDetails.aspx", acn="910000163")["Message"] == "No record found"
    for page, number in (("AbnDetails.aspx", {"abn": "51824753557"}), ("AcnDetails.aspx", {"acn": "910000011"})):
        assert get(simulator, page, **number)["Message"] == "Search text is not a valid ABN or ACN"


@pytest.mark.parametrize("guid", [None, "22222222-2222-4222-8222-222222222222"])
def test_wrong_key(simulator: Simulator, guid: str | None) -> None:
    for page in ("AbnDetails.aspx", "AcnDetails.aspx", "MatchingNames.aspx"):
        answer = get(simulator, page, guid, abn="50910000010", acn="910000010", name="harbourline")
        assert answer["Message"] == protocol.MESSAGE_KEY_REFUSED


def test_callback_name_is_the_callers(simulator: Simulator) -> None:
    assert get(simulator, "AbnDetails.aspx", callback="mine", abn="65910000136")["EntityName"].startswith("BRACKETS (")


def test_name_search_scores_and_lists_one_row_per_name(simulator: Simulator) -> None:
    rows = names(simulator, "HARBOURLINE")
    assert {frozenset(row) for row in rows} == {frozenset(NAME_KEYS)}
    assert (rows[0]["Name"], rows[0]["Score"]) == ("Harbourline", 100)
    assert rows[0]["NameType"] == "Trading Name"
    assert {row["Score"] for row in rows[1:]} == {90}
    assert [row["Score"] for row in names(simulator, "pty harbourline wa")] == [70]
    assert names(simulator, "no such company") == []
    assert names(simulator, "") == []


def test_name_search_ignores_case_and_accents(simulator: Simulator) -> None:
    assert {row["Abn"] for row in names(simulator, "cafe soleil")} == {"44910000047"}
    assert names(simulator, "deja brew")[0]["Score"] == 100
    assert names(simulator, "NGUYEN")[0]["Score"] == 70


def test_name_search_limits(simulator: Simulator) -> None:
    assert len(names(simulator, "evergreen")) == 10
    assert len(names(simulator, "evergreen", maxResults="3")) == 3
    assert len(names(simulator, "evergreen", maxResults="999")) == 31


def test_cancelled_entity_has_a_current_name_and_the_trust_two_rows(simulator: Simulator) -> None:
    (row,) = names(simulator, "southern lead")
    assert (row["AbnStatus"], row["IsCurrent"]) == ("0000000002", True)
    assert [row["Abn"] for row in names(simulator, "kookaburra")] == ["50930000330"] * 2


def test_switches_are_read_set_and_restored(simulator: Simulator) -> None:
    defaults = {"mode": "ok", "latencyMs": 0, "failNext": 0, "failRate": 0.0}
    assert control(simulator, "GET").json() == defaults
    assert control(simulator, "PUT", json={"mode": "html", "failNext": 2}).json() == defaults | {
        "mode": "html",
        "failNext": 2,
    }
    answers = [httpx.get(simulator.base_url + "AbnDetails.aspx", trust_env=False).text[:9] for _ in range(3)]
    assert answers == ["<!DOCTYPE", "<!DOCTYPE", "callback("]
    assert control(simulator, "GET").json() == defaults
    control(simulator, "PUT", json={"mode": "http500", "failRate": 0.5, "latencyMs": 1})
    statuses = {httpx.get(simulator.base_url + "AbnDetails.aspx", trust_env=False).status_code for _ in range(40)}
    assert statuses == {200, 500}
    assert control(simulator, "DELETE").json() == defaults


@pytest.mark.parametrize(
    "body",
    [
        b"x",
        b"[]",
        b'{"mode":"odd"}',
        b'{"latencyMs":30001}',
        b'{"failNext":-1}',
        b'{"failRate":2}',
        b'{"a":1}',
        b'{"failNext":true}',
    ],
)
def test_odd_switches_are_refused(simulator: Simulator, body: bytes) -> None:
    assert control(simulator, "PUT", content=body).status_code == 400
    assert control(simulator, "GET").json()["mode"] == "ok"


def test_calls_are_listed_without_the_key(simulator: Simulator) -> None:
    get(simulator, "AbnDetails.aspx", abn="50910000010")
    (call,) = control(simulator, "GET", "__calls").json()
    assert call["page"] == "AbnDetails.aspx"
    assert call["parameters"] == {"abn": "50910000010", "callback": "callback"}
    assert call["time"].endswith("Z")
    assert GUID not in str(call)
    assert control(simulator, "DELETE", "__calls").json() == [] == control(simulator, "GET", "__calls").json()


def test_unknown_pages(simulator: Simulator) -> None:
    assert control(simulator, "GET", "json/Other.aspx").status_code == 404
    assert control(simulator, "DELETE", "json/AbnDetails.aspx").status_code == 404


def test_entities_that_misbehave(simulator: Simulator) -> None:
    faults = {entity.name: entity.fault for entity in ENTITIES if entity.fault}
    assert faults == {
        "SLOW ANSWER PTY LTD": Fault.SLOW,
        "SERVER FAULT PTY LTD": Fault.HTTP500,
        "MAINTENANCE PAGE PTY LTD": Fault.HTML,
        "KEY REFUSED": Fault.BAD_GUID,
    }
    assert names(simulator, "slow answer")[0]["Abn"] == "59910000109"
    parameters = {"abn": "61910000118", "guid": GUID}
    assert httpx.get(simulator.base_url + "AbnDetails.aspx", params=parameters, trust_env=False).status_code == 500


def test_client_and_simulator_agree_on_an_empty_name_list(simulator: Simulator) -> None:
    payload = get(simulator, "MatchingNames.aspx", name="no such company")
    assert protocol.interpret(SearchKey(SearchType.NAME, "no such company"), payload).outcome is Outcome.NOT_FOUND


def test_command_stops_at_once_on_sigterm() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "manage.py", "abr_simulator", "--port", str(port)]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, env=dict(os.environ), text=True)
    try:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/json/" in process.stdout.readline()
        with socket.create_connection(("127.0.0.1", port)) as waiting:
            waiting.sendall(f"GET /json/AbnDetails.aspx?abn=59910000109&guid={GUID} HTTP/1.1\r\n\r\n".encode())
            time.sleep(0.2)
            process.send_signal(signal.SIGTERM)
            # It does not wait for the answer, which takes ten seconds; a busy machine may take a moment.
            assert process.wait(timeout=8) == 0
    finally:
        process.kill()
