"""The change of the key that seals authenticator apps (SF-9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from accounts.models import UserAuthenticator
from accounts.services import authenticators
from accounts.services.factor_keys import Unsealable
from accounts.services.people import lock_user
from auditing.services import business_transaction
from common.actors import system_actor


@dataclass(slots=True)
class Resealed:
    """What was done, and the people whose keys no known key opens."""

    resealed: int = 0
    current: int = 0
    lost: list[int] = field(default_factory=list)


def reseal_all() -> Resealed:
    """Seal every key that an old key sealed with the present one. Safe to run twice and in parallel."""
    done, actor = Resealed(), system_actor("reseal_second_factors")
    for user_id in UserAuthenticator.objects.alive().order_by("user_id").values_list("user_id", flat=True):
        with business_transaction(actor):
            lock_user(user_id)
            row = authenticators.live(user_id)
            try:
                was_due = row is not None and authenticators.reseal(row)
            except Unsealable:
                done.lost.append(user_id)
                continue
        done.resealed += was_due
        done.current += not was_due
    return done
