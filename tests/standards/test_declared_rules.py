"""Each rule on the models sees a model that breaks it; the models are thrown away."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.test.utils import isolate_apps

from common.models import AuditedTable, Check, Index, LogTable, TableAccess, Unique
from tests.standards.conftest import Run

pytestmark = pytest.mark.django_db

BUSINESS = TableAccess(rls="none", retention="permanent", roles="BIZ")


def declare(base: type = AuditedTable, label: str = "Probe", *, doc: str = "A probe.", **attrs: Any) -> Any:
    """A model of schema dbo with the given attributes."""
    meta = attrs.pop("meta", {})
    body = {"__module__": __name__, "__doc__": doc, "access": BUSINESS, **attrs}
    body["Meta"] = type("Meta", (), {"app_label": "companies", **meta})
    with isolate_apps("companies"):
        return type(base)(label, (base,), body)


def objects(search: Run, rule: str, *found: Any) -> set[str]:
    return {item.object for item in search(rule, models=found)}


def text(**options: Any) -> Any:
    return models.CharField(max_length=50, help_text="A text", **options)


def test_names_are_pascal_case(search: Run) -> None:
    """S2."""
    assert objects(search, "S2", declare(good=text())) == set()
    assert objects(search, "S2", declare(odd=text(db_column="odd_name"))) == {"dbo.Probe.odd_name"}
    assert objects(search, "S2", declare(odd=text(db_column="AbnURL"))) == {"dbo.Probe.AbnURL"}


def test_tables_are_singular(search: Run) -> None:
    """S3."""
    assert objects(search, "S3", declare(label="ProbeDetails"), declare(label="ProbeStatus")) == set()
    assert objects(search, "S3", declare(label="Probes")) == {"dbo.Probes"}


def test_identifiers_are_keys(search: Run) -> None:
    """S14: an integer named like a key is none."""
    loose = models.BigIntegerField(db_column="OwnerID", help_text="Owner")
    assert "dbo.Probe.OwnerID" in objects(search, "S14", declare(owner=loose))


def test_tables_outside_the_schema_of_their_app(search: Run) -> None:
    """S4."""
    stray = declare(meta={"db_table": "probes"})
    assert "companies.Probe" in objects(search, "S4", stray)


def test_closed_lists_have_a_check(search: Run) -> None:
    """S30."""
    assert "dbo.Probe.DealPhase" in objects(search, "S30", declare(deal_phase=text()))
    listed = declare(deal_phase=text(), meta={"constraints": [Check("DealPhase", Q(deal_phase__in=["new", "won"]))]})
    assert "dbo.Probe.DealPhase" not in objects(search, "S30", listed)


def test_states_are_lookups(search: Run) -> None:
    """S31: no state as text in business rows, no column that does not name its lookup."""
    assert objects(search, "S31", declare(deal_status=text())) == {"dbo.Probe.DealStatus"}
    vague = declare(status=models.BigIntegerField(db_column="StatusID", help_text="State"))
    assert objects(search, "S31", vague) == {"dbo.Probe.StatusID"}


def test_columns_named_like_secrets(search: Run) -> None:
    """S36."""
    assert objects(search, "S36", declare(api_secret=text())) == {"dbo.Probe.ApiSecret"}
    assert objects(search, "S36", declare(token_hash=text())) == set()


def test_every_table_and_column_is_described(search: Run) -> None:
    """S41."""
    silent = declare(doc="", note=models.CharField(max_length=10))
    assert {"dbo.Probe", "dbo.Probe.Note"} <= objects(search, "S41", silent)


@pytest.mark.parametrize(
    "condition",
    [
        Q(state="a") | Q(state="b"),
        ~Q(state="a"),
        Q(state__startswith="a"),
        Q(state=models.F("note")),
        Q(created_by=1),
    ],
    ids=["or", "not", "like", "column", "id"],
)
def test_filters_are_simple(search: Run, condition: Q) -> None:
    """S45."""
    fields = {"state": text(), "note": text()}
    broken = declare(**fields, meta={"indexes": [Index(fields=["note"], condition=condition)]})
    assert objects(search, "S45", broken) == {"dbo.Probe IX_Probe_Note"}


def test_indexed_expressions(search: Run) -> None:
    """S45, and what the rule allows."""
    expression = declare(note=text(), meta={"indexes": [models.Index(Lower("note"), name="IX_Probe_Note")]})
    assert objects(search, "S45", expression) == {"dbo.Probe IX_Probe_Note"}
    allowed = Q(note__isnull=False, is_deleted=False) & Q(note="x")
    assert objects(search, "S45", declare(note=text(), meta={"constraints": [Unique(["note"], allowed)]})) == set()


def test_event_names_are_upper_snake(search: Run) -> None:
    """S49."""
    event = declare(
        LogTable, event_type=text(), meta={"constraints": [Check("EventType", Q(event_type__in=["LOGIN", "logout"]))]}
    )
    assert objects(search, "S49", event) == {"dbo.Probe.EventType"}
