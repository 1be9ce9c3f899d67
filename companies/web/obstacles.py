"""Why something cannot be done about a member, in the words of a page (PM-3, ME-2)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from common.api.principal import Principal
from companies.models.codes import UserCompanyStatusCode as Status
from companies.selectors import MemberView
from companies.web.roles import level_of

_NEEDED = {
    "role": (Status.ACTIVE,),
    "suspend": (Status.ACTIVE,),
    "reactivate": (Status.SUSPENDED,),
    "remove": (Status.ACTIVE, Status.SUSPENDED),
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way, and where to go instead."""

    status: int
    title: str
    text: str
    action_url: str
    action_label: str


def obstacle(member: MemberView, act: str, principal: Principal) -> Obstacle | None:
    """What keeps the person from acting on that member; None where nothing does."""
    if member.user_id == principal.user_id:
        return Obstacle(
            403,
            "This is your own membership",
            "Nobody changes their own role, suspends or removes themselves. Another administrator can; or you leave "
            "the company yourself.",
            reverse("company-leave", args=[principal.company_id]),
            "Leave the company",
        )
    if level_of(member.role_code) > level_of(principal.company_role):
        return Obstacle(
            403,
            "Their role is above yours",
            f"Only somebody with the role {member.role_name} can change this membership.",
            reverse("team"),
            "To the team",
        )
    if member.status_code in _NEEDED[act]:
        return None
    return _in_that_state(member)


def _in_that_state(member: MemberView) -> Obstacle:
    name = f"{member.first_name} {member.last_name}"
    if member.status_code == Status.REMOVED:
        text = "They do not belong to the company any more. To have them back, send an invitation."
        return Obstacle(409, f"{name} was removed", text, reverse("team-invitations"), "Invitations")
    if member.status_code == Status.SUSPENDED:
        text = "Until they are reactivated, nothing else about their membership can be changed but removing them."
        address = reverse("member-reactivate", args=[member.user_id])
        return Obstacle(409, f"{name} is suspended", text, address, "Reactivate them")
    text = "There is nothing to reactivate: they can work in the company."
    return Obstacle(409, f"{name} is active", text, reverse("team"), "To the team")
