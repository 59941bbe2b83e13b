"""/api/v1/awards/: the titles of the law, the register of grants, and what it adds up to."""

import datetime
import uuid
from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Path, Query, Router
from pydantic import BeforeValidator, Field, WithJsonSchema

from news.awards.models import AwardGrant
from news.awards.models.grants import AwardGrantQuerySet
from news.awards.summaries import Grouping
from news.syndication.objects.award_summary import summary_object
from news.syndication.objects.awards import grant_objects, title_object, with_all_that_is_shown
from news.syndication.objects.awards_contract import (
    GrantListObject,
    GrantObject,
    SummaryObject,
    TitleListObject,
)
from news.syndication.objects.contract import ProblemObject
from news.syndication.objects.references import Asked
from search.parameters import Number

from . import award_tables
from .answers import answer
from .award_filters import GrantFilters, TitleFilters
from .cursors import NumberCursor
from .fact_parameters import Localised
from .paging import next_page, page_by_number
from .problems import Refusal, Sentence

router = Router(tags=["Khen thưởng"])

AT_ONCE = 500  # rows of a spreadsheet; what stands beside them is fetched together
GRANT_ID = Path(..., description="UUID của lượt khen thưởng, từ một danh sách.")
NO_SUCH_GRANT = Sentence(
    "Không có lượt khen thưởng công khai nào với id này.", "No public grant has this id."
)

# For the description of an operation that also answers so.
ALSO_CSV: dict[str, Any] = {
    "responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}
}

Format = Literal["json", "csv"]
CursorParameter = Annotated[
    NumberCursor, BeforeValidator(NumberCursor.parse), WithJsonSchema({"type": "string"})
]


class TitlesParameters(TitleFilters):
    format: Format = Field("json", description="csv: một bảng mở được bằng Excel.")


class GrantsParameters(GrantFilters):
    limit: Number = Field(20, ge=1, le=100, description="Số lượt mỗi trang.")
    cursor: CursorParameter | None = Field(None, description="Lấy từ next của trang trước.")
    format: Format = Field(
        "json", description="csv: mọi lượt phù hợp trong một bảng, không chia trang."
    )


class SummaryParameters(GrantFilters):
    group_by: Grouping = Field(
        description="Cộng theo năm, danh hiệu, cấp, đối tượng, tập thể nhận hay tỉnh. Thành tích của nhiều "
        "năm tính một lần, vào năm đầu."
    )
    format: Format = Field("json", description="csv: một bảng mở được bằng Excel.")


@router.get(
    "/titles/",
    response=TitleListObject,
    openapi_extra=ALSO_CSV,
    summary="Danh hiệu, hình thức khen thưởng theo luật",
)
def list_titles(request: HttpRequest, parameters: Query[TitlesParameters]) -> HttpResponseBase:
    asked = _asked(parameters)
    items = [title_object(title, asked) for title in parameters.titles()]
    if parameters.format == "csv":
        return award_tables.TITLES.answer(items, asked.language)
    return answer({"items": items, "next": None})


@router.get(
    "/grants/",
    response=GrantListObject,
    openapi_extra=ALSO_CSV,
    summary="Sổ khen thưởng: các lượt đã xác nhận và đã thu hồi, ghi sau đứng trước",
)
def list_grants(request: HttpRequest, parameters: Query[GrantsParameters]) -> HttpResponseBase:
    asked = _asked(parameters)
    grants = with_all_that_is_shown(parameters.grants())
    if parameters.format == "csv":
        return award_tables.GRANTS.stream(_every(grants, asked), asked.language)
    page = page_by_number(grants, parameters.limit, parameters.cursor)
    return answer({"items": grant_objects(page.items, asked), "next": next_page(request, page.end)})


@router.get(
    "/grants/{any_uuid:id}/",
    response={200: GrantObject, 404: ProblemObject},
    summary="Một lượt khen thưởng",
)
def get_grant(
    request: HttpRequest,
    parameters: Query[Localised],
    id: uuid.UUID = GRANT_ID,  # noqa: A002 - the contract's name
) -> HttpResponseBase:
    grants = with_all_that_is_shown(AwardGrant.objects.public())
    shown = grant_objects(list(grants.filter(uuid=id)), _asked(parameters))
    if not shown:
        raise Refusal(404, NO_SUCH_GRANT)
    return answer(shown[0])


@router.get(
    "/summary/",
    response=SummaryObject,
    openapi_extra=ALSO_CSV,
    summary="Tổng hợp khen thưởng theo năm, danh hiệu, cấp, đối tượng, tập thể hoặc tỉnh",
)
def summarise(request: HttpRequest, parameters: Query[SummaryParameters]) -> HttpResponseBase:
    asked = _asked(parameters)
    summary = summary_object(parameters.group_by, parameters.grants(), asked)
    if parameters.format == "csv":
        return award_tables.SUMMARY.answer(summary["items"], asked.language)
    return answer(summary)


def _asked(parameters: Localised) -> Asked:
    return Asked(datetime.date.today(), parameters.language)


def _every(grants: AwardGrantQuerySet, asked: Asked) -> Iterator[GrantObject]:
    rows = grants.order_by("-pk").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(rows, AT_ONCE)):
        yield from grant_objects(batch, asked)
