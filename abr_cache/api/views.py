"""Endpoints of the business register."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from abr_cache import selectors, services
from abr_cache.api.serializers import PurgeBody, PurgeShape, SearchAnswerShape, SearchBody, StatisticsShape
from common.api.access import Access
from common.api.documentation import documented
from common.api.rate_limiting import By, RateLimit
from common.api.views import ApiView
from common.permissions import Permission


class SearchView(ApiView):
    access = Access.PUBLIC
    token_optional = True
    rate_limits = (RateLimit("RATE_LIMIT_ABR_PER_MINUTE", By.USER_OR_ADDRESS),)

    @documented(
        "Search the business register",
        description="One box takes ABN, ACN or name. All three outcomes are 200; manual entry stays possible in each.",
        request=SearchBody,
        response=SearchAnswerShape,
        problems=["VALIDATION_ERROR"],
    )
    def post(self, request: Request) -> Any:
        return self.respond(SearchAnswerShape, services.search(**self.validate(SearchBody)))


class StatisticsView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.REGISTER_CACHE_MANAGE

    @documented("Statistics of the register cache", response=StatisticsShape)
    def get(self, request: Request) -> Any:
        return self.respond(StatisticsShape, selectors.statistics())


class PurgeView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission = Permission.REGISTER_CACHE_MANAGE

    @documented(
        "Delete cached register answers",
        description="Exactly one of abn, acn, expiredOnly. Names the live companies that hold the number.",
        request=PurgeBody,
        response=PurgeShape,
        problems=["VALIDATION_ERROR"],
    )
    def post(self, request: Request) -> Any:
        return self.respond(PurgeShape, services.purge(**self.validate(PurgeBody), actor=self.actor))
