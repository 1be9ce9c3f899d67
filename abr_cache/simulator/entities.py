"""The simulator's register: the sample entities of abr.md section 4.1.

Facts the table leaves open (dates, states, most entity type names) are invented and only have to be plausible.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_TYPE_NAMES = {
    "PUB": "Australian Public Company",
    "PRV": "Australian Private Company",
    "IND": "Individual/Sole Trader",
    "FPT": "Family Partnership",
    "DIT": "Discretionary Investment Trust",
    "CGE": "Commonwealth Government Entity",
    "ZZZ": "Future Entity Kind",
}


class Fault(StrEnum):
    """How an entity misbehaves on its own."""

    NONE = ""
    SLOW = "slow"
    HTTP500 = "http500"
    HTML = "html"
    BAD_GUID = "bad_guid"


@dataclass(frozen=True, slots=True)
class Entity:
    abn: str
    name: str
    type_code: str
    acn: str = ""
    state: str = "NSW"
    postcode: str = "2000"
    business_names: tuple[str, ...] = ()
    trading_names: tuple[str, ...] = ()
    gst: str | None = "2015-07-01"
    is_active: bool = True
    status_from: str = "2015-07-01"
    address_date: str | None = "2021-03-15"
    fault: Fault = Fault.NONE
    former_abns: tuple[str, ...] = ()
    """Numbers the register has replaced: a question for one is answered with the entity as it is now."""

    @property
    def type_name(self) -> str:
        return _TYPE_NAMES[self.type_code]

    @property
    def status(self) -> str:
        return "Active" if self.is_active else "Cancelled"


def _body(abn: str, acn: str, name: str, type_code: str, state: str, postcode: str, *business_names: str) -> Entity:
    """A well-known body, registered when the GST began."""
    begin = "2000-07-01"
    return Entity(
        abn, name, type_code, acn, state, postcode, business_names, gst=begin, status_from=begin, address_date=begin
    )


def _long_name() -> str:
    return "LONG NAME " + "OF MANY WORDS " * 12 + "OF MANY CHARTS PTY LTD"


WELL_KNOWN = (
    _body("49004028077", "004028077", "BHP GROUP LIMITED", "PUB", "VIC", "3000"),
    _body("48123123124", "123123124", "COMMONWEALTH BANK OF AUSTRALIA", "PUB", "NSW", "2000", "CommBank"),
    _body("16009661901", "009661901", "QANTAS AIRWAYS LIMITED", "PUB", "NSW", "2020"),
    _body("88000014675", "000014675", "WOOLWORTHS GROUP LIMITED", "PUB", "NSW", "2153"),
    _body("53102443916", "102443916", "ATLASSIAN PTY LTD", "PRV", "NSW", "2000"),
    _body("28864970579", "", "AUSTRALIAN POSTAL CORPORATION", "CGE", "VIC", "3000", "Australia Post"),
    _body("51824753556", "", "AUSTRALIAN TAXATION OFFICE", "CGE", "ACT", "2600"),
    _body(
        "41687119230", "", "COMMONWEALTH SCIENTIFIC AND INDUSTRIAL RESEARCH ORGANISATION", "CGE", "ACT", "2601", "CSIRO"
    ),
)

# fmt: off
FICTITIOUS = (
    Entity(
        "50910000010", "HARBOURLINE EXHIBITS PTY LTD", "PRV", "910000010",
        business_names=("Harbourline Exhibits", "Harbourline Events"), gst="2019-03-04", status_from="2019-03-04",
    ),
    Entity(
        "40910000029", "SOUTHERN LEAD CAPTURE PTY LTD", "PRV", "910000029", "SA", "5000",
        gst=None, is_active=False, status_from="2023-06-30",
    ),
    Entity("42910000038", "WATTLE & CO. EVENTS PTY LTD", "PRV", "910000038", "VIC", "3121", gst=None),
    Entity(
        "25930000110", "O'BRIEN, MARGARET ANNE", "IND", "", "TAS", "7000",
        business_names=("O'Brien's Booth Hire",), gst="2021-01-01", status_from="2021-01-01",
    ),
    Entity(
        "18930000440", "TESTPERSON, JORDAN", "IND", "", "QLD", "4810",
        gst=None, is_active=False, status_from="2020-02-01", address_date="2018-05-20",
    ),
    Entity(
        "44910000047", "CAFÉ SOLEIL NGUYỄN PTY LTD", "PRV", "910000047", "VIC", "3053",
        business_names=("Café Soleil", "Déjà Brew"),
    ),
    Entity(
        "46910000056", "EVERGREEN TRADE SHOWS PTY LTD", "PRV", "910000056", "QLD", "4101",
        business_names=tuple(f"Evergreen Expo {number:02}" for number in range(1, 31)),
    ),
    Entity(
        "48910000065", "HARBOURLINE HOLDINGS PTY LTD", "PRV", "910000065", trading_names=("Harbourline",),
    ),
    Entity("50910000074", "HARBOURLINE EXHIBITS (WA) PTY LTD", "PRV", "910000074", "WA", "6000"),
    Entity("82930000220", "J & P SMITHSON PARTNERSHIP", "FPT", "", "SA", "5045", gst=None),
    Entity(
        "50930000330", "THE TRUSTEE FOR KOOKABURRA TRUST", "DIT", "", "QLD", "4000",
        business_names=("Kookaburra Event Hire",), former_abns=("14930000341",),
    ),
    Entity("52910000083", "FUTURE FORM PTY LTD", "ZZZ", "910000083"),
    Entity("54910000092", "NOWHERE STATED PTY LTD", "PRV", "910000092", "", "", address_date=None),
    Entity("65910000136", 'BRACKETS (AUST); "QUOTED" PTY LTD', "PRV", "910000136"),
    Entity("67910000145", "<B>MARKUP</B> & SCRIPT PTY LTD", "PRV", "910000145", "NT", "0800"),
    Entity("69910000154", _long_name(), "PRV", "910000154"),
    Entity("59910000109", "SLOW ANSWER PTY LTD", "PRV", "910000109", fault=Fault.SLOW),
    Entity("61910000118", "SERVER FAULT PTY LTD", "PRV", "910000118", fault=Fault.HTTP500),
    Entity("63910000127", "MAINTENANCE PAGE PTY LTD", "PRV", "910000127", fault=Fault.HTML),
    Entity("43930000660", "KEY REFUSED", "CGE", "", "ACT", "2600", fault=Fault.BAD_GUID),
)

# fmt: on

ENTITIES = WELL_KNOWN + FICTITIOUS
BY_ABN = {abn: entity for entity in ENTITIES for abn in (entity.abn, *entity.former_abns)}
BY_ACN = {entity.acn: entity for entity in ENTITIES if entity.acn}
