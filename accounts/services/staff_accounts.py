"""Accounts made on the server: the first system administrator (PM-4)."""

from __future__ import annotations

from accounts.models import User
from accounts.models.codes import OnboardingStep, UserRoleCode
from accounts.selectors.users import find_by_email
from accounts.services import passwords
from accounts.services.people import lock_address
from accounts.services.signup import NewPerson, insert_user
from accounts.services.verification import confirm_address
from auditing.services import business_transaction, record_role_change
from common.actors import Actor
from common.problems import Problem


def create_staff(*, email: str, first_name: str, last_name: str, password: str, actor: Actor) -> User:
    """Create a system administrator: verified, active, without onboarding (PM-4).

    Raises:
        ValidationFailed: unmet password rules.
        Problem: ACCOUNT_EXISTS.
    """
    address = User.normalize_username(email)
    passwords.require_good(password, passwords.Owner(address, first_name, last_name))
    person = NewPerson(address, first_name.strip(), last_name.strip(), passwords.hash_of(password))
    with business_transaction(actor=actor):
        lock_address(address)
        if find_by_email(address) is not None:
            raise Problem("ACCOUNT_EXISTS")
        user = insert_user(person, actor=actor, role=UserRoleCode.SYSTEM_ADMIN)
        user.is_onboarding_complete, user.onboarding_step = True, OnboardingStep.DONE
        confirm_address(user, actor)
        record_role_change(
            role_type="system",
            change_kind="assigned",
            user_id=user.pk,
            actor=actor,
            new_role_code=UserRoleCode.SYSTEM_ADMIN.value,
        )
    return user
