"""/api/v1/sections/: what the lists can be asked for, and a portal can take."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from news.models import SectionPage
from news.syndication.objects.contract import ListedSectionObject, SectionListObject
from search.addresses import address_of
from search.parameters import ContentLanguage, Parameters

from .answers import answer
from .source import default_language

router = Router(tags=["Chuyên mục"])


class ListParameters(Parameters):
    locale: ContentLanguage | None = Field(None, description="vi (mặc định) hoặc en.")


@router.get(
    "/", response=SectionListObject, summary="Các chuyên mục đang công khai, theo thứ tự trên trang"
)
def list_sections(request: HttpRequest, parameters: Query[ListParameters]) -> HttpResponse:
    sections = SectionPage.objects.publicly_visible().order_by("path")
    language = parameters.locale or default_language()
    sections = sections.filter(locale__language_code=language)
    return answer({"items": [_section(section) for section in sections], "next": None})


def _section(section: SectionPage) -> ListedSectionObject:
    return {
        "id": str(section.translation_key),
        "slug": section.slug,
        "title": section.title,
        "introduction": section.introduction,
        "url": address_of(section),
    }
