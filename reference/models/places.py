"""Countries, languages and industries: the lookups that stewards maintain beside the subscription tiers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.history import tracked
from common.models import AuditedTable, Check, LookupTable, Unique
from reference.models.access import REF, SNAPSHOT


class Country(AuditedTable):
    """Countries with currency, tax, labels, subdivisions and provider settings."""

    access = REF
    maintained_by = "steward"
    code_field = "country_code"
    name_field = "country_name"

    country_code = models.CharField(max_length=2, help_text="ISO 3166-1 alpha-2 code; never changes")
    country_name = models.CharField(max_length=100, help_text="Name shown to people")
    phone_prefix = models.CharField(max_length=10, help_text="International dialling prefix with its plus sign")
    currency_code = models.CharField(max_length=3, help_text="ISO 4217 code of the currency")
    currency_symbol = models.CharField(max_length=5, help_text="Symbol written before amounts")
    currency_name = models.CharField(max_length=100, help_text="Name of the currency")
    tax_rate = models.DecimalField(
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Sales tax as a fraction, 0.1000 = ten percent; empty = varies inside the country",
    )
    tax_name = models.CharField(max_length=50, null=True, blank=True, help_text="Name of the sales tax, GST or VAT")
    is_tax_inclusive = models.BooleanField(default=False, help_text="Shown prices contain the tax")
    tax_number_label = models.CharField(
        max_length=50, null=True, blank=True, help_text="What the country calls its business number"
    )
    postal_code_label = models.CharField(
        max_length=50, default="Postcode", help_text="What the country calls its postal code"
    )
    state_label = models.CharField(max_length=50, default="State", help_text="What the country calls its subdivisions")
    subdivisions_json = models.JSONField(
        null=True, blank=True, help_text="List of {code, isoCode, name, category}; isoCode is ISO 3166-2"
    )
    company_validation_provider = models.CharField(
        max_length=50, null=True, blank=True, help_text="Business register adapter (ABR); empty = no company search"
    )
    address_validation_provider = models.CharField(
        max_length=50, null=True, blank=True, help_text="Address adapter (Geoscape); empty = addresses are not checked"
    )
    integration_config = models.JSONField(null=True, blank=True, help_text="Provider end points, never credentials")
    is_active = models.BooleanField("active", default=True, help_text="Offered for new rows")
    sort_order = models.IntegerField(default=999, help_text="Position in lists, smallest first")

    history = tracked("AuditCountry", SNAPSHOT)

    class Meta:
        verbose_name_plural = "countries"
        ordering = ["sort_order", "id"]
        constraints = [
            Unique(fields=["country_code"]),
            Check("CountryCode", Q(country_code__upper_letters=2)),
            Check("CurrencyCode", Q(currency_code__upper_letters=3)),
            Check("TaxRate", Q(tax_rate__isnull=True) | Q(tax_rate__gte=0, tax_rate__lte=1)),
        ]

    @property
    def code(self) -> str:
        return self.country_code

    @property
    def name(self) -> str:
        return self.country_name

    def __str__(self) -> str:
        return self.country_name


class Language(AuditedTable):
    """Languages of the interface."""

    access = REF
    maintained_by = "steward"
    code_field = "language_code"
    name_field = "language_name"

    language_code = models.CharField(max_length=10, help_text="BCP 47 tag; never changes")
    language_name = models.CharField(max_length=100, help_text="Name in English")
    native_name = models.CharField(max_length=100, help_text="Name in the language itself")
    is_active = models.BooleanField("active", default=True, help_text="Offered for new rows")
    sort_order = models.IntegerField(default=999, help_text="Position in lists, smallest first")

    history = tracked("AuditLanguage", SNAPSHOT)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [Unique(fields=["language_code"])]

    @property
    def code(self) -> str:
        return self.language_code

    @property
    def name(self) -> str:
        return self.language_name

    def __str__(self) -> str:
        return self.language_name


class Industry(LookupTable):
    """Industries a company or person works in."""

    access = REF
    maintained_by = "steward"

    history = tracked("AuditIndustry", SNAPSHOT)

    class Meta:
        verbose_name_plural = "industries"
