"""Password policy, hashing and comparison (PW-1 to PW-3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from secrets import token_hex

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator, exceeds_maximum_length_ratio
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.selectors.password_policy import MAX_SIMILARITY, password_policy
from accounts.services.breaches import is_breached
from common.problems import FieldError, ValidationFailed

_NO_WORD = re.compile(r"\W+")
# Words of this product and its trade; whoever guesses at accounts here begins with them.
CONTEXT_WORDS = (
    *("eventleads?", "events?", "leads?", "exhibitors?", "exhibitions?", "exhibits?", "tradeshows?", "expos?"),
    *("booths?", "stands?", "visitors?", "australia", "sydney", "melbourne"),
)
_OF_CONTEXT = re.compile(f"(?:{'|'.join(CONTEXT_WORDS)})+")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose password it will be: address and names it must not resemble, hash it must not equal."""

    email: str
    first_name: str = ""
    last_name: str = ""
    current_hash: str | None = None

    @classmethod
    def of(cls, user: User, *, with_hash: bool = True) -> Owner:
        return cls(user.email, user.first_name, user.last_name, user.password_hash if with_hash else None)


def errors_of(password: str, owner: Owner, field: str = "password") -> list[FieldError]:
    """Every rule of the policy that ``password`` breaks (PW-1).

    Data breaches are asked about only where all other rules are kept. That may take a second: what is judged under the
    locks of a transaction is judged before it, too, so that the answer is known by then.
    """
    errors = own_errors_of(password, owner, field)
    if not errors and is_breached(password):
        message = "This password appears in known data breaches. Choose another one, for example three unrelated words."
        errors.append(FieldError(field, "password_too_common", message))
    return errors


def own_errors_of(password: str, owner: Owner, field: str = "password") -> list[FieldError]:
    """The broken rules that can be judged without asking anybody outside."""
    rules = password_policy(forbids_present=owner.current_hash is not None)
    broken: list[tuple[str, str]] = []
    if len(password) < rules.min_length:
        broken.append(("password_too_short", f"Use at least {rules.min_length} characters, for example three words."))
    if len(password) > rules.max_length:
        # Nothing more is said about such a text: comparing it would cost more than it tells.
        message = f"Use at most {rules.max_length} characters, for example a short sentence."
        return [FieldError(field, "password_too_long", message)]
    if rules.require_number and not any(char.isdecimal() for char in password):
        broken.append(("password_no_number", "Use at least one digit, for example 47 at the end."))
    if rules.require_uppercase and not any(char.isupper() for char in password):
        broken.append(("password_no_uppercase", "Use at least one capital letter, for example at the start of a word."))
    if _is_common(password):
        broken.append(("password_too_common", "This password is on every attacker's list. Combine unrelated words."))
    if _is_similar(password, owner):
        broken.append(("password_too_similar", "This is too close to your name or address. Use unrelated words."))
    errors = [FieldError(field, code, message) for code, message in broken]
    if owner.current_hash is not None and check_password(password, owner.current_hash):
        errors.append(unchanged(field))
    return errors


def unchanged(field: str) -> FieldError:
    """The new password is the present one."""
    return FieldError(field, "password_unchanged", "This is your present password. Choose a different one.")


def require_good(password: str, owner: Owner, field: str = "password") -> None:
    """Refuse a password that breaks the policy.

    Raises:
        ValidationFailed: one item per broken rule.
    """
    if errors := errors_of(password, owner, field):
        raise ValidationFailed(errors)


def hash_of(password: str) -> str:
    """Argon2id hash (PW-2)."""
    return make_password(password)


def matches(user: User | None, password: str) -> bool:
    """Compare with the stored hash, or with a dummy one when there is no account, in the same time (LG-1).

    A hash with outdated parameters is renewed when the password is right (PW-2).
    """
    if user is None or not user.has_usable_password():
        check_password(password, _dummy_hash())
        return False
    return user.check_password(password)


@cache
def _dummy_hash() -> str:
    return make_password(token_hex(16))


@cache
def _common() -> CommonPasswordValidator:
    return CommonPasswordValidator()


def _is_common(password: str) -> bool:
    """Whether it is on the list, or nothing but words of the context with digits and signs around them."""
    letters = "".join(char for char in password.lower() if char.isalpha())
    if _OF_CONTEXT.fullmatch(letters):
        return True
    try:
        _common().validate(password)
    except ValidationError:
        return True
    return False


def _is_similar(password: str, owner: Owner) -> bool:
    """Compare with the address, its parts, and the names, apart and together, by the measure Django uses."""
    texts = [
        owner.email,
        owner.email.partition("@")[0],
        owner.first_name,
        owner.last_name,
        f"{owner.first_name} {owner.last_name}",
        f"{owner.first_name}{owner.last_name}",
    ]
    parts = {part for text in texts for part in (text.lower(), *_NO_WORD.split(text.lower())) if part.strip()}
    return any(_resembles(password.lower(), part) for part in parts)


def _resembles(password: str, part: str) -> bool:
    if exceeds_maximum_length_ratio(password, MAX_SIMILARITY, part):
        return False
    return SequenceMatcher(a=password, b=part).quick_ratio() >= MAX_SIMILARITY
