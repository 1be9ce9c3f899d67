"""One valid row of any table, made from what its columns need."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from django.db import models

from common import clock
from tests.factories.accounts import make_user

HASH = "5ec2e7" + "ab" * 29
SECRET_TEXTS = {
    "password_hash": "hash-never-shown",
    "session_token": "stamp-never-shown",
    "token_hash": HASH,
    "code_hash": HASH,
    "sealed_key": "sealed-never-shown",
}

_VALUES: dict[str, dict[str, Any]] = {
    "dbo.UserRefreshToken": {
        "transport": "body",
        "session_expires_at": lambda: clock.now() + timedelta(days=2),
        "expires_at": lambda: clock.now() + timedelta(days=1),
    },
    "dbo.UserPasswordResetToken": {"expires_at": lambda: clock.now() + timedelta(days=1)},
    "dbo.UserEmailVerificationToken": {"expires_at": lambda: clock.now() + timedelta(days=1)},
    "dbo.UserEmailChangeToken": {
        "expires_at": lambda: clock.now() + timedelta(days=1),
        "side": "old",
        "new_email": "moved@people.example",
    },
    "dbo.UserAuthenticator": {"sealed_key": "sealed-never-shown"},
    "dbo.UserIndustry": {"is_primary": True, "sort_order": 0},
    "dbo.UserInvitation": {"expires_at": lambda: clock.now() + timedelta(days=1)},
    "log.AuthEvent": {"event_type": "LOGIN_FAILED", "email": "somebody@people.example"},
    "log.ApiRequest": {"status_code": 404, "method": "GET", "path": "/nowhere"},
    "log.ApplicationError": {"severity": "error", "error_message": "It broke"},
    "log.EmailDelivery": {
        "status": "failed",
        "email_type": "welcome",
        "error_message": "mailbox does not exist",
        "template_data": {
            "name": "Robin",
            "verificationUrl": {"path": "/x", "purpose": "p", "nonce": "nonce-never-shown"},
        },
    },
    "audit.ActivityLog": {"chain_key": 0, "chain_sequence": 900_001, "action": "SETTING_UPDATED"},
    "audit.Role": {"role_type": "system", "change_kind": "assigned"},
    "audit.LegalHold": {"hold_name": "Court order 7", "reason": "A dispute"},
    "audit.RetentionRun": {
        "retention_class": "log",
        "mode": "dry_run",
        "phase": "started",
        "table_name": "log.AuthEvent",
    },
    "audit.ChainAnchor": {"anchor_kind": "daily", "chain_sequence": 4, "rows_covered": 4},
    "cache.ABRSearch": {
        "search_type": "ABN",
        "search_value": "51824753556",
        "abn": "51824753556",
        "expires_at": lambda: clock.now() + timedelta(days=1),
    },
}


def example(model: Any) -> Any:
    """Return a row of the table, made if there is none."""
    manager = getattr(model, "all_companies", model._default_manager)
    row = manager.order_by("pk").first()
    return row if row is not None else make(model)


def make(model: Any, **values: Any) -> Any:
    """Make a row; ``values`` go before what the table needs."""
    if model._meta.db_table == "dbo.User":
        return make_user(**values)
    if model._meta.db_table == "dbo.CompanyRelationship":
        return _relationship(model)
    if model._meta.label == "auditing.AuditUserCompany":
        return _snapshot(model)
    if hasattr(model, "instance_type"):
        return _snapshot(model)
    given = {
        name: value() if callable(value) else value for name, value in _VALUES.get(model._meta.db_table, {}).items()
    }
    given |= values
    for field in model._meta.concrete_fields:
        if field.name not in given and not field.primary_key and not field.null and not field.has_default():
            given[field.name] = _value(field)
    manager = getattr(model, "all_companies", model._default_manager)
    return manager.create(**given)


def _value(field: Any) -> Any:
    if field.many_to_one:
        return example(field.related_model)
    if field.name in SECRET_TEXTS:
        return SECRET_TEXTS[field.name]
    kinds: tuple[tuple[type[models.Field[Any, Any]], Any], ...] = (
        (models.BooleanField, False),
        (models.DateTimeField, clock.now()),
        (models.DateField, date(2026, 1, 2)),
        (models.UUIDField, uuid.uuid4()),
        (models.JSONField, {"note": "example"}),
        (models.IntegerField, 1),
        (models.DecimalField, 1),
    )
    for kind, value in kinds:
        if isinstance(field, kind):
            return value
    if "email" in field.name:
        return "robin@people.example"
    return ("cd" * 32 if field.max_length == 64 and "hash" in field.name else "Example")[: field.max_length]


def _relationship(model: Any) -> Any:
    from django.apps import apps

    company = apps.get_model("companies", "Company")
    country = example(apps.get_model("reference", "Country"))
    one, two = (company.all_companies.create(company_name=name, country=country) for name in ("North", "South"))
    values = {"parent_company": one, "child_company": two, "lower_company": one, "higher_company": two}
    values["proposed_by_company"] = one
    for name in ("company_relationship_type", "company_relationship_status", "proposed_by_user"):
        values[name] = example(model._meta.get_field(name).related_model)
    return model.all_companies.create(is_hierarchical=False, **values)


def _snapshot(model: Any) -> Any:
    """Saving the tracked row writes its snapshot, where the seed loader did not."""
    row = example(model.instance_type)
    found = model._base_manager.filter(id=row.pk).first()
    if found is None:
        row.save()
        found = model._base_manager.filter(id=row.pk).first()
    return found
