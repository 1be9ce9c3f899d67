"""Pages on which staff change a membership; every one asks for a reason (sections 7 and 23)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminSelectWidget

from common.backoffice.confirming import ReasonForm, confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.pages import own_page
from companies.admin.base import CompanyDataAdmin
from companies.models import UserCompany
from companies.models.codes import UserCompanyStatusCode as Status
from companies.services import change_role_by_staff, reactivate_by_staff, remove_by_staff, suspend_by_staff
from reference.selectors import active_rows, lookup

_POSSIBLE: Final[Mapping[str, frozenset[str]]] = {
    Status.ACTIVE: frozenset({"change_role", "suspend", "remove"}),
    Status.SUSPENDED: frozenset({"reactivate", "remove"}),
    Status.REMOVED: frozenset(),
}
_KEPT = "The account, the role and other companies stay as they are."
_TOLD = "They are told by mail, with your reason."


class RoleForm(ReasonForm):
    """The role the member should have."""

    role_code = forms.ChoiceField(
        label="Role",
        choices=lambda: [(row.code, row.name) for row in active_rows("UserCompanyRole")],
        widget=UnfoldAdminSelectWidget,
    )


class MemberCare(CompanyDataAdmin):
    """The buttons of a membership."""

    care_pages = ("change_role", "suspend", "reactivate", "remove")

    def get_actions_detail(self, request: HttpRequest, object_id: Any) -> list[Any]:
        """Buttons that make sense for this membership; the services refuse the others all the same."""
        row = self.get_object(request, str(object_id))
        possible = _possible(row, actor_of(request).user_id) if row is not None else frozenset()
        prefix = f"{self.opts.app_label}_{self.opts.model_name}_"
        return [
            action
            for action in super().get_actions_detail(request, object_id)
            if action.action_name.removeprefix(prefix) in possible
        ]

    @own_page("Change role", "change-role", "badge")
    def change_role(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the member another role."""
        return self._confirm(
            request,
            object_id,
            verb="Change the role of",
            text="{person} has the new role in {company} at once, and is told by mail which one.",
            service=change_role_by_staff,
            done="The role of {person} is stored.",
            form_class=RoleForm,
            initial=lambda row: {"role_code": lookup("UserCompanyRole", row.user_company_role_id).code},
        )

    @own_page("Suspend", "suspend", "block")
    def suspend(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Close the company to the member."""
        return self._confirm(
            request,
            object_id,
            verb="Suspend",
            text=f"{{person}} cannot work in {{company}} any more, from the next request on. {_KEPT} {_TOLD}",
            service=suspend_by_staff,
            done="{person} is suspended.",
            is_danger=True,
        )

    @own_page("Reactivate", "reactivate", "undo")
    def reactivate(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Open the company to the member again."""
        return self._confirm(
            request,
            object_id,
            verb="Reactivate",
            text=f"{{person}} can work in {{company}} again, with the role of before. {_TOLD}",
            service=reactivate_by_staff,
            done="{person} can work in the company again.",
        )

    @own_page("Remove", "remove", "person_remove")
    def remove(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """End the membership."""
        return self._confirm(
            request,
            object_id,
            verb="Remove",
            text="{person} loses {company} from the next request on; the account and other companies stay. Only an "
            f"invitation of the company, or an approved request, brings them back. {_TOLD}",
            service=remove_by_staff,
            done="{person} does not belong to the company any more.",
            is_danger=True,
        )

    def _confirm(
        self,
        request: HttpRequest,
        object_id: str,
        *,
        verb: str,
        text: str,
        service: Callable[..., Any],
        done: str,
        is_danger: bool = False,
        form_class: type[ReasonForm] = ReasonForm,
        initial: Callable[[UserCompany], Mapping[str, Any]] = lambda row: {},
    ) -> HttpResponse:
        """Ask for the reason; ``{person}`` and ``{company}`` in the texts are their names."""
        if not self.has_view_permission(request):
            raise Http404
        row: UserCompany = self._row(request, object_id)
        if row.is_deleted:
            raise Http404
        self.record_view(request, row)

        def named(words: str) -> str:
            return words.replace("{person}", row.user.full_name).replace("{company}", str(row.company))

        def run(reason: str, version: str, **chosen: Any) -> None:
            service(
                user_company_id=row.pk,
                reason=reason,
                actor=actor_of(request),
                expected_version=version or None,
                **chosen,
            )

        return confirm_page(
            self,
            request,
            row,
            title=named(f"{verb} {{person}} in {{company}}"),
            text=named(text),
            button=verb.removesuffix(" of"),
            run=run,
            done=named(done),
            after=reverse("admin:companies_usercompany_change", args=[row.pk]),
            is_danger=is_danger,
            form_class=form_class,
            initial=initial(row),
        )


def _possible(row: UserCompany, own_id: int | None) -> frozenset[str]:
    if row.is_deleted or row.user_id == own_id:
        return frozenset()
    return _POSSIBLE[str(lookup("UserCompanyStatus", row.user_company_status_id).code)]
