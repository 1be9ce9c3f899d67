"""Reference data that stewards keep: add, change, switch off, remove (section 23, invariant 37).

Countries, languages, industries and customer tiers. Codes are given once and never change; nothing is deleted
physically, and a row that is in use cannot be removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from auditing.services import business_transaction, former_values, record, save_and_record
from common.actors import Actor
from common.backoffice.columns import own_columns, version_of
from common.naming import to_camel
from common.problems import FieldErrors, Problem, ValidationFailed
from common.reasons import check_reason
from reference.models import Country, CustomerTier, Industry, Language
from reference.selectors.lookups import lookups_changed
from reference.services.row_checks import check_row, cleaned_values
from reference.services.row_usage import is_needed_by_code, uses_of

STEWARD_TABLES: Mapping[str, Any] = {
    "Country": Country,
    "Language": Language,
    "Industry": Industry,
    "CustomerTier": CustomerTier,
}


def create_row(*, table: str, values: Mapping[str, Any], reason: str, actor: Actor) -> Any:
    """Add a row to ``table``; ``values`` by snake_case column, missing ones get their default.

    Recorded as COUNTRY_ADDED or REFERENCE_UPDATED.

    Raises:
        KeyError: stewards do not keep ``table``.
        ValidationFailed: a value is not accepted, or the code is taken, also by a removed row.
    """
    model = STEWARD_TABLES[table]
    errors = _reason_errors(reason)
    with business_transaction(actor=actor, reason=reason.strip()):
        row = model(**cleaned_values(model, values, errors))
        check_row(row, errors)
        if not errors and model.objects.filter(**{model.code_field: row.code}).exists():
            errors.add(to_camel(model.code_field), "invalid_choice", _taken(row))
        errors.raise_if_any()
        row.stamp_created(actor)
        _insert(row)
        action = "COUNTRY_ADDED" if table == "Country" else "REFERENCE_UPDATED"
        _record(action, row, actor, old=None, new=_described(row, own_columns(model)))
    return row


def update_row(
    *,
    table: str,
    row_id: int,
    values: Mapping[str, Any],
    reason: str,
    actor: Actor,
    expected_version: str | None = None,
) -> Any:
    """Change columns of a row; the code is left as it is. A change to the same values writes nothing (AU-3).

    ``expected_version`` is that of the row the person saw (``version_of``); None compares nothing.

    Raises:
        KeyError: stewards do not keep ``table``.
        Problem: NOT_FOUND, STALE_RESOURCE.
        ValidationFailed: a value is not accepted, or the row is needed and would be switched off.
    """
    model, errors = STEWARD_TABLES[table], _reason_errors(reason)
    with business_transaction(actor=actor, reason=reason.strip()):
        row = _lock(model, row_id, expected_version)
        before = {name: getattr(row, name) for name in own_columns(model)}
        wanted = {name: value for name, value in values.items() if name != model.code_field}
        for name, value in cleaned_values(model, wanted, errors).items():
            setattr(row, name, value)
        check_row(row, errors)
        if before["is_active"] and not row.is_active and is_needed_by_code(row):
            errors.add("isActive", "invalid_choice", _needed(row))
        errors.raise_if_any()
        former, about = former_values(row, before), _described(row, [model.code_field])
        if save_and_record(row, former, action="REFERENCE_UPDATED", actor=actor, about=about):
            lookups_changed()
    return row


def remove_row(*, table: str, row_id: int, reason: str, actor: Actor, expected_version: str | None = None) -> None:
    """Soft-delete a row that nothing uses; its code stays taken (invariant 37).

    Raises:
        KeyError: stewards do not keep ``table``.
        Problem: NOT_FOUND, STALE_RESOURCE.
        ValidationFailed: the row is in use, or needed by the product.
    """
    model, errors = STEWARD_TABLES[table], _reason_errors(reason)
    with business_transaction(actor=actor, reason=reason.strip()):
        row = _lock(model, row_id, expected_version)
        if is_needed_by_code(row):
            errors.add("", "not_applicable", _needed(row))
        elif used_by := uses_of(row):
            tables = ", ".join(used_by)
            errors.add(
                "", "not_applicable", f"{row} is in use ({tables}) and cannot be removed; switch it off instead."
            )
        errors.raise_if_any()
        row.soft_delete(actor)
        row.save()
        _record("REFERENCE_UPDATED", row, actor, old=_described(row, own_columns(model)), new={"isDeleted": True})


def _lock(model: Any, row_id: int, expected_version: str | None) -> Any:
    row = model.objects.alive().select_for_update().filter(pk=row_id).first()
    if row is None:
        raise Problem("NOT_FOUND", "This entry does not exist any more.")
    if expected_version is not None and expected_version != version_of(row):
        raise Problem("STALE_RESOURCE")
    return row


def _insert(row: Any) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:  # somebody took the code at the same moment (GEN-3)
        field = to_camel(type(row).code_field)
        raise ValidationFailed.of(field, "invalid_choice", _taken(row)) from error


def _record(action: str, row: Any, actor: Actor, *, old: dict[str, Any] | None, new: dict[str, Any]) -> None:
    record(action=action, entity_type=row._meta.db_table, entity_id=row.pk, actor=actor, old=old, new=new)
    lookups_changed()


def _described(row: Any, names: list[str]) -> dict[str, Any]:
    return {to_camel(name): getattr(row, name) for name in names}


def _reason_errors(reason: str) -> FieldErrors:
    errors = FieldErrors()
    check_reason(reason, errors, "Say why you make this change.")
    return errors


def _taken(row: Any) -> str:
    return f"The code {row.code} is taken; codes are never used again. Choose another one."


def _needed(row: Any) -> str:
    return f"The product itself needs {row} and it cannot be removed or switched off."
