"""dbo.User."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, cast

from django.db import models
from django.db.models import Q

from accounts.models.codes import UserStatusCode
from accounts.models.identity import SignInIdentity
from common.conditions import all_or_none, is_null, is_set
from common.history import tracked
from common.models import AuditedQuerySet, AuditedTable, Check, ForeignKey, Index, TableAccess, Unique

UNTRACKED = (
    "password_hash",
    "session_token",
    "access_token_version",
    "refresh_token_version",
    "failed_login_attempts",
    "last_login_date",
)


class UserManager(models.Manager.from_queryset(AuditedQuerySet)):  # type: ignore[misc]
    """Plain manager; the natural key of a user is the address of a live account."""

    def get_by_natural_key(self, email: str | None) -> User:
        """Return the live account with ``email``, in whatever case it was typed.

        Raises:
            User.DoesNotExist: no live account has the address.
        """
        return cast(User, self.get(email=User.normalize_username(email or ""), is_deleted=False))


class User(SignInIdentity, AuditedTable):
    """People who sign in: identity, profile, security state."""

    access = TableAccess(rls="none", retention="permanent", roles="USER")

    email = models.CharField(max_length=255, help_text="Sign-in name, trimmed and in lower case")
    password_hash = models.CharField(max_length=255, help_text="Argon2id; never leaves the accounts service")
    first_name = models.CharField(max_length=100, help_text="Given name")
    last_name = models.CharField(max_length=100, help_text="Family name")
    phone = models.CharField(max_length=20, null=True, blank=True, help_text="Phone in E.164")
    role_title = models.CharField(max_length=100, null=True, blank=True, help_text="Job title, no access role")
    bio = models.CharField(max_length=500, null=True, blank=True, help_text="Short text about the person")
    profile_picture_url = models.CharField(max_length=500, null=True, blank=True, help_text="Address of the picture")
    timezone_identifier = models.CharField(
        max_length=50, default="Australia/Sydney", help_text="IANA zone for display and mail"
    )
    country = ForeignKey("reference.Country", null=True, help_text="Country of the person")
    preferred_language = ForeignKey("reference.Language", null=True, help_text="Language of pages and mail")
    user_status = ForeignKey("reference.UserStatus", help_text="Account state")
    user_role = ForeignKey("reference.UserRole", help_text="Platform role; ordinary people hold company_user")
    theme_preference = ForeignKey("reference.ThemePreference", null=True, help_text="Colour theme")
    layout_density = ForeignKey("reference.LayoutDensity", null=True, help_text="Spacing of the interface")
    font_size = ForeignKey("reference.FontSize", null=True, help_text="Base text size")
    is_email_verified = models.BooleanField(default=False, help_text="True once the address is confirmed")
    email_verified_at = models.DateTimeField(null=True, blank=True, help_text="When the address was confirmed")
    is_locked = models.BooleanField(default=False, help_text="True exactly while the status is locked")
    locked_until = models.DateTimeField(
        null=True, blank=True, help_text="End of the lock; null while locked = until staff unlock"
    )
    locked_reason = models.CharField(max_length=500, null=True, blank=True, help_text="Why the account is locked")
    failed_login_attempts = models.IntegerField(default=0, help_text="Failures since the last success")
    last_login_date = models.DateTimeField(null=True, blank=True, help_text="Last successful sign-in")
    last_password_change = models.DateTimeField(null=True, blank=True, help_text="Start of password expiry")
    session_token = models.CharField(
        max_length=64, help_text="Random stamp bound into browser sessions; a new one ends them all"
    )
    access_token_version = models.IntegerField(default=1, help_text="Claim atv must equal it")
    refresh_token_version = models.IntegerField(default=1, help_text="Refresh tokens of an older version are void")
    is_onboarding_complete = models.BooleanField(default=False, help_text="True once onboarding is done")
    onboarding_step = models.IntegerField(default=1, help_text="1 details, 2 company, 3 done")
    terms_accepted_at = models.DateTimeField(null=True, blank=True, help_text="When the terms were accepted")
    terms_version = models.CharField(max_length=20, null=True, blank=True, help_text="Version of the accepted terms")
    second_factor_since = models.DateTimeField(
        null=True, blank=True, help_text="Log-in by password asks for a second factor since; null = it does not"
    )
    erased_at = models.DateTimeField(
        null=True, blank=True, help_text="Personal data erased; the account can never return"
    )

    objects: ClassVar[UserManager] = UserManager()
    history = tracked("AuditUser", TableAccess(rls="none", retention="audit", roles="AUDIT"), excluded=UNTRACKED)

    class Meta:
        indexes = [
            Index(fields=["country"]),
            Index(fields=["preferred_language"]),
            Index(fields=["user_status"]),
            Index(fields=["user_role"]),
            Index(fields=["theme_preference"]),
            Index(fields=["layout_density"]),
            Index(fields=["font_size"]),
            Index(fields=["locked_until"], condition=Q(is_locked=True)),
        ]
        constraints = [
            Unique(fields=["email"], condition=Q(is_deleted=False)),
            Check("Email", Q(email__email_shape=True)),
            Check(
                "EmailVerified",
                (Q(is_email_verified=True) & is_set("email_verified_at"))
                | (Q(is_email_verified=False) & is_null("email_verified_at")),
            ),
            Check("Lock", Q(is_locked=True) | is_null("locked_until", "locked_reason")),
            Check(
                "Counters",
                Q(failed_login_attempts__gte=0, access_token_version__gte=1, refresh_token_version__gte=1),
            ),
            Check("OnboardingStep", Q(onboarding_step__gte=1, onboarding_step__lte=3)),
            Check("Terms", all_or_none("terms_accepted_at", "terms_version")),
        ]

    def __str__(self) -> str:
        return self.email

    def store_password_hash(self) -> None:
        """Save PasswordHash alone: no snapshot copies it, and a renewed hash is no change of the account."""
        User.objects.filter(pk=self.pk).update(password_hash=self.password_hash)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.first_name

    @property
    def is_active(self) -> bool:
        """Whether open sessions may go on (SE-3): not deleted, erased or suspended; a lock does not end them (LK-2)."""
        if self.is_deleted or self.erased_at is not None:
            return False
        return self.user_status.code != UserStatusCode.SUSPENDED.value

    def is_lock_in_force(self, now: datetime) -> bool:
        """Whether sign-in is barred by a lock at ``now``; a lock past its time counts as ended (LK-2)."""
        return self.is_locked and (self.locked_until is None or now < self.locked_until)

    @property
    def is_staff(self) -> bool:
        """Whether the back office is open to the person: an active account whose role has CanManagePlatform."""
        return self.is_active and bool(self.user_role.can_manage_platform)

    @property
    def is_superuser(self) -> bool:
        return self.is_staff

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        """Django permissions serve the back office only; system administrators hold all of them."""
        return self.is_staff

    def has_perms(self, perm_list: list[str], obj: object | None = None) -> bool:
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff
