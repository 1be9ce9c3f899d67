"""Answers of the company endpoints (api.md section 3)."""

from __future__ import annotations

from common.api.account_shapes import AccessGrantShape
from common.api.containers import ListField
from common.api.fields import BooleanField, ChoiceField, IdField, InstantField, IntegerField, TextField
from common.api.serializers import Shape
from companies.selectors import ACCESS_REQUEST_STATUSES, MEMBER_STATUSES

_JOINED_VIA = ("signup", "invitation", "transfer", "access_request")


class CompanyShape(Shape):
    company_id = IdField()
    company_name = TextField()
    legal_entity_name = TextField(allow_null=True)
    business_names = ListField(TextField())
    custom_display_name = TextField(allow_null=True)
    display_name_source = ChoiceField(("legal", "business", "custom", "user"))
    abn = TextField(allow_null=True)
    abn_formatted = TextField(allow_null=True)
    acn = TextField(allow_null=True)
    abn_status = ChoiceField(("active", "cancelled"), allow_null=True)
    abn_verification = ChoiceField(("verified", "unverified", "none"))
    abr_verified_at = InstantField(allow_null=True)
    entity_type = TextField(allow_null=True)
    is_gst_registered = BooleanField(allow_null=True)
    phone = TextField(allow_null=True)
    phone_display = TextField(allow_null=True)
    email = TextField(allow_null=True)
    country_code = TextField()
    industry_code = TextField(allow_null=True)
    parent_company_id = IdField(allow_null=True)
    is_active = BooleanField()
    created_date = InstantField()
    updated_date = InstantField(allow_null=True)


class CreatedCompanyShape(AccessGrantShape):
    company = CompanyShape()
    user_company_id = IdField()
    warnings = ListField(ChoiceField(("ABN_CANCELLED", "REGISTER_UNAVAILABLE", "GST_NOT_REGISTERED")))


class BillingDetailsShape(Shape):
    company_id = IdField()
    tax_invoice_name = TextField()
    billing_contact_name = TextField(allow_null=True)
    billing_email = TextField(allow_null=True)
    billing_phone = TextField(allow_null=True)
    billing_address_line1 = TextField(allow_null=True)
    billing_address_line2 = TextField(allow_null=True)
    billing_city = TextField(allow_null=True)
    billing_state = TextField(allow_null=True)
    billing_postal_code = TextField(allow_null=True)
    billing_country_code = TextField(allow_null=True)
    updated_date = InstantField(allow_null=True)


class OrganizerDetailsShape(Shape):
    company_id = IdField()
    website = TextField(allow_null=True)
    organizer_license_number = TextField(allow_null=True)
    event_types_organized = ListField(TextField())
    average_events_per_year = IntegerField(allow_null=True)
    updated_date = InstantField(allow_null=True)


class CustomerDetailsShape(Shape):
    company_id = IdField()
    customer_since = InstantField()
    customer_tier_code = TextField()
    customer_tier_name = TextField()
    total_events = IntegerField()
    total_leads_captured = IntegerField()


class CompanySecurityShape(Shape):
    company_id = IdField()
    is_second_factor_required = BooleanField()
    members_without_second_factor = IntegerField()
    updated_date = InstantField(allow_null=True)


class MemberShape(Shape):
    user_company_id = IdField()
    user_id = IdField()
    email = TextField()
    first_name = TextField()
    last_name = TextField()
    role_title = TextField(allow_null=True)
    role_code = TextField()
    role_name = TextField()
    status_code = ChoiceField(MEMBER_STATUSES)
    joined_date = InstantField()
    joined_via = ChoiceField(_JOINED_VIA)
    removed_date = InstantField(allow_null=True)
    removal_reason = TextField(allow_null=True)


class RelationshipBadgeShape(Shape):
    company_relationship_id = IdField()
    related_company_id = IdField()
    related_company_name = TextField()
    relationship_type_code = ChoiceField(("branch", "subsidiary", "partner"))
    perspective = ChoiceField(("head_office", "branch", "parent", "subsidiary", "partner"))


class MembershipShape(Shape):
    user_company_id = IdField()
    company_id = IdField()
    company_name = TextField()
    role_code = TextField()
    role_name = TextField()
    is_primary_company = BooleanField()
    is_active_company = BooleanField()
    joined_date = InstantField()
    joined_via = ChoiceField(_JOINED_VIA)
    parent_company_id = IdField(allow_null=True)
    relationships = RelationshipBadgeShape(many=True)


class FiguresTotalsShape(Shape):
    total_forms = IntegerField()
    total_leads = IntegerField()
    active_events = IntegerField()


class CompanyFiguresShape(Shape):
    company_id = IdField()
    total_forms = IntegerField()
    total_leads = IntegerField()
    active_events = IntegerField()


class FiguresShape(Shape):
    as_of = InstantField()
    totals = FiguresTotalsShape()
    companies = CompanyFiguresShape(many=True)


class AccessRequestShape(Shape):
    company_switch_request_id = IdField()
    abn = TextField(allow_null=True)
    company_name = TextField()
    status_code = ChoiceField(ACCESS_REQUEST_STATUSES)
    reason = TextField(allow_null=True)
    requested_at = InstantField()
    decided_at = InstantField(allow_null=True)
    rejection_reason = TextField(allow_null=True)


class RequesterShape(Shape):
    user_id = IdField()
    first_name = TextField()
    last_name = TextField()
    email = TextField()


class AdminAccessRequestShape(AccessRequestShape):
    """The admin's view."""

    requester = RequesterShape()
    is_domain_match = BooleanField()
