"""Import and export of stewards' tables: each row goes through the same service as the form (GEN-1)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from import_export import fields, resources, widgets

from common.actors import Actor
from common.backoffice.columns import own_columns
from common.backoffice.writing import to_snake_path
from common.problems import Problem
from reference.models import Country, CustomerTier, Industry, Language
from reference.services.maintenance import create_row, update_row


class StewardResource(resources.ModelResource):  # type: ignore[misc]
    """Rows by their code: known codes are changed, new ones added, nothing is removed.

    A dry run does the same in a transaction that is rolled back, so it finds what the real run would.
    """

    def __init__(self, actor: Actor | None = None, reason: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.actor, self.reason = actor, reason

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(is_deleted=False)

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Read a row; an empty cell is null where the column takes it, so that unchanged rows are seen as such."""
        super().import_instance(instance, row, **kwargs)
        for field in instance._meta.concrete_fields:
            if field.null and getattr(instance, field.attname) == "":
                setattr(instance, field.attname, None)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        """Call the service; what it refuses is an error of the row."""
        table = type(instance).__name__
        present = {field.attribute for field in self.get_import_fields()}
        values = {name: getattr(instance, name) for name in own_columns(type(instance)) if name in present}
        if self.actor is None:
            raise ValidationError("An import needs the person who makes it.")
        try:
            if is_create:
                saved = create_row(table=table, values=values, reason=self.reason, actor=self.actor)
                instance.pk = saved.pk
            else:
                update_row(table=table, row_id=instance.pk, values=values, reason=self.reason, actor=self.actor)
        except Problem as problem:
            raise _row_errors(problem, present) from problem

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Leave the identity sequences alone: no key is imported, and the application has no right on them."""


def _row_errors(problem: Problem, present: set[Any]) -> ValidationError:
    errors: dict[str, list[str]] = {}
    for error in problem.errors:
        name = to_snake_path(error.field)
        errors.setdefault(name if name in present else "__all__", []).append(error.message)
    return ValidationError(errors or {"__all__": [problem.detail]})


def _options(table: Any) -> type:
    return type(
        "Meta",
        (),
        {
            "model": table,
            "fields": tuple(own_columns(table)),
            "import_id_fields": (table.code_field,),
            "skip_unchanged": True,
            "report_skipped": True,
            "use_transactions": True,
            "clean_model_instances": False,
        },
    )


class CountryResource(StewardResource):
    """Subdivisions and provider settings stand in the file as JSON text."""

    subdivisions_json = fields.Field("subdivisions_json", "subdivisions_json", widgets.JSONWidget())
    integration_config = fields.Field("integration_config", "integration_config", widgets.JSONWidget())
    Meta = _options(Country)


class LanguageResource(StewardResource):
    Meta = _options(Language)


class IndustryResource(StewardResource):
    Meta = _options(Industry)


class CustomerTierResource(StewardResource):
    Meta = _options(CustomerTier)
