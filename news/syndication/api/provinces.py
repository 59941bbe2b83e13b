"""/provinces/: the two lists, and which province a name meant on a day."""

import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from news.syndication.objects.contract import (
    ProblemObject,
    ProvinceListObject,
    ProvinceObject,
    ResolvedProvinceObject,
)
from people.models import Province
from people.provinces import province_at, province_now
from search.parameters import Day, FreeText, Parameters

from .answers import answer
from .problems import Refusal, Sentence

router = Router(tags=["Tỉnh, thành phố"])


class ListParameters(Parameters):
    as_of: Day | None = Field(None, description="Danh sách vào ngày này; mặc định: hôm nay.")


class ResolveParameters(Parameters):
    name: FreeText = Field(description="Tên tỉnh, có dấu hoặc không dấu.", max_length=100)
    date: Day | None = Field(None, description="Vào ngày nào; mặc định: hôm nay.")


@router.get(
    "/",
    response=ProvinceListObject,
    summary="Các tỉnh, thành phố: 63 đến hết 30/6/2025, 34 từ 01/7/2025",
)
def list_provinces(request: HttpRequest, parameters: Query[ListParameters]) -> HttpResponse:
    day = parameters.as_of or datetime.date.today()
    items = [_province(province) for province in Province.objects.on(day)]
    return answer({"items": items, "next": None})


@router.get(
    "/resolve/",
    response={200: ResolvedProvinceObject, 404: ProblemObject},
    summary="Tên này, vào ngày ấy, là tỉnh nào, và nay là tỉnh nào",
)
def resolve_province(request: HttpRequest, parameters: Query[ResolveParameters]) -> HttpResponse:
    day = parameters.date or datetime.date.today()
    province = province_at(parameters.name, day)
    if province is None:
        raise Refusal(
            404,
            Sentence(
                f"Ngày {day:%d/%m/%Y} không có tỉnh, thành phố nào mang tên này.",
                f"On {day.isoformat()} no province or city bore this name.",
            ),
        )
    return answer({"province": _province(province), "now": _province(province_now(province))})


def _province(province: Province) -> ProvinceObject:
    return {
        "key": province.key,
        "code": province.code,
        "name": province.name,
        "name_en": province.name_en,
        "full_name": province.full_name,
        "kind": "city" if province.kind == Province.Kind.CITY else "province",
        "region": province.region,
        "valid_from": province.valid_from.isoformat() if province.valid_from else None,
        "valid_to": province.valid_to.isoformat() if province.valid_to else None,
    }
