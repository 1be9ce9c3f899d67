"""Names in the four layers: the table of the data dictionary and every column of the model."""

from __future__ import annotations

import hashlib

import pytest
from django.apps import apps

from common.naming import camel_to_snake, cut_identifier, split_words, to_camel, to_pascal, to_snake

EXAMPLES = [
    ("UserID", "user_id", "userId"),
    ("ABRVerifiedAt", "abr_verified_at", "abrVerifiedAt"),
    ("ABNStatus", "abn_status", "abnStatus"),
    ("DurationMs", "duration_ms", "durationMs"),
    ("IsGSTRegistered", "is_gst_registered", "isGstRegistered"),
    ("OldUserRoleID", "old_user_role_id", "oldUserRoleId"),
    ("IPAddress", "ip_address", "ipAddress"),
    ("BillingAddressLine1", "billing_address_line1", "billingAddressLine1"),
    ("IPAddressHash", "ip_address_hash", "ipAddressHash"),
    ("SubdivisionsJson", "subdivisions_json", "subdivisionsJson"),
    ("StripeCustomerID", "stripe_customer_id", "stripeCustomerId"),
    ("TokenFamilyID", "token_family_id", "tokenFamilyId"),
    ("ProfilePictureUrl", "profile_picture_url", "profilePictureUrl"),
    ("ABN", "abn", "abn"),
    ("ABRSearch", "abr_search", "abrSearch"),
    ("CompanySwitchRequestStatusID", "company_switch_request_status_id", "companySwitchRequestStatusId"),
]


@pytest.mark.parametrize(("pascal", "snake", "camel"), EXAMPLES)
def test_the_table_of_the_dictionary(pascal: str, snake: str, camel: str) -> None:
    assert to_snake(pascal) == snake
    assert to_camel(snake) == camel
    assert camel_to_snake(camel) == snake
    assert to_pascal(snake) == pascal


def test_round_trip_of_every_column() -> None:
    """Database -> Python -> JSON -> database is the identity."""
    seen = 0
    for model in apps.get_models():
        if not hasattr(model, "access"):
            continue
        for field in model._meta.local_concrete_fields:
            assert to_pascal(camel_to_snake(to_camel(to_snake(field.column)))) == field.column
            seen += 1
    assert seen > 700


def test_attributes_are_the_columns_in_snake_case() -> None:
    """The exceptions are the key itself, the actors of a row and the library's names in history tables."""
    for model in apps.get_models():
        if not hasattr(model, "access"):
            continue
        for field in model._meta.local_concrete_fields:
            is_actor = field.column in {"CreatedBy", "UpdatedBy", "DeletedBy"}
            is_history = field.name.startswith("history_") or (field.name == "id" and not field.primary_key)
            if not (field.primary_key or is_actor or is_history):
                assert field.attname == to_snake(field.column), f"{model.__name__}.{field.name}"


@pytest.mark.parametrize("text", ["", "user", "User_ID", "userID", "User-ID"])
def test_what_is_no_pascal_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="PascalCase"):
        split_words(text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("IPAddress", ["IP", "Address"]),
        ("Identity", ["Identity"]),
        ("Idea", ["Idea"]),
        ("ABRSearchID", ["ABR", "Search", "ID"]),
    ],
)
def test_acronyms_stand_before_a_capital_or_at_the_end(name: str, words: list[str]) -> None:
    assert split_words(name) == words


def test_long_names_are_cut() -> None:
    """S42: 54 characters, an underscore and the first eight hex digits of the SHA-256."""
    name = "FK_CompanyRelationship_CompanyRelationshipType_CompanyRelationshipTypeID"
    cut = cut_identifier(name)
    assert cut == f"{name[:54]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    assert len(cut) == 63
    assert cut_identifier("x" * 63) == "x" * 63
