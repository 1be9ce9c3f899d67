"""Request bodies and queries of the company endpoints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from common.api.containers import CommaListField, ListField
from common.api.fields import (
    BooleanField,
    ChoiceField,
    CodeField,
    EmailField,
    IdField,
    IntegerField,
    SecretField,
    TextField,
    UrlField,
)
from common.api.pagination import PageQuery
from common.api.serializers import QuerySerializer, Serializer
from common.problems import FieldError
from companies import services
from companies.selectors import ACCESS_REQUEST_STATUSES, MEMBER_STATUSES

# Settings may narrow the length of names further; the services know.
_NAME_MAX = 200
_PHONE_MAX = 30
_REASON_MAX = 500


class BillingDetailsBody(Serializer):
    """Billing part of a new company; its country is the company's unless another is named."""

    billing_address_line1 = TextField(max_length=255, example="1 Example Street")
    billing_address_line2 = TextField(max_length=255, required=False, allow_null=True)
    billing_city = TextField(max_length=100, example="Sydney")
    billing_state = TextField(max_length=100, example="NSW")
    billing_postal_code = TextField(max_length=20, example="2000")
    billing_contact_name = TextField(max_length=200, required=False, allow_null=True)
    billing_email = EmailField(required=False, allow_null=True)
    billing_phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True)
    billing_country_code = CodeField(required=False, allow_null=True, example="AU")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return services.billing_errors(values, self._company_country())

    def _company_country(self) -> str:
        sent = getattr(self.root, "initial_data", {}).get("countryCode")
        return sent.strip() if isinstance(sent, str) else ""


class CreateCompanyBody(Serializer):
    """A new company; register facts are read by the server and cannot be sent (CO-2)."""

    company_name = TextField(max_length=_NAME_MAX, example="Harbourline Exhibits")
    country_code = CodeField(example="AU")
    abn = TextField(max_length=50, required=False, allow_null=True, example="51 824 753 556")
    acn = TextField(max_length=50, required=False, allow_null=True, example="004 085 616")
    is_gst_registered = BooleanField(required=False, allow_null=True)
    phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True)
    email = EmailField(required=False, allow_null=True)
    industry_code = CodeField(required=False, allow_null=True, example="event-mgmt")
    billing_details = BillingDetailsBody()

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return services.company_errors(values)


class ChangeCompanyBody(Serializer):
    company_name = TextField(max_length=_NAME_MAX, required=False, example="Harbourline Exhibits")
    phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True)
    email = EmailField(required=False, allow_null=True)
    industry_code = CodeField(required=False, allow_null=True, example="event-mgmt")
    abn = TextField(max_length=50, required=False, allow_null=True, example="51 824 753 556")
    acn = TextField(max_length=50, required=False, allow_null=True, example="004 085 616")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return services.change_errors(values, self.context["view"].company_id)


class ChangeBillingBody(Serializer):
    billing_contact_name = TextField(max_length=200, required=False, allow_null=True)
    billing_email = EmailField(required=False, allow_null=True)
    billing_phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True)
    billing_address_line1 = TextField(max_length=255, required=False, example="1 Example Street")
    billing_address_line2 = TextField(max_length=255, required=False, allow_null=True)
    billing_city = TextField(max_length=100, required=False, example="Sydney")
    billing_state = TextField(max_length=100, required=False, example="NSW")
    billing_postal_code = TextField(max_length=20, required=False, example="2000")
    billing_country_code = CodeField(required=False, example="AU")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return services.billing_change_errors(values, self.context["view"].company_id)


class ChangeOrganizerBody(Serializer):
    website = UrlField(max_length=500, required=False, allow_null=True)
    organizer_license_number = TextField(max_length=100, required=False, allow_null=True)
    event_types_organized = ListField(
        TextField(max_length=50, example="Trade show"), max_items=20, required=False, allow_null=True
    )
    average_events_per_year = IntegerField(min_value=0, max_value=10_000, required=False, allow_null=True)


class ChangeCompanySecurityBody(Serializer):
    is_second_factor_required = BooleanField(example=True)


class MembersQuery(PageQuery):
    status_code = ChoiceField(MEMBER_STATUSES, required=False, default="active")
    q = TextField(max_length=100, required=False)


class ChangeMemberRoleBody(Serializer):
    role_code = CodeField(example="company_user")
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)


class MemberReasonBody(Serializer):
    """Suspend, reactivate, remove."""

    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)


class LeaveCompanyBody(Serializer):
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)


class SwitchBody(Serializer):
    company_id = IdField()


class FiguresQuery(QuerySerializer):
    company_ids = CommaListField(IdField(), min_items=1, max_items=50, required=False, example="7,8")


class AccessRequestBody(Serializer):
    abn = TextField(max_length=50, example="51 824 753 556")
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return services.abn_errors(values.get("abn"))


class OwnAccessRequestsQuery(PageQuery):
    status_code = ChoiceField(ACCESS_REQUEST_STATUSES, required=False)


class AccessRequestsQuery(PageQuery):
    status_code = ChoiceField(ACCESS_REQUEST_STATUSES, required=False, default="pending")


class ApproveRequestBody(Serializer):
    role_code = CodeField(required=False, default="company_user", example="company_user")


class RejectRequestBody(Serializer):
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)


class CloseAccountBody(Serializer):
    current_password = SecretField()
