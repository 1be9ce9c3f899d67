"""The signed-in person's profile, onboarding details and preferences (api.md section 5)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.api.bodies_profile import (
    AcceptTermsBody,
    OnboardingDetailsBody,
    PreferencesBody,
    PreferencesShape,
    ProfileBody,
)
from accounts.models import User
from accounts.selectors import describe_user, get_user
from accounts.selectors.preferences import describe_preferences
from accounts.services.onboarding import DetailsInput, save_details
from accounts.services.profile import update_preferences, update_profile
from accounts.services.terms import accept_terms
from common.api.access import Access
from common.api.account_shapes import UserShape
from common.api.documentation import documented
from common.api.etag import etag_of
from common.api.views import ApiView
from common.problems import Problem


class _OwnView(ApiView):
    access = Access.USER

    def person(self) -> User:
        """The caller's account.

        Raises:
            Problem: ACCESS_TOKEN_INVALID when it is gone.
        """
        user = get_user(self.caller.user_id)
        if user is None:
            raise Problem("ACCESS_TOKEN_INVALID")
        return user


class ProfileView(_OwnView):
    @documented("Read the own profile", response=UserShape, etag=True)
    def get(self, request: Request) -> Any:
        user = self.person()
        return self.respond(UserShape, describe_user(user), etag=etag_of(user))

    @documented(
        "Change the own profile",
        description="A stored phone is checked again when the country changes.",
        request=ProfileBody,
        response=UserShape,
        problems=["STALE_RESOURCE"],
        etag=True,
    )
    def patch(self, request: Request) -> Any:
        changes = self.validate(ProfileBody)
        user = update_profile(changes=changes, actor=self.actor, precondition=self.precondition())
        return self.respond(UserShape, describe_user(user), etag=etag_of(user))


class OnboardingDetailsView(_OwnView):
    @documented(
        "Give the own details",
        description="Step 1 of onboarding; it completes onboarding for a member of a company. Can be sent again.",
        request=OnboardingDetailsBody,
        response=UserShape,
    )
    def put(self, request: Request) -> Any:
        entered = DetailsInput(**self.validate(OnboardingDetailsBody))
        return self.respond(UserShape, describe_user(save_details(entered=entered, actor=self.actor)))


class AcceptTermsView(_OwnView):
    @documented(
        "Accept the terms in force",
        description=(
            "`termsVersion` is the version the person has read and must be the one of `GET /config`. Accepting it "
            "again changes nothing. No call is refused because a person has accepted another version."
        ),
        request=AcceptTermsBody,
        response=UserShape,
        problems=["TERMS_NOT_CURRENT"],
    )
    def post(self, request: Request) -> Any:
        user = accept_terms(actor=self.actor, **self.validate(AcceptTermsBody))
        return self.respond(UserShape, describe_user(user))


class PreferencesView(_OwnView):
    @documented("Read the own preferences", response=PreferencesShape)
    def get(self, request: Request) -> Any:
        return self.respond(PreferencesShape, describe_preferences(self.person()))

    @documented("Change the own preferences", request=PreferencesBody, response=PreferencesShape)
    def patch(self, request: Request) -> Any:
        user = update_preferences(changes=self.validate(PreferencesBody), actor=self.actor)
        return self.respond(PreferencesShape, describe_preferences(user))
