"""Lookups behind settings and validation rules."""

from __future__ import annotations

from django.db import models

from common.models import LookupTable
from reference.models.access import REF


class SettingCategory(LookupTable):
    """Groups of settings in the back office."""

    access = REF

    class Meta:
        verbose_name_plural = "setting categories"


class SettingType(LookupTable):
    """Data types of settings."""

    access = REF

    validation_pattern = models.CharField(
        max_length=200,
        null=True,
        blank=True,
        help_text="Full-match pattern of the stored text; empty = checked by a parser",
    )


class RuleType(LookupTable):
    """Kinds of validation rule."""

    access = REF
