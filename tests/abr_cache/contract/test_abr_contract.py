"""One contract for three parties: the register as recorded, our client, and the simulator that stands in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import httpx
import pytest

from abr_cache.client import protocol
from abr_cache.client.answers import RegisterAnswer, RegisterEntity
from abr_cache.client.client import ClientConfig, RegisterClient
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.entities import ENTITIES, Fault
from abr_cache.simulator.server import Simulator
from common.outbound.store import MemoryStore
from tests.abr_cache.contract.recordings import CASES, FOLDER, TWINS, Case, Recording, recording
from tests.abr_cache.contract.replay import replayed
from tests.abr_cache.contract.shapes import faults, form, shape

# Facts that the table of sample entities leaves open: both sides have them or have them not.
_OPEN = {"abn_status_effective_from", "entity_type_name", "gst_registered_from"}

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
every_twin = pytest.mark.parametrize("case", TWINS, ids=lambda case: case.name)


@pytest.fixture(scope="module")
def register() -> Iterator[Simulator]:
    with Simulator() as server:
        yield server


@pytest.fixture
def simulator(register: Simulator) -> Simulator:
    register.control.restore()
    register.control.clear_calls()
    return register


def ask(base_url: str, recorded: Recording) -> RegisterAnswer:
    """What our client makes of the answer; its shared state is new."""
    return RegisterClient(ClientConfig(base_url, GUID), MemoryStore()).ask(recorded.key)


def get(simulator: Simulator, recorded: Recording, **changes: str | None) -> httpx.Response:
    """The recorded request, sent to the simulator."""
    parameters = recorded.parameters | {"guid": GUID} | changes
    sent = {name: value for name, value in parameters.items() if value is not None}
    return httpx.get(simulator.base_url + recorded.page, params=sent, trust_env=False, timeout=15)


def told(answer: RegisterAnswer) -> list[dict[str, Any]]:
    """Entities with every fact that is given, and of the open ones whether they are there."""
    return [{name: _value(entity, name) for name in _FACTS} for entity in answer.entities]


_FACTS = [field.name for field in fields(RegisterEntity) if field.name != "raw"]


def _value(entity: RegisterEntity, name: str) -> Any:
    value = getattr(entity, name)
    return value is not None if name in _OPEN else value


def test_every_recording_has_its_case() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(case.name for case in CASES)


@pytest.mark.parametrize(
    "case", [case for case in CASES if recording(case.name).is_wrapped], ids=lambda case: case.name
)
def test_recordings_are_as_the_service_is_described(case: Case) -> None:
    """abr.md 1.1 and 1.2: all keys, GST and address date a day or null, a status word here and a code there."""
    recorded = recording(case.name)
    payload = protocol.unwrap(recorded.body)
    assert recorded.status == 200
    assert faults(payload) == []
    assert ("Names" in payload) == (recorded.page == "MatchingNames.aspx")


@every_case
def test_client_asks_and_reads_as_recorded(case: Case) -> None:
    """AB-2, abr.md 1.3: one of three outcomes over HTTP; one call per answer, the key in it, and in no entity."""
    recorded = recording(case.name)
    with replayed(recorded) as server:
        answer = ask(server.base_url, recorded)
    assert (answer.outcome, answer.reason) == (case.outcome, case.reason)
    assert bool(answer.entities) == (answer.outcome == "found")
    assert server.asked == [(recorded.page, recorded.parameters | {"guid": GUID})]


@every_twin
def test_simulator_is_read_to_the_same_outcome(simulator: Simulator, case: Case) -> None:
    """AB-2: the same request to the recording and to the simulator gives the same outcome, reason and entities."""
    recorded = recording(case.name)
    simulator.control.set(Switches(case.mode))
    simulated = ask(simulator.base_url, recorded)
    with replayed(recorded) as server:
        real = ask(server.base_url, recorded)
    assert (simulated.outcome, simulated.reason) == (real.outcome, real.reason)
    assert told(simulated) == told(real)
    (call,) = simulator.control.calls()
    assert (call["page"], call["parameters"]) == (recorded.page, recorded.parameters)


@every_twin
def test_simulator_answers_in_the_recorded_shape(simulator: Simulator, case: Case) -> None:
    """abr.md 4: status, kind of content, wrapping, key set, types and formats."""
    recorded = recording(case.name)
    simulator.control.set(Switches(case.mode))
    answer = get(simulator, recorded)
    assert answer.status_code == recorded.status
    assert answer.headers["Content-Type"] == recorded.content_type
    if not recorded.is_wrapped:
        assert _wrapping(answer.content) == _wrapping(recorded.body)
        return
    simulated, real = protocol.unwrap(answer.content), protocol.unwrap(recorded.body)
    assert shape(simulated) == shape(real)
    assert simulated["Message"] == real["Message"]


def _wrapping(body: bytes) -> tuple[bool, bool, bool]:
    """Of a body that is no JSONP: whether it is a page, has another callback, is whole."""
    text = body.decode().strip()
    return text.startswith("<"), bool(re.match(r"(?!callback\()[\w$.]+\(\{", text)), text.endswith((")", ">"))


@pytest.mark.parametrize("callback", [None, "callback", "jQuery_18.ready", "alert(1);x", ""])
def test_wrapping_takes_the_callback_that_was_passed(simulator: Simulator, callback: str | None) -> None:
    """abr.md 1: `callback` when none was passed; what is no name is not repeated."""
    recorded = recording("abn_found")
    body = get(simulator, recorded, callback=callback).content
    is_name = callback is not None and re.fullmatch(r"[\w$.]+", callback) is not None
    assert shape(protocol.unwrap(body, callback if is_name and callback else "callback")) == shape(
        protocol.unwrap(recorded.body)
    )


@pytest.mark.parametrize("name", ["abn_key_refused", "acn_key_refused", "names_key_refused"])
@pytest.mark.parametrize("guid", [None, "", "22222222-2222-4222-8222-222222222222"])
def test_a_wrong_key_is_refused_as_recorded(simulator: Simulator, name: str, guid: str | None) -> None:
    """abr.md 1.3 and 4: without any switch, for a missing key as for a wrong one; blanks, and status 200."""
    recorded = recording(name)
    answer = get(simulator, recorded, guid=guid)
    simulated = protocol.unwrap(answer.content)
    assert answer.status_code == 200
    assert simulated == protocol.unwrap(recorded.body)
    assert protocol.interpret(recorded.key, simulated).reason == "key_refused"


def test_every_entity_of_the_simulator_keeps_the_contract(simulator: Simulator) -> None:
    """abr.md 4.1, not only of the entities that are recorded."""
    checked = 0
    for entity in ENTITIES:
        if entity.fault is not Fault.NONE:
            continue
        for page, number in (("AbnDetails.aspx", {"abn": entity.abn}), ("AcnDetails.aspx", {"acn": entity.acn})):
            if not all(number.values()):
                continue
            payload = protocol.unwrap(get(simulator, Recording(page, number, 200, "", b"")).content)
            assert faults(payload) == [], entity.abn
            checked += 1
    payload = protocol.unwrap(
        get(simulator, Recording("MatchingNames.aspx", {"name": "e", "maxResults": "200"}, 200, "", b"")).content
    )
    assert faults(payload) == []
    assert checked > 40
    assert len(payload["Names"]) > 30


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"Gst": True}, "Gst boolean"), ({"Gst": ""}, "Gst "), ({"Acn": None}, "Acn null"),
        ({"BusinessName": "x"}, "BusinessName text"), ({"BusinessName": [1]}, "BusinessName list of number"),
        ({"AbnStatus": "0000000001"}, "AbnStatus ten digits"), ({"AddressDate": "15/03/2021"}, "AddressDate text"),
        ({"Abn": 50910000010}, "Abn number"), ({"Extra": ""}, "key Extra"),
    ],
)  # fmt: skip
def test_another_shape_is_noticed(change: dict[str, Any], fault: str) -> None:
    """What these tests compare by would see what the service does not do."""
    payload = protocol.unwrap(recording("abn_found").body)
    assert faults(payload | change) == [fault]
    assert shape(payload | change) != shape(payload)


@pytest.mark.parametrize("change", [{"Score": "90"}, {"IsCurrent": "true"}, {"AbnStatus": "1"}, {"NameType": "New"}])
def test_another_shape_of_a_row_is_noticed(change: dict[str, Any]) -> None:
    payload = protocol.unwrap(recording("names_cancelled").body)
    changed = payload | {"Names": [payload["Names"][0] | change]}
    ((key, value),) = change.items()
    assert shape(changed) != shape(payload)
    assert form(value) != form(payload["Names"][0][key])


def test_modes_of_the_simulator_are_all_held_to_a_recording() -> None:
    """A mode that answers with a body has its recording; the two others give no answer at all."""
    assert {case.mode for case in TWINS} == set(Mode) - {Mode.TIMEOUT, Mode.DROP_CONNECTION}
