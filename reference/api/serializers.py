"""Bodies and shapes of the reference endpoints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from django.db import models

from common.api.containers import MapField
from common.api.fields import BooleanField, ChoiceField, CodeField, DecimalField, IntegerField, TextField
from common.api.serializers import QuerySerializer, Serializer, Shape
from common.problems import FieldError
from reference.selectors.tables import own_columns

RULE_TYPES: Final = ("phone", "postal_code", "tax_id", "email", "address")
VALUE_MAX_LENGTH: Final = 500


class TableShape(Shape):
    table = TextField()
    total = IntegerField(min_value=0)


class SubdivisionShape(Shape):
    code = TextField()
    name = TextField()


class CountryExamplesShape(Shape):
    phone = TextField(allow_null=True)
    postal_code = TextField(allow_null=True)
    tax_id = TextField(allow_null=True)


class CountryShape(Shape):
    country_code = CodeField()
    country_name = TextField()
    phone_prefix = TextField()
    currency_code = CodeField()
    currency_symbol = TextField()
    currency_name = TextField()
    tax_rate = DecimalField(decimal_places=4, allow_null=True)
    tax_name = TextField(allow_null=True)
    is_tax_inclusive = BooleanField()
    tax_number_label = TextField(allow_null=True)
    postal_code_label = TextField()
    state_label = TextField()
    has_company_search = BooleanField()
    subdivisions = SubdivisionShape(many=True)
    examples = CountryExamplesShape()
    sort_order = IntegerField()


class ReferenceListShape(Shape):
    """Plain list of the active rows of one table; each table's rows have columns of their own."""


@cache
def row_shape(model_name: str) -> type[Shape]:
    """The shape of a table's rows: id, code, name, description, sortOrder and the table's own columns."""
    if model_name == "Country":
        return CountryShape
    members: dict[str, Any] = {
        "id": IntegerField(min_value=1),
        "code": CodeField(),
        "name": TextField(),
        "description": TextField(allow_null=True),
        "sort_order": IntegerField(),
    }
    members |= {column.name: _field(column) for column in own_columns(model_name)}
    return type(f"{model_name}RowShape", (Shape,), {**members, "__module__": __name__, "__doc__": ""})


def _field(column: models.Field[Any, Any]) -> Any:
    if isinstance(column, models.BooleanField):
        return BooleanField()
    if isinstance(column, models.IntegerField):
        return IntegerField(allow_null=column.null)
    if isinstance(column, models.DecimalField):
        return DecimalField(decimal_places=column.decimal_places, allow_null=column.null)
    return TextField(allow_null=column.null)


class ValidateBody(Serializer):
    """A blank value is answered like any other that is not valid."""

    rule_type_code = ChoiceField(RULE_TYPES, example="phone")
    value = TextField(max_length=VALUE_MAX_LENGTH, allow_blank=True, example="0412 345 678")


class ValidateMultipleBody(Serializer):
    values = MapField(TextField(max_length=VALUE_MAX_LENGTH, allow_blank=True), min_items=1, max_items=10)

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        for code in values.get("values", {}):
            if code not in RULE_TYPES:
                yield FieldError("values", "invalid_choice", f"Use these names only: {', '.join(RULE_TYPES)}.")
                return


class ValidationShape(Shape):
    is_valid = BooleanField()  # type: ignore[assignment]
    rule_type_code = CodeField()
    rule_key = TextField(allow_null=True)
    stored_value = TextField(allow_null=True)
    display_value = TextField(allow_null=True)
    error_code = TextField(allow_null=True)
    error_message = TextField(allow_null=True)
    example = TextField(allow_null=True)


class ValidateMultipleShape(Shape):
    is_all_valid = BooleanField()
    results = MapField(ValidationShape())


class RulesQuery(QuerySerializer):
    rule_type_code = ChoiceField(RULE_TYPES, required=False)


class RuleLineShape(Shape):
    rule_key = TextField()
    description = TextField()
    example = TextField()
    display_example = TextField()


class RuleSummaryShape(Shape):
    rule_type_code = CodeField()
    has_rules = BooleanField()
    min_length = IntegerField(allow_null=True)
    max_length = IntegerField(allow_null=True)
    example = TextField(allow_null=True)
    display_example = TextField(allow_null=True)
    rules = RuleLineShape(many=True)
