"""The passkeys of a person: adding, renaming, removing. Log-in is in ``passkey_login``."""

from __future__ import annotations

from typing import Any, Final

from django.db import IntegrityError, transaction
from webauthn.helpers import bytes_to_base64url

from accounts.models import User, UserPasskey
from accounts.selectors.second_factors import has_authenticator, passkey_count
from accounts.services import mails
from accounts.services.passkey_ceremonies import Ceremony, Purpose, begin, spend
from accounts.services.passkey_protocol import Refused, creation_options, transports_in, verify_creation
from accounts.services.password_confirmation import confirmation_problem, recorded
from accounts.services.people import lock_owner
from auditing.services import business_transaction, record
from common import clock
from common.actors import Actor
from common.links import hash_token
from common.problems import Problem, ValidationFailed
from logging_app.services import record_auth_event

NAME_MAX: Final = 100
# Enough for every device of a person; each one more is one more way in that nobody looks at.
MAX_PASSKEYS: Final = 10


def begin_registration(*, actor: Actor, current_password: str) -> tuple[Ceremony, dict[str, Any]]:
    """Begin adding a passkey: the ceremony, and the options for ``navigator.credentials.create``.

    A wrong password counts as a failed log-in and may lock the account (LK-3).

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: ACCOUNT_LOCKED, PASSKEY_LIMIT_REACHED.
    """
    with business_transaction(actor):
        user = lock_owner(actor)
        known = live_passkeys(user.pk)
        problem = confirmation_problem(user, current_password) or _room_problem(len(known))
    # Raised after the transaction, so that the counter and the lock commit.
    if problem is not None:
        raise recorded(problem, actor)
    ceremony = begin(Purpose.REGISTER, user.pk)
    return ceremony, creation_options(user, ceremony.challenge, known)


def register(*, actor: Actor, ceremony_token: str, credential: dict[str, Any], name: str) -> UserPasskey:
    """Keep the new credential under a name.

    Raises:
        ValidationFailed: the ceremony is over, or the credential is not what was asked for; bad name.
        Problem: PASSKEY_EXISTS, PASSKEY_LIMIT_REACHED.
    """
    name = _checked_name(name)
    challenge = spend(ceremony_token, Purpose.REGISTER, actor.user_id)
    if challenge is None:
        message = "This took longer than five minutes or was sent already. Begin adding the passkey again."
        raise ValidationFailed.of("ceremonyToken", "not_applicable", message)
    try:
        verified = verify_creation(credential, challenge)
    except Refused as refusal:
        message = "Your device's answer could not be verified. Add the passkey again, on this site's own page."
        raise ValidationFailed.of("credential", "not_applicable", message) from refusal
    row = UserPasskey(
        passkey_name=name,
        credential_hash=hash_token(bytes_to_base64url(verified.credential_id)),
        credential_handle=bytes_to_base64url(verified.credential_id),
        public_key=bytes_to_base64url(verified.credential_public_key),
        sign_count=verified.sign_count,
        transports=transports_in(credential),
        is_backed_up=verified.credential_backed_up,
        authenticator_model=verified.aaguid,
    )
    try:
        with business_transaction(actor):
            _add(row, lock_owner(actor), actor)
    except IntegrityError as error:
        raise Problem("PASSKEY_EXISTS") from error
    return row


def _add(row: UserPasskey, user: User, actor: Actor) -> None:
    if (problem := _room_problem(len(live_passkeys(user.pk)))) is not None:
        raise problem
    row.user = user
    row.stamp_created(actor)
    with transaction.atomic():
        row.save()
    _tell(row, user, actor, "ADDED")


def rename(*, user_passkey_id: int, name: str, actor: Actor) -> UserPasskey:
    """Give a passkey another name; the same name changes nothing.

    Raises:
        ValidationFailed: bad name.
        Problem: NOT_FOUND.
    """
    name = _checked_name(name)
    with business_transaction(actor):
        row = _own_row(user_passkey_id, lock_owner(actor))
        if row.passkey_name == name:
            return row
        old = {"passkeyName": row.passkey_name}
        row.passkey_name = name
        row.stamp_updated(actor)
        row.save()
        record(
            action="USER_PASSKEY_RENAMED",
            entity_type="dbo.UserPasskey",
            entity_id=row.pk,
            actor=actor,
            old=old,
            new={"passkeyName": name},
        )
        return row


def remove(*, user_passkey_id: int, current_password: str, actor: Actor) -> None:
    """Remove a passkey; sessions that it opened go on.

    Raises:
        ValidationFailed: ``incorrect_password`` on currentPassword.
        Problem: NOT_FOUND, ACCOUNT_LOCKED, SECOND_FACTOR_LAST_METHOD for the last one while the second factor has no
            app either (SF-5).
    """
    with business_transaction(actor):
        user = lock_owner(actor)
        row = _own_row(user_passkey_id, user)
        problem = confirmation_problem(user, current_password)
        if problem is None:
            _require_other_method(user)
            row.soft_delete(actor)
            row.save()
            _tell(row, user, actor, "REMOVED")
    # Raised after the transaction, so that the counter and the lock commit.
    if problem is not None:
        raise recorded(problem, actor)


def _require_other_method(user: User) -> None:
    if user.second_factor_since is None or has_authenticator(user.pk):
        return
    if passkey_count(user.pk) < 2:
        raise Problem("SECOND_FACTOR_LAST_METHOD")


def live_passkeys(user_id: int) -> list[UserPasskey]:
    """Passkeys of a person, the oldest first."""
    return list(UserPasskey.objects.alive().filter(user_id=user_id).order_by("id"))


def _own_row(user_passkey_id: int, user: User) -> UserPasskey:
    row: UserPasskey | None = UserPasskey.objects.alive().filter(pk=user_passkey_id, user_id=user.pk).first()
    if row is None:
        raise Problem("NOT_FOUND")
    return row


def _checked_name(name: str) -> str:
    name = name.strip()
    if not name or len(name) > NAME_MAX:
        code = "too_long" if name else "blank"
        message = f"Name the passkey in at most {NAME_MAX} characters. Example: Dana's phone."
        raise ValidationFailed.of("name", code, message)
    return name


def _room_problem(live: int) -> Problem | None:
    if live < MAX_PASSKEYS:
        return None
    return Problem(
        "PASSKEY_LIMIT_REACHED", f"An account has at most {MAX_PASSKEYS} passkeys. Remove one to add another."
    )


def _tell(row: UserPasskey, user: User, actor: Actor, what: str) -> None:
    """Activity, auth event and mail of a passkey that came or went."""
    content = {"passkeyName": row.passkey_name, "isBackedUp": row.is_backed_up}
    record(
        action=f"USER_PASSKEY_{what}",
        entity_type="dbo.UserPasskey",
        entity_id=row.pk,
        actor=actor,
        old=content if what == "REMOVED" else None,
        new=content if what == "ADDED" else None,
    )
    record_auth_event(
        event_type=f"PASSKEY_{what}",
        is_success=True,
        user_id=user.pk,
        email=user.email,
        session_id=actor.session_id,
    )
    mails.send_passkey_changed(user, row.passkey_name, is_added=what == "ADDED", changed_at=clock.now())
