"""Bodies and shapes of the register endpoints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from abr_cache.services.search import QUERY_MAX_LENGTH, QUERY_MIN_LENGTH, RESULTS_DEFAULT, RESULTS_MAX, SEARCH_TYPES
from common.api.containers import ListField
from common.api.fields import BooleanField, ChoiceField, DateField, InstantField, IntegerField, TextField
from common.api.serializers import Serializer, Shape
from common.problems import FieldError


class SearchBody(Serializer):
    query = TextField(min_length=QUERY_MIN_LENGTH, max_length=QUERY_MAX_LENGTH, example="51 824 753 556")
    search_type = ChoiceField(SEARCH_TYPES, required=False, default="auto")
    max_results = IntegerField(min_value=1, max_value=RESULTS_MAX, required=False, default=RESULTS_DEFAULT)


class RegisterResultShape(Shape):
    abn = TextField()
    abn_formatted = TextField()
    acn = TextField(allow_null=True)
    legal_entity_name = TextField(allow_null=True)
    matched_name = TextField(allow_null=True)
    name_type = ChoiceField(("entity", "business"), allow_null=True)
    business_names = ListField(TextField())
    entity_type_code = TextField(allow_null=True)
    entity_type_name = TextField(allow_null=True)
    abn_status = ChoiceField(("active", "cancelled"), allow_null=True)
    abn_status_effective_from = DateField(allow_null=True)
    is_gst_registered = BooleanField(allow_null=True)
    gst_registered_from = DateField(allow_null=True)
    state = TextField(allow_null=True)
    postcode = TextField(allow_null=True)
    score = IntegerField(allow_null=True)
    has_details = BooleanField()


class SearchAnswerShape(Shape):
    query = TextField()
    search_type = ChoiceField(("abn", "acn", "name"))
    outcome = ChoiceField(("found", "not_found", "unavailable"))
    source = ChoiceField(("register", "cache"), allow_null=True)  # type: ignore[assignment]
    is_stale = BooleanField()
    retrieved_at = InstantField(allow_null=True)
    results = RegisterResultShape(many=True)
    result_count = IntegerField()
    message = TextField(allow_null=True)


class PurgeBody(Serializer):
    """Exactly one of abn, acn and expiredOnly."""

    abn = TextField(required=False, max_length=50, example="51 824 753 556")
    acn = TextField(required=False, max_length=50, example="004 085 616")
    expired_only = BooleanField(required=False)
    reason = TextField(max_length=500)

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        if values.get("expired_only") is False:
            yield FieldError("expiredOnly", "invalid_choice", "Send true, or leave it out.")


class PurgeShape(Shape):
    deleted_rows = IntegerField()
    affected_company_ids = ListField(IntegerField())


class TypeStatisticsShape(Shape):
    search_type = ChoiceField(("abn", "acn", "name"))
    entries = IntegerField()
    unique_searches = IntegerField()
    hits = IntegerField()


class TopSearchShape(Shape):
    search_type = ChoiceField(("abn", "acn"))
    search_value = TextField()
    hits = IntegerField()


class StatisticsShape(Shape):
    entries = IntegerField()
    active_entries = IntegerField()
    expired_entries = IntegerField()
    unique_searches = IntegerField()
    lookups = IntegerField()
    hits = IntegerField()
    hit_rate_percent = IntegerField()
    by_search_type = TypeStatisticsShape(many=True)
    top_searches = TopSearchShape(many=True)
    ttl_days = IntegerField()
    breaker_state = ChoiceField(("closed", "open", "half_open"))
    generated_at = InstantField()
