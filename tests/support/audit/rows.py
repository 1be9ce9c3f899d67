"""Rows that one action wrote, as the cases of the audit matrix write them down."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model

from accounts.models import User
from auditing.models import ActivityLog, AuditRole
from logging_app.models import AuthEvent
from tests.support.audit.cases import Done

_REFUSALS = ("TOKEN_REUSE_DETECTED", "RATE_LIMIT_EXCEEDED")


def history_tables() -> list[type[Model]]:
    return [model for model in apps.get_app_config("auditing").get_models() if hasattr(model, "instance_type")]


def _rows(model: type[Model]) -> Any:
    return getattr(model, "all_companies", model._base_manager).order_by("pk")


class Written:
    """Everything written to the four kinds of trail since it was made."""

    def __init__(self) -> None:
        tables = [AuthEvent, ActivityLog, AuditRole, *history_tables()]
        self._last = {model: _rows(model).values_list("pk", flat=True).last() or 0 for model in tables}

    def of(self, model: type[Model]) -> list[Any]:
        return list(_rows(model).filter(pk__gt=self._last[model]))

    def history(self) -> list[Any]:
        return [row for model in history_tables() for row in self.of(model)]

    def names(self, done: Done) -> dict[str, list[str]]:
        """The rows in the words of the cases."""
        return {
            "events": sorted(_event(row) for row in self.of(AuthEvent)),
            "activities": sorted(_activity(row, done) for row in self.of(ActivityLog)),
            "history": sorted(_table(row) for row in self.history()),
            "roles": sorted(_role(row) for row in self.of(AuditRole)),
        }

    def check_contents(self, done: Done) -> None:
        """Fail the test unless the rows name whom they must."""
        events, activities, roles, history = (
            self.of(AuthEvent),
            self.of(ActivityLog),
            self.of(AuditRole),
            self.history(),
        )
        for row in events:
            _check_event(row, done)
        actor = done.actor if done.actor is not None else done.subject
        for row in activities:
            _check_actor(actor, row.user_id, row.user_email, row.actor_name)
        for row in history:
            if done.applicant is not None and _table(row) == "User":
                assert (row.history_user_id, row.changed_by_email) == (None, done.applicant)
            else:
                _check_actor(actor, row.history_user_id, row.changed_by_email)
        for row in roles:
            _check_actor(actor, row.changed_by_user_id, row.changed_by_email)
            assert row.user_id == (done.subject.pk if done.subject else None)
            assert row.company_id == (done.company.pk if row.role_type == "company" and done.company else None)
        for row in [*events, *activities, *history, *roles]:
            _check_origin(row, done)


def _event(row: Any) -> str:
    return f"{row.event_type} {row.reason or ''}".strip()


def _activity(row: Any, done: Done) -> str:
    if row.company_id is None:
        return str(row.action)
    assert done.company is not None, (row.action, row.company_id)
    assert row.company_id == done.company.pk, row.action
    return f"{row.action} @company"


def _table(row: Any) -> str:
    return type(row).__name__.removeprefix("Audit")


def _role(row: Any) -> str:
    return f"{row.role_type} {row.change_kind} {row.new_role_code or row.old_role_code}"


def _check_event(row: Any, done: Done) -> None:
    refused = row.event_type.endswith("_FAILED") or row.event_type in _REFUSALS or "NO_ACCOUNT" in (row.reason or "")
    assert row.is_success is not refused, row.event_type
    assert row.user_id == (done.subject.pk if done.subject else None), row.event_type
    email = done.email if done.email is not None else done.subject.email if done.subject else None
    assert row.email == (email or None), row.event_type


def _check_actor(actor: User | str | None, user_id: int | None, email: str | None, name: str | None = None) -> None:
    if isinstance(actor, User):
        assert (user_id, email) == (actor.pk, actor.email)
        return
    assert user_id is None
    assert name is None or name == actor


def _check_origin(row: Any, done: Done) -> None:
    if done.answer is None:
        return
    assert row.request_id == done.answer["X-Request-ID"]
    assert row.ip_address == "127.0.0.1"
