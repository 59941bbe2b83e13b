"""/api/v1/people/: who holds which post on a day."""

import uuid

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from news.syndication.objects.contract import ProblemObject
from news.syndication.objects.people import person_detail, person_objects
from news.syndication.objects.people_contract import PersonDetailObject, PersonListObject
from people.models import Organisation, Person, Post

from .answers import answer
from .fact_parameters import DetailParameters, ListParameters, one_with_id
from .paging import next_page, page_by_name
from .problems import Refusal, Sentence

router = Router(tags=["Nhân sự"])

PERSON_ID = Path(..., description="UUID của nhân sự, từ một danh sách.")
NO_SUCH_PERSON = Sentence("Không có nhân sự nào với id này.", "Nobody has this id.")


class PeopleParameters(ListParameters):
    organisation: uuid.UUID | None = Field(
        None, description="id của cơ quan: chỉ người giữ chức vụ ở đó vào ngày ấy."
    )


@router.get(
    "/",
    response=PersonListObject,
    summary="Nhân sự và chức vụ vào một ngày, theo tên",
    description="Khi ghi `as_of`: chỉ những người giữ chức vụ vào ngày ấy.",
)
def list_people(request: HttpRequest, parameters: Query[PeopleParameters]) -> HttpResponse:
    held = Post.objects.on(parameters.asked.day).filter(person=OuterRef("pk"))
    people = Person.objects.all()
    if parameters.organisation:
        there = one_with_id(Organisation, parameters.organisation, "organisation")
        held = held.filter(organisation=there)
    if parameters.as_of or parameters.organisation:
        people = people.filter(Exists(held))
    page = page_by_name(people, "full_name", parameters.limit, parameters.cursor, parameters.name)
    return answer(
        {
            "items": person_objects(page.items, parameters.asked),
            "next": next_page(request, page.end),
        }
    )


@router.get(
    "/{any_uuid:id}/",
    response={200: PersonDetailObject, 404: ProblemObject},
    summary="Một nhân sự, với mọi chức vụ qua các thời kỳ",
)
def get_person(
    request: HttpRequest,
    parameters: Query[DetailParameters],
    id: uuid.UUID = PERSON_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    person = Person.objects.filter(uuid=id).first()
    if person is None:
        raise Refusal(404, NO_SUCH_PERSON)
    return answer(person_detail(person, parameters.asked))
