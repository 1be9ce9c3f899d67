"""Import and export of stewards' tables go through the same service, with a dry run (section 23, GEN-1)."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from auditing.models import ActivityLog
from reference.models import Industry
from tests.backoffice.conftest import Office
from tests.backoffice.rows import make
from tests.support.trail import activities

IMPORT = "/backoffice/reference/industry/import/"
CONFIRM = "/backoffice/reference/industry/process_import/"
HEADER = "industry_code,industry_name,description,is_active,sort_order\n"


def upload(office: Office, lines: str, reason: str = "Yearly list") -> Any:
    file = SimpleUploadedFile("industries.csv", (HEADER + lines).encode(), "text/csv")
    return office.post(IMPORT, import_file=file, format="0", resource="", reason=reason)


def test_a_dry_run_writes_nothing_and_the_confirmed_import_does(office: Office) -> None:
    make(Industry, industry_code="expo", industry_name="Expo", description="Shows", sort_order=3)
    before = ActivityLog.all_companies.count()
    answer = upload(office, "expo,Exhibitions,Shows,1,3\nfairs,Fairs,Village fairs,1,4\n")
    assert answer.status_code == 200
    assert not Industry.objects.filter(industry_code="fairs").exists()
    assert ActivityLog.all_companies.count() == before
    form = answer.context["confirm_form"]
    answer = office.post(CONFIRM, **{name: form.initial.get(name, "") for name in form.fields})
    assert answer.status_code == 302
    assert Industry.objects.get(industry_code="expo").industry_name == "Exhibitions"
    assert Industry.objects.get(industry_code="fairs").history.get().history_change_reason == "Yearly list"
    assert activities(action="REFERENCE_UPDATED", reason="Yearly list") == ["REFERENCE_UPDATED"] * 2


def test_errors_are_shown_by_row_and_nothing_is_stored(office: Office) -> None:
    rows = Industry.objects.count()
    answer = upload(office, "Bad Code,Something,Text,1,3\nfine,Fine,Text,1,99999999\n")
    assert "confirm_form" not in answer.context
    text = re.sub(r"\s+", " ", answer.content.decode())
    assert "Use small letters" in text
    assert "from 0 to 32767" in text
    assert Industry.objects.count() == rows


def test_an_import_needs_a_reason(office: Office) -> None:
    answer = upload(office, "fairs,Fairs,Village fairs,1,4\n", reason="")
    assert "reason" in answer.context["form"].errors
    assert not Industry.objects.filter(industry_code="fairs").exists()


def test_what_is_exported_can_be_imported_unchanged(office: Office) -> None:
    export = office.post("/backoffice/reference/country/export/", format="0", resource="")
    assert export.status_code == 200
    text = export.content.decode()
    assert text.splitlines()[0].startswith("country_code,country_name")
    file = SimpleUploadedFile("countries.csv", text.encode(), "text/csv")
    entry = {"import_file": file, "format": "0", "resource": "", "reason": "Same"}
    answer = office.post("/backoffice/reference/country/import/", **entry)
    totals = answer.context["result"].totals
    assert (totals["new"], totals["update"], totals["error"], totals["invalid"]) == (0, 0, 0, 0)
