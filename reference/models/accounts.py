"""Lookups about people: account states, platform roles and preferences of the interface."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import Check, LookupTable, ToneMixin
from reference.models.access import REF


class UserStatus(ToneMixin, LookupTable):
    """Account states."""

    access = REF

    allow_login = models.BooleanField(default=False, help_text="Sign-in is possible in this state")

    class Meta:
        verbose_name_plural = "user statuses"


class UserRole(LookupTable):
    """Platform-wide roles."""

    access = REF

    role_level = models.IntegerField(help_text="Rank of the role; bigger = more power")
    can_manage_platform = models.BooleanField(default=False, help_text="May use the back office")
    can_manage_all_companies = models.BooleanField(default=False, help_text="May manage every company")
    can_view_all_data = models.BooleanField(default=False, help_text="May read the data of every company")
    can_assign_system_roles = models.BooleanField(default=False, help_text="May give platform-wide roles")

    class Meta:
        constraints = [Check("RoleLevel", Q(role_level__gt=0))]


class ThemePreference(LookupTable):
    """Colour themes."""

    access = REF

    css_class = models.CharField(max_length=50, help_text="Class set on the page")


class LayoutDensity(LookupTable):
    """Spacing of the interface."""

    access = REF

    css_class = models.CharField(max_length=50, help_text="Class set on the page")

    class Meta:
        verbose_name_plural = "layout densities"


class FontSize(LookupTable):
    """Base text sizes."""

    access = REF

    css_class = models.CharField(max_length=50, help_text="Class set on the page")
    base_font_size = models.IntegerField(help_text="Base text size in pixels")

    class Meta:
        constraints = [Check("BaseFontSize", Q(base_font_size__gt=0))]
