"""Lookups about companies: memberships, invitations, access requests, links and subscription tiers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.history import tracked
from common.models import Check, LookupTable, ToneMixin
from reference.models.access import REF, SNAPSHOT


class UserCompanyRole(LookupTable):
    """Roles inside one company."""

    access = REF

    role_level = models.IntegerField(help_text="Rank of the role; bigger = more power")
    can_manage_company = models.BooleanField(default=False, help_text="May change the company and its settings")
    can_manage_users = models.BooleanField(default=False, help_text="May invite, change and remove members")
    can_manage_events = models.BooleanField(default=False, help_text="May create and change events")
    can_manage_forms = models.BooleanField(default=False, help_text="May create and change forms")
    can_export_data = models.BooleanField(default=False, help_text="May export data")
    can_view_reports = models.BooleanField(default=False, help_text="May read reports")

    class Meta:
        constraints = [Check("RoleLevel", Q(role_level__gt=0))]


class UserCompanyStatus(ToneMixin, LookupTable):
    """Membership states."""

    access = REF

    allow_access = models.BooleanField(default=False, help_text="The member may act in the company")
    is_final_state = models.BooleanField(default=False, help_text="No way out of this state")

    class Meta:
        verbose_name_plural = "user company statuses"


class UserInvitationStatus(ToneMixin, LookupTable):
    """Invitation life cycle."""

    access = REF

    can_resend = models.BooleanField(default=False, help_text="The invitation may be sent again")
    can_cancel = models.BooleanField(default=False, help_text="The company may withdraw the invitation")
    is_final_state = models.BooleanField(default=False, help_text="No way out of this state")

    class Meta:
        verbose_name_plural = "user invitation statuses"


class JoinedVia(LookupTable):
    """How a membership arose."""

    access = REF

    class Meta:
        verbose_name_plural = "joined via"


class CompanySwitchRequestType(LookupTable):
    """Kinds of request to join a company."""

    access = REF


class CompanySwitchRequestStatus(ToneMixin, LookupTable):
    """Life cycle of a request to join a company."""

    access = REF

    is_final_state = models.BooleanField(default=False, help_text="No way out of this state")

    class Meta:
        verbose_name_plural = "company switch request statuses"


class CompanyRelationshipType(LookupTable):
    """Kinds of link between two companies."""

    access = REF

    is_hierarchical = models.BooleanField(
        default=False, help_text="Directed from parent to child, at most one parent per child"
    )
    parent_label = models.CharField(max_length=50, help_text="Badge of the parent side")
    child_label = models.CharField(max_length=50, help_text="Badge of the child side")


class CompanyRelationshipStatus(ToneMixin, LookupTable):
    """Life cycle of a company link."""

    access = REF

    is_final_state = models.BooleanField(default=False, help_text="No way out of this state")

    class Meta:
        verbose_name_plural = "company relationship statuses"


class CustomerTier(LookupTable):
    """Subscription tiers; limits are not enforced in this release."""

    access = REF
    maintained_by = "steward"

    currency_code = models.CharField(max_length=3, default="AUD", help_text="ISO 4217 code of both prices")
    monthly_price = models.DecimalField(
        max_digits=10, decimal_places=2, null=True, blank=True, help_text="Price a month; empty = negotiated"
    )
    annual_price = models.DecimalField(
        max_digits=10, decimal_places=2, null=True, blank=True, help_text="Price a year; empty = negotiated"
    )
    max_users = models.IntegerField(null=True, blank=True, help_text="Most members; empty = unlimited")
    max_forms = models.IntegerField(null=True, blank=True, help_text="Most forms; empty = unlimited")
    max_submissions_per_month = models.IntegerField(
        null=True, blank=True, help_text="Most form submissions a month; empty = unlimited"
    )

    history = tracked("AuditCustomerTier", SNAPSHOT)

    class Meta:
        constraints = [
            Check(
                "Prices",
                (Q(monthly_price__isnull=True) | Q(monthly_price__gte=0))
                & (Q(annual_price__isnull=True) | Q(annual_price__gte=0)),
            ),
            Check(
                "Limits",
                (Q(max_users__isnull=True) | Q(max_users__gte=0))
                & (Q(max_forms__isnull=True) | Q(max_forms__gte=0))
                & (Q(max_submissions_per_month__isnull=True) | Q(max_submissions_per_month__gte=0)),
            ),
        ]
