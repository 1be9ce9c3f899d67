"""The invited person's pages: accept by link or from "my invitations", decline (IN-6 to IN-11)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.password_policy import password_policy
from accounts.services import page_sessions
from common.actors import VISITOR, Actor
from common.problems import Problem, ValidationFailed
from common.web import links
from common.web.access import principal_of, public
from common.web.answers import go, show
from invitations.selectors import InvitationPreview, preview
from invitations.services import accept_by_id, accept_by_link, decline_by_id, decline_by_link, sign_up_by_link
from invitations.web.forms import JoinForm
from invitations.web.reasons import reason_of

PURPOSE = "invitation"
_CLOSED = {"accepted": "used", "declined": "declined", "cancelled": "cancelled", "expired": "expired"}


def _actor(request: HttpRequest) -> Actor:
    principal = principal_of(request)
    return principal.as_actor() if principal is not None else VISITOR


def _state(invitation: InvitationPreview) -> str:
    """State of the page for an invitation; each refused one has its own text (IN-11)."""
    if invitation.next_step == "none":
        return _CLOSED[invitation.status_code]
    return invitation.next_step if invitation.is_company_active else "company_inactive"


@public("GET", "POST")
def invitation_accept(request: HttpRequest) -> HttpResponse:
    """``/invitations/accept``: opening the link spends nothing (SU-4); the form accepts or signs up."""
    redirect = links.put_away(request, PURPOSE)
    if redirect is not None:
        return redirect
    if request.method == "POST" and "user_invitation_id" in request.POST:
        return _accept_own(request)
    token = request.POST.get("token") or links.kept(request, PURPOSE)
    if not token:
        return _page(request, "missing", None)
    try:
        invitation = preview(token=token, actor=_actor(request))
    except Problem as problem:
        if problem.code != "TOKEN_INVALID":
            raise
        return _page(request, "replaced", None, status=problem.status)
    state = _state(invitation)
    if request.method == "POST" and state == "signup":
        return _sign_up(request, token, invitation)
    if request.method == "POST" and state == "accept":
        return _accept_by_link(request, token)
    return _page(request, state, invitation)


def _page(
    request: HttpRequest, state: str, invitation: InvitationPreview | None, *, status: int = 200, **values: Any
) -> HttpResponse:
    if state == "signup" and invitation is not None:
        values.setdefault("form", JoinForm(invitation=invitation))
        values["password_policy"] = password_policy(forbids_present=False)
    return show(request, "invitation_accept", {"state": state, "invitation": invitation, **values}, status=status)


def _sign_up(request: HttpRequest, token: str, invitation: InvitationPreview) -> HttpResponse:
    form = JoinForm(request.POST, invitation=invitation)
    if not form.is_valid():
        return _page(request, "signup", invitation, status=422, form=form)
    try:
        joined = sign_up_by_link(
            token=token, password=form.cleaned_data["password"], accept_terms=True, transport="page"
        )
    except ValidationFailed as refusal:
        form.refuse(refusal)
        return _page(request, "signup", invitation, status=refusal.status, form=form)
    except Problem as problem:
        return _look_again(request, problem)
    page_sessions.bind(request, joined.session)
    messages.success(request, f"Your account is ready, and you belong to {invitation.company_name}.")
    return go("onboarding-details")


def _accept_by_link(request: HttpRequest, token: str) -> HttpResponse:
    try:
        accepted = accept_by_link(token=token, actor=_actor(request))
    except Problem as problem:
        return _look_again(request, problem)
    links.forget(request, PURPOSE)
    messages.success(request, f"You have joined {accepted.company_name}. It is open now.")
    return go("dashboard")


def _look_again(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Something changed since the page was made: show the invitation as it is now, with the reason."""
    messages.error(request, problem.detail)
    return go("companies") if problem.code == "ALREADY_MEMBER" else go("invitation-accept")


def _accept_own(request: HttpRequest) -> HttpResponse:
    """One of "my invitations", by id."""
    actor = _actor(request)
    if actor.user_id is None:
        return go("login", next="/companies")
    try:
        accepted = accept_by_id(user_invitation_id=_sent_id(request), actor=actor)
    except Problem as problem:
        return _back_to_list(request, problem)
    messages.success(request, f"You have joined {accepted.company_name}. It is open now.")
    return go("dashboard")


def _sent_id(request: HttpRequest) -> int:
    text = request.POST.get("user_invitation_id", "")
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise Problem("NOT_FOUND")
    return int(text)


def _back_to_list(request: HttpRequest, problem: Problem) -> HttpResponse:
    if problem.status == 404:
        raise problem
    messages.error(request, problem.detail)
    return go("companies")


@public("POST")
def invitation_decline(request: HttpRequest) -> HttpResponse:
    """``/invitations/decline``: by the link that was opened, without log-in, or by id (IN-6)."""
    actor = _actor(request)
    if "user_invitation_id" in request.POST:
        return _decline_own(request, actor)
    token = request.POST.get("token") or links.kept(request, PURPOSE)
    if not token:
        return _page(request, "missing", None)
    try:
        decline_by_link(token=token, actor=actor, reason=reason_of(request))
    except ValidationFailed as refusal:
        messages.error(request, refusal.errors[0].message)
    except Problem as problem:
        if problem.code == "TOKEN_INVALID":
            return _page(request, "replaced", None, status=problem.status)
        messages.error(request, problem.detail)
    return go("invitation-accept")


def _decline_own(request: HttpRequest, actor: Actor) -> HttpResponse:
    if actor.user_id is None:
        return go("login", next="/companies")
    try:
        decline_by_id(user_invitation_id=_sent_id(request), actor=actor, reason=reason_of(request))
    except ValidationFailed as refusal:
        messages.error(request, refusal.errors[0].message)
    except Problem as problem:
        return _back_to_list(request, problem)
    else:
        messages.success(request, "The invitation is declined.")
    return go("companies")
