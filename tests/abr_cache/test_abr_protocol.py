"""JSONP, messages and mapping (abr.md section 1), without any network."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from abr_cache.client import protocol
from abr_cache.client.answers import Outcome, Reason, RegisterAnswer, SearchKey, SearchType

BY_ABN = SearchKey(SearchType.ABN, "50910000010")
BY_NAME = SearchKey(SearchType.NAME, "harbourline")
DETAILS: dict[str, Any] = {
    "Abn": "50910000010",
    "AbnStatus": "Active",
    "AbnStatusEffectiveFrom": "2019-03-04",
    "Acn": "910000010",
    "AddressDate": "2021-03-15",
    "AddressPostcode": "2000",
    "AddressState": "NSW",
    "BusinessName": ["Harbourline Exhibits", "Harbourline Events"],
    "EntityName": "HARBOURLINE EXHIBITS PTY LTD",
    "EntityTypeCode": "PRV",
    "EntityTypeName": "Australian Private Company",
    "Gst": "2019-03-04",
    "Message": "",
}


def details(**changes: Any) -> RegisterAnswer:
    return protocol.interpret(BY_ABN, DETAILS | changes)


def names(*rows: dict[str, Any]) -> RegisterAnswer:
    return protocol.interpret(BY_NAME, {"Message": "", "Names": list(rows)})


def name_row(
    abn: str = "50910000010", name: str = "HARBOURLINE", kind: str = "Entity Name", **more: Any
) -> dict[str, Any]:
    row = {"Abn": abn, "AbnStatus": "0000000001", "IsCurrent": True, "Name": name, "NameType": kind}
    return row | {"Postcode": "2000", "Score": 90, "State": "NSW"} | more


@pytest.mark.parametrize("tail", ["", ";", "\n", "; \r\n"])
def test_unwraps_one_object_with_brackets_and_quotes_inside(tail: str) -> None:
    name = 'BRACKETS (AUST); "QUOTED" PTY LTD'
    assert protocol.unwrap(f"callback({json.dumps({'EntityName': name})}){tail}".encode()) == {"EntityName": name}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Back soon</body></html>",
        b'other({"Message":""})',
        b'{"Message":""}',
        b'callback({"Message":""}',
        b'callback({"Mess',
        b'callback([{"Message":""}])',
        b'callback({"Message":""});alert(1)',
        b'callback({"Message":""});;',
        b'callback({"Message":""},{"Message":""})',
        b'callback({"Score":NaN})',
        b'callback({"Message":"\xff"})',
        b'callbackx({"Message":""})',
        b"callback(" + b'{"a":' * 3000,
    ],
)
def test_everything_else_is_malformed(body: bytes) -> None:
    with pytest.raises(protocol.MalformedAnswerError):
        protocol.unwrap(body)


def test_details_are_mapped() -> None:
    (entity,) = details().entities
    assert (entity.abn, entity.acn, entity.legal_entity_name) == ("50910000010", "910000010", DETAILS["EntityName"])
    assert entity.business_names == ("Harbourline Exhibits", "Harbourline Events")
    assert (entity.abn_status, entity.is_gst_registered, entity.gst_registered_from) == (
        "active",
        True,
        date(2019, 3, 4),
    )
    assert (entity.state, entity.postcode, entity.has_details) == ("NSW", "2000", True)


def test_empty_texts_and_null_gst() -> None:
    """GST is a date or null, empty texts are empty, the ACN is never derived."""
    (entity,) = details(
        Acn="", Gst=None, AddressState="", AddressPostcode="", AddressDate=None, BusinessName=[]
    ).entities
    assert (entity.acn, entity.state, entity.postcode, entity.gst_registered_from) == (None, None, None, None)
    assert entity.is_gst_registered is False
    assert entity.business_names == ()


@pytest.mark.parametrize(("word", "status"), [("Cancelled", "cancelled"), ("ACTIVE", "active"), ("Inactive", None)])
def test_status_is_compared_as_a_whole_word(word: str, status: str | None) -> None:
    assert details(AbnStatus=word).entities[0].abn_status == status


def test_unknown_entity_type_is_kept() -> None:
    assert details(EntityTypeCode="ZZZ").entities[0].entity_type_code == "ZZZ"


@pytest.mark.parametrize(
    ("message", "outcome", "reason"),
    [
        ("No record found", Outcome.NOT_FOUND, Reason.NONE),
        ("  no records FOUND ", Outcome.NOT_FOUND, Reason.NONE),
        ("Search text is not a valid ABN or ACN", Outcome.NOT_FOUND, Reason.TEXT_REFUSED),
        ("The GUID entered is not recognised as a Registered Party", Outcome.UNAVAILABLE, Reason.KEY_REFUSED),
        ("The service is busy", Outcome.UNAVAILABLE, Reason.MESSAGE),
    ],
)
def test_a_message_is_never_mapped_to_an_entity(message: str, outcome: Outcome, reason: Reason) -> None:
    answer = details(Message=message)
    assert (answer.outcome, answer.reason, answer.entities) == (outcome, reason, ())


@pytest.mark.parametrize(
    "changes",
    [
        {"Message": None}, {"Abn": ""}, {"Abn": "50910000011"}, {"Abn": 50910000010}, {"EntityName": ""},
        {"Acn": "910000011"}, {"Gst": "yes"}, {"BusinessName": None}, {"BusinessName": [1]},
    ],
)  # fmt: skip
def test_incomplete_details_are_unavailable(changes: dict[str, Any]) -> None:
    assert details(**changes).outcome is Outcome.UNAVAILABLE


def test_an_acn_answer_must_be_about_that_acn() -> None:
    assert protocol.interpret(SearchKey(SearchType.ACN, "910000029"), DETAILS).outcome is Outcome.UNAVAILABLE


def test_names_are_grouped_by_abn_and_prefer_the_entity_name() -> None:
    answer = names(
        name_row(name="Harbourline Exhibits", kind="Business Name", Score=100),
        name_row(name="HARBOURLINE EXHIBITS PTY LTD"),
    )
    (entity,) = answer.entities
    assert (entity.matched_name, entity.name_type, entity.score) == ("HARBOURLINE EXHIBITS PTY LTD", "entity", 100)
    assert entity.has_details is False
    assert entity.is_gst_registered is None
    assert entity.acn is None


def test_trading_former_and_outdated_names_are_not_matched() -> None:
    """AB-4."""
    answer = names(
        name_row(kind="Trading Name", Score=100),
        name_row(kind="Former Name"),
        name_row(IsCurrent=False),
        name_row(kind="New"),
    )
    assert (answer.outcome, answer.entities) == (Outcome.NOT_FOUND, ())


def test_active_first_then_score_then_name() -> None:
    """AB-4: a cancelled ABN with a current name comes last, whatever its score."""
    answer = names(
        name_row("40910000029", "C", AbnStatus="0000000002", Score=100),
        name_row("50910000010", "B", Score=90),
        name_row("48910000065", "A", Score=90),
        name_row("50910000074", "Z", Score=95, AbnStatus="Active"),
    )
    assert [entity.matched_name for entity in answer.entities] == ["Z", "A", "B", "C"]
    assert [entity.abn_status for entity in answer.entities][-1] == "cancelled"


@pytest.mark.parametrize("payload", [{"Message": ""}, {"Message": "", "Names": {}}, {"Message": "", "Names": ["x"]}])
def test_names_without_a_list_are_unavailable(payload: dict[str, Any]) -> None:
    assert protocol.interpret(BY_NAME, payload).outcome is Outcome.UNAVAILABLE


def test_a_name_search_always_asks_for_fifty() -> None:
    assert protocol.request_for(BY_NAME) == (
        "MatchingNames.aspx",
        {"name": "harbourline", "maxResults": "50", "callback": "callback"},
    )
