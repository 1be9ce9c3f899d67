"""Industries of the signed-in person (api.md section 5)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.selectors.industries import describe_industry, own_industries
from accounts.services import industries
from common.api.access import Access
from common.api.documentation import documented
from common.api.fields import BooleanField, CodeField, IdField, IntegerField, TextField
from common.api.pagination import list_of
from common.api.serializers import Serializer, Shape
from common.api.views import ApiView


class AddIndustryBody(Serializer):
    industry_code = CodeField(example="event-mgmt")
    is_primary = BooleanField(required=False, default=False)


class ChangeIndustryBody(Serializer):
    is_primary = BooleanField(required=False)
    sort_order = IntegerField(min_value=1, max_value=1000, required=False)


class UserIndustryShape(Shape):
    user_industry_id = IdField()
    industry_code = TextField()
    industry_name = TextField()
    is_primary = BooleanField()
    sort_order = IntegerField()


class IndustriesView(ApiView):
    access = Access.USER

    @documented("List the own industries", response=list_of(UserIndustryShape))
    def get(self, request: Request) -> Any:
        return self.plain_list(own_industries(self.caller.user_id), UserIndustryShape)

    @documented(
        "Add an industry",
        description="The primary one stands first and demotes the former.",
        request=AddIndustryBody,
        response=UserIndustryShape,
        status=201,
        problems=["INDUSTRY_EXISTS"],
    )
    def post(self, request: Request) -> Any:
        row = industries.add_industry(**self.validate(AddIndustryBody), actor=self.actor)
        return self.respond(UserIndustryShape, describe_industry(row), status=201)


class IndustryView(ApiView):
    access = Access.USER

    @documented("Change an industry", request=ChangeIndustryBody, response=UserIndustryShape)
    def patch(self, request: Request, user_industry_id: int) -> Any:
        changes = self.validate(ChangeIndustryBody)
        row = industries.change_industry(user_industry_id=user_industry_id, actor=self.actor, **changes)
        return self.respond(UserIndustryShape, describe_industry(row))

    @documented("Remove an industry", status=204)
    def delete(self, request: Request, user_industry_id: int) -> Any:
        industries.remove_industry(user_industry_id=user_industry_id, actor=self.actor)
        return self.respond()
