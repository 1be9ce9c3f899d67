"""Sign-up (SU-1, SU-2, SU-8) and the account of an invited person (IN-8)."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from accounts.models.codes import UserRoleCode, UserStatusCode
from accounts.models.identity import new_session_stamp
from accounts.selectors.users import find_by_email, is_unproven, status_code
from accounts.services import link_tokens, lockout, mails, passwords
from accounts.services.addresses import address_errors
from accounts.services.even_time import even_time
from accounts.services.limits import MAIL_REQUEST, SIGNUP, client_address, enforce
from accounts.services.people import as_actor, lock_address, lock_user, set_role, set_status
from accounts.services.verification import mark_confirmed, send_link
from auditing.services import business_transaction, record
from common import clock
from common.actors import Actor
from common.problems import FieldError, FieldErrors, Problem
from common.rate_limits import check, take_back
from logging_app.services import record_auth_event
from settings_app.selectors import get_str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Entries of sign-up; the address is normalised, the password hashed."""

    email: str
    first_name: str
    last_name: str
    password_hash: str


def entry_errors(
    *, email: str, first_name: str, last_name: str, password: str | None, accept_terms: bool | None
) -> list[FieldError]:
    """Password rules and terms, for forms and API to name every bad field at once (GEN-5).

    None stands for an entry that was refused for its form already.
    """
    errors = FieldErrors()
    if password is not None:
        errors.extend(passwords.errors_of(password, passwords.Owner(email, first_name, last_name)))
    if accept_terms is False:
        errors.add("acceptTerms", "terms_not_accepted", "Accept the terms to sign up.")
    return errors.items


def sign_up_errors(
    *, email: str, first_name: str, last_name: str, password: str | None, accept_terms: bool | None
) -> list[FieldError]:
    """Like ``entry_errors``, with the rule for addresses; an invited person does not choose theirs."""
    others = entry_errors(
        email=email, first_name=first_name, last_name=last_name, password=password, accept_terms=accept_terms
    )
    return [*address_errors(email), *others]


def sign_up(*, email: str, first_name: str, last_name: str, password: str, accept_terms: bool) -> None:
    """Take a sign-up; the answer never tells what happened behind it (SU-2).

    Raises:
        ValidationFailed: unmet password rules, terms not accepted, an address that is not welcome.
        Problem: RATE_LIMIT_EXCEEDED; only valid requests count.
    """
    address = User.normalize_username(email)
    errors = FieldErrors()
    errors.extend(
        sign_up_errors(
            email=address, first_name=first_name, last_name=last_name, password=password, accept_terms=accept_terms
        )
    )
    errors.raise_if_any()
    enforce((SIGNUP, client_address()), email=address)
    with even_time("signup"):
        person = NewPerson(address, first_name.strip(), last_name.strip(), passwords.hash_of(password))
        with business_transaction(actor=_applicant(person)):
            _take(person, _lock_account(address))


def _applicant(person: NewPerson) -> Actor:
    """A visitor who has no account yet: the first snapshot tells the address (AU-2)."""
    return Actor(user_id=None, email=person.email, name=f"{person.first_name} {person.last_name}")


def _lock_account(email: str) -> User | None:
    lock_address(email)
    found = find_by_email(email)
    return lock_user(found.pk) if found is not None else None


def _take(person: NewPerson, user: User | None) -> None:
    """The table of SU-2."""
    if user is None:
        user = insert_user(person, actor=None)
        send_link(user)
        _record_sign_up(user)
    elif status_code(user) is UserStatusCode.SUSPENDED:
        _record_refusal(user, "ACCOUNT_SUSPENDED")
    elif is_unproven(user):
        take_over(user, person, as_actor(user))
        _record_sign_up(user)
        if _may_send_link(user.email):
            send_link(user)
    else:
        _record_refusal(user, "ACCOUNT_EXISTS")
        if check(MAIL_REQUEST, f"account-exists:{user.email}").allowed:
            mails.send_account_exists(user)


def _may_send_link(email: str) -> bool:
    """Whether a new link may answer the repeated sign-up of a pending account (SU-2).

    The limit of resends is respected and not used up: what is left of it, which everybody can ask, would tell which
    addresses are pending (GEN-11).
    """
    resend = f"resend:{email}"
    if not check(MAIL_REQUEST, resend).allowed:
        return False
    take_back(MAIL_REQUEST, resend)
    return check(MAIL_REQUEST, f"signup:{email}").allowed


def insert_user(person: NewPerson, *, actor: Actor | None, role: UserRoleCode = UserRoleCode.COMPANY_USER) -> User:
    """Insert a pending account with accepted terms and record USER_CREATED; without actor it is a sign-up."""
    now = clock.now()
    user = User(
        email=person.email,
        first_name=person.first_name,
        last_name=person.last_name,
        password_hash=person.password_hash,
        session_token=new_session_stamp(),
        last_password_change=now,
        terms_accepted_at=now,
        terms_version=get_str("TERMS_VERSION"),
    )
    set_status(user, UserStatusCode.PENDING)
    set_role(user, role)
    if actor is not None:
        user.stamp_created(actor)
    user.save()
    record(
        action="USER_CREATED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor or as_actor(user),
        new={
            "email": user.email,
            "firstName": user.first_name,
            "lastName": user.last_name,
            "statusCode": UserStatusCode.PENDING.value,
            "systemRoleCode": role.value,
            "termsVersion": user.terms_version,
        },
    )
    return user


def take_over(user: User, person: NewPerson, actor: Actor) -> None:
    """Start an account nobody has confirmed anew: names and password replaced, earlier links dead (SU-2)."""
    old = {"firstName": user.first_name, "lastName": user.last_name}
    now = clock.now()
    user.first_name, user.last_name = person.first_name, person.last_name
    user.password_hash = person.password_hash
    user.last_password_change = user.terms_accepted_at = now
    user.terms_version = get_str("TERMS_VERSION")
    user.stamp_updated(actor)
    user.save()
    link_tokens.void(link_tokens.verifications_of(user))
    link_tokens.void(link_tokens.resets_of(user))
    record(
        action="USER_UPDATED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old=old,
        new={"firstName": user.first_name, "lastName": user.last_name, "termsVersion": user.terms_version},
        reason="signed up again",
    )


def create_invited_account(*, email: str, first_name: str, last_name: str, password: str) -> User:
    """Create, or take over, the account of an invited person: verified and active at once (IN-8).

    Runs in the caller's ``business_transaction``; membership and session are the caller's business.

    Raises:
        ValidationFailed: unmet password rules, on ``password``.
        Problem: ACCOUNT_EXISTS when the address has a confirmed or suspended account, ACCOUNT_LOCKED when staff
            locked the unconfirmed one.
    """
    address = User.normalize_username(email)
    passwords.require_good(password, passwords.Owner(address, first_name, last_name))
    person = NewPerson(address, first_name.strip(), last_name.strip(), passwords.hash_of(password))
    with business_transaction(actor=_applicant(person)):
        user = _lock_account(address)
        if user is None:
            user = insert_user(person, actor=None)
        else:
            _take_over_invited(user, person)
        mark_confirmed(user, as_actor(user))
        _record_sign_up(user)
    return user


def _take_over_invited(user: User, person: NewPerson) -> None:
    if not is_unproven(user):
        raise Problem("ACCOUNT_EXISTS")
    if user.is_locked and user.locked_until is None:
        raise lockout.locked_problem(user, clock.now())
    lockout.unlock(user, cause="invitation", actor=as_actor(user))
    take_over(user, person, as_actor(user))


def _record_sign_up(user: User) -> None:
    record_auth_event(event_type="SIGNUP", is_success=True, user_id=user.pk, email=user.email)


def _record_refusal(user: User, reason: str) -> None:
    record_auth_event(event_type="SIGNUP_FAILED", is_success=False, user_id=user.pk, email=user.email, reason=reason)
