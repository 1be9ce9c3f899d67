"""Accepting: an existing account joins while signed in, a new person by choosing a password (IN-8 to IN-10)."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.selectors import find_by_email, is_sign_up_open
from accounts.services.onboarding import announce_joining, complete_for_member, lock_onboarding
from accounts.services.people import as_actor, lock_address, lock_user
from accounts.services.sessions import IssuedSession, open_session, set_company
from accounts.services.signup import create_invited_account
from accounts.services.signup import entry_errors as signup_entry_errors
from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.problems import FieldError, FieldErrors, Problem
from common.tenancy import system_scope
from companies.services import JoinedViaCode, join
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors import find_by_link
from invitations.services import steps
from invitations.services.finding import find_for_invitee, find_own, find_with_link


@dataclass(frozen=True, slots=True)
class Accepted:
    """An invitation accepted and the membership it made."""

    company_id: int
    company_name: str
    user_company_id: int


@dataclass(frozen=True, slots=True)
class InvitedSession:
    """The session of a new person in the company that invited them."""

    session: IssuedSession
    user_company_id: int


def accept_by_link(*, token: str, actor: Actor) -> Accepted:
    """Join the company of a link; the session opens it (IN-9).

    Raises:
        Problem: TOKEN_INVALID, INVITATION_EMAIL_MISMATCH, INVITATION_NOT_PENDING, INVITATION_EXPIRED, COMPANY_INACTIVE,
            ALREADY_MEMBER.
    """
    return _accept(find_for_invitee(token, actor), actor, by_link=True)


def accept_by_id(*, user_invitation_id: int, actor: Actor) -> Accepted:
    """Join the company of one of the person's own invitations; the session opens it (IN-9).

    Raises:
        Problem: NOT_FOUND, INVITATION_NOT_PENDING, INVITATION_EXPIRED, COMPANY_INACTIVE, ALREADY_MEMBER.
    """
    return _accept(find_own(user_invitation_id, actor), actor, by_link=False)


def sign_up_by_link(*, token: str, password: str, accept_terms: bool, transport: str = "body") -> InvitedSession:
    """Create the invited person's account, verified and active, as a member with a session in the company (IN-8).

    ``transport`` is ``body``, ``cookie``, or ``page`` for pages, which bind the session to the browser.

    Raises:
        ValidationFailed: unmet password rules, terms not accepted; the link stays usable.
        Problem: TOKEN_INVALID, INVITATION_NOT_PENDING, INVITATION_EXPIRED, COMPANY_INACTIVE, ACCOUNT_EXISTS,
            ACCOUNT_LOCKED (staff locked the unconfirmed account).
    """
    # Entries come before the state of the invitation, as bodies do everywhere.
    errors = FieldErrors()
    errors.extend(sign_up_errors(token=token, password=password, accept_terms=accept_terms))
    errors.raise_if_any()
    found = find_with_link(token)
    holder = Actor(user_id=None, email=found.invited_email, name=f"{found.first_name} {found.last_name}")
    with system_scope("invitations.services.sign_up_by_link"), business_transaction(holder):
        _lock_person(found.invited_email)
        row = steps.lock_found(found, by_link=True)
        _require_acceptable(row)
        user = create_invited_account(
            email=row.invited_email, first_name=row.first_name, last_name=row.last_name, password=password
        )
        person = as_actor(user)
        user_company_id = _join(row, person, make_primary=True)
        session = open_session(user=user, transport=transport, company_id=row.company_id)
    return InvitedSession(session, user_company_id)


def sign_up_errors(*, token: str, password: str | None, accept_terms: bool | None) -> list[FieldError]:
    """Unmet password rules and terms for one answer that names all (GEN-5); None was refused for its form already.

    The password is judged with the invited person's names; with an account that is in use it is not wanted at all.
    """
    found = find_by_link(token)
    if found is None:
        return signup_entry_errors(email="", first_name="", last_name="", password=password, accept_terms=accept_terms)
    return signup_entry_errors(
        email=found.invited_email,
        first_name=found.first_name,
        last_name=found.last_name,
        password=password if is_sign_up_open(found.invited_email) else None,
        accept_terms=accept_terms,
    )


def _lock_person(email: str) -> None:
    """Person before invitation, the order in which accepting locks too: no two of them wait for each other."""
    lock_address(email)
    if (user := find_by_email(email)) is not None:
        lock_user(user.pk)


def _accept(found: UserInvitation, actor: Actor, *, by_link: bool) -> Accepted:
    with system_scope("invitations.services.accept"), business_transaction(actor):
        state = lock_onboarding(actor)
        row = steps.lock_found(found, by_link=by_link)
        _require_acceptable(row)
        user_company_id = _join(row, actor)
        set_company(actor.session_id, row.company_id)
        if state.is_complete and actor.user_id is not None:
            announce_joining(user_id=actor.user_id, company_id=row.company_id)
        else:
            complete_for_member(actor)
    return Accepted(row.company_id, row.company.company_name, user_company_id)


def _require_acceptable(row: UserInvitation) -> None:
    steps.require_pending(row)
    if row.company.is_deleted or not row.company.is_active:
        raise Problem("COMPANY_INACTIVE")


def _join(row: UserInvitation, person: Actor, *, make_primary: bool = False) -> int:
    """Close the locked invitation and make the membership: role as invited, inviter recorded (IN-10)."""
    membership = join(
        user_id=person.user_id or 0,
        company_id=row.company_id,
        role_code=steps.role_code(row),
        joined_via=JoinedViaCode.INVITATION,
        actor=person,
        invited_by_user_id=row.invited_by_user_id,
        invited_date=row.invited_at,
        make_primary=make_primary,
    )
    row.accepted_at = clock.now()
    row.accepted_by_user_id = person.user_id
    steps.set_status(row, Status.ACCEPTED)
    steps.save_and_record(row, "INVITATION_ACCEPTED", person, new={"userCompanyId": membership.pk})
    return membership.pk
