"""/api/v1/organisations/: the bodies there were on a day, and what became of them."""

import uuid

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from news.syndication.objects.contract import ProblemObject
from news.syndication.objects.organisations import organisation_detail, organisation_objects
from news.syndication.objects.people_contract import (
    OrganisationDetailObject,
    OrganisationKind,
    OrganisationListObject,
)
from people.models import Organisation
from people.provinces import with_predecessors

from .answers import answer
from .fact_parameters import DetailParameters, ListParameters, ProvinceKey, province_with_key
from .paging import next_page, page_by_name
from .problems import Refusal, Sentence

router = Router(tags=["Cơ quan"])

ORGANISATION_ID = Path(..., description="UUID của cơ quan, từ một danh sách.")
NO_SUCH_ORGANISATION = Sentence("Không có cơ quan nào với id này.", "No organisation has this id.")


class OrganisationsParameters(ListParameters):
    kind: OrganisationKind | None = Field(None, description="Chỉ một loại cơ quan.")
    province: ProvinceKey | None = Field(
        None, description="Khóa của tỉnh, gồm cả các tỉnh đã nhập vào; xem /provinces/."
    )


@router.get(
    "/",
    response=OrganisationListObject,
    summary="Cơ quan, tập thể, theo tên",
    description="Khi ghi `as_of`: chỉ những cơ quan hoạt động vào ngày ấy, với tên ngày ấy."
    " Thứ tự luôn theo tên hiện nay.",
)
def list_organisations(
    request: HttpRequest, parameters: Query[OrganisationsParameters]
) -> HttpResponse:
    organisations = Organisation.objects.all()
    if parameters.as_of:
        organisations = organisations.on(parameters.as_of)
    if parameters.kind:
        organisations = organisations.filter(kind=parameters.kind)
    if parameters.province:
        provinces = with_predecessors(province_with_key(parameters.province))
        organisations = organisations.filter(province__in=provinces)
    page = page_by_name(organisations, "name", parameters.limit, parameters.cursor, parameters.name)
    return answer(
        {
            "items": organisation_objects(page.items, parameters.asked),
            "next": next_page(request, page.end),
        }
    )


@router.get(
    "/{any_uuid:id}/",
    response={200: OrganisationDetailObject, 404: ProblemObject},
    summary="Một cơ quan: người giữ chức vụ, đơn vị trực thuộc, tên cũ, cơ quan kế thừa",
)
def get_organisation(
    request: HttpRequest,
    parameters: Query[DetailParameters],
    id: uuid.UUID = ORGANISATION_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    organisation = Organisation.objects.filter(uuid=id).first()
    if organisation is None:
        raise Refusal(404, NO_SUCH_ORGANISATION)
    return answer(organisation_detail(organisation, parameters.asked))
