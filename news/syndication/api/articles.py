"""/api/v1/articles/: parameters are checked here, answers come from source."""

import json
import uuid
from collections.abc import Iterator
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from news.syndication.models import Edition
from news.syndication.models.publications import Reason
from news.syndication.objects.contract import (
    AnnouncementObject,
    AnyObject,
    ArticleListObject,
    ArticleObject,
    ConsultationObject,
    PartListObject,
    PartObject,
    ProblemObject,
    RemovedObject,
)
from news.syndication.publications.reading import content_of
from search.parameters import ContentLanguage, Day, Number, Parameters, refused

from . import source
from .access import area_of, gives
from .answers import by_edition, finished, unless_known
from .cursors import Cursor
from .paging import next_page
from .problems import Refusal, Sentence, names_nothing, refuse_backwards

REMOVED = {
    "withdrawn": Sentence("Bài đã được rút lại.", "The article was withdrawn."),
    "redirected": Sentence(
        "Bài đã chuyển sang địa chỉ khác.", "The article moved to another address."
    ),
    "gone": Sentence("Bài đã được gỡ hẳn.", "The article was removed for good."),
    "superseded": Sentence("Bài đã có bản thay thế.", "Another article took its place."),
    "private": Sentence("Bài đã chuyển thành nội bộ.", "The article is no longer public."),
}
OUTSIDE = Sentence(
    "Bài nằm ngoài phần dành cho cổng này.", "The article is outside of what this portal takes."
)
NO_SUCH_ARTICLE = Sentence(
    "Không có tin bài nào đang công khai với id này.", "No public article has this id."
)
FIELDS = {
    "article": frozenset(ArticleObject.__annotations__),
    "announcement": frozenset(AnnouncementObject.__annotations__),
    "consultation": frozenset(ConsultationObject.__annotations__),
}

router = Router(tags=["Tin bài"])


def _known_fields(text: str) -> str:
    _refuse_others(text, frozenset[str]().union(*FIELDS.values()))
    return text


def _refuse_others(fields: str, known: frozenset[str]) -> None:
    for name in fields.split(","):
        if name not in known:
            raise refused(f"có trường không tồn tại: {name[:40]}", f"names no field: {name[:40]}")


CursorParameter = Annotated[
    Cursor, BeforeValidator(Cursor.parse), WithJsonSchema({"type": "string"})
]
FieldsParameter = Annotated[str, AfterValidator(_known_fields)]

ARTICLE_ID = Path(..., description="UUID của bài, từ một danh sách.")
ONLY_FIELDS = "Chỉ lấy các trường này, cách nhau bằng dấu phẩy: id,title,url."


class ListParameters(Parameters):
    limit: Number = Field(20, ge=1, le=100, description="Số bài mỗi trang.")
    cursor: CursorParameter | None = Field(None, description="Lấy từ next của trang trước.")
    type: Literal["article", "announcement", "consultation"] = Field(
        "article", description="Tin bài, thông báo khen thưởng hay lấy ý kiến."
    )
    section: str | None = Field(
        None, max_length=255, pattern=r"^[-\w]+$", description="Đường dẫn của chuyên mục."
    )
    province: str | None = Field(
        None, max_length=40, pattern=r"^[-a-z0-9]+$", description="Khóa của tỉnh, thành phố."
    )
    place_mode: Literal["then", "now", "both"] = Field(
        "both", description="Tỉnh như ghi khi đó, tỉnh hiện nay ở nơi ấy, hoặc cả hai."
    )
    organisation: uuid.UUID | None = Field(None, description="id của cơ quan.")
    person: uuid.UUID | None = Field(None, description="id của nhân sự.")
    award: str | None = Field(
        None, max_length=20, pattern=r"^[-\w]+$", description="Mã danh hiệu, hình thức."
    )
    published_from: Day | None = Field(None, description="Đăng từ ngày này.")
    published_to: Day | None = Field(None, description="Đăng đến hết ngày này.")
    event_from: Day | None = Field(None, description="Việc diễn ra từ ngày này.")
    event_to: Day | None = Field(None, description="Việc diễn ra đến hết ngày này.")
    order: source.Order = Field(
        "-published_at",
        description="Mới nhất trước, cũ nhất trước, hoặc đọc nhiều nhất trước trong 7, 30 ngày qua "
        "(chỉ gồm bài có người đọc trong những ngày ấy).",
    )
    locale: ContentLanguage | None = Field(None, description="vi (mặc định) hoặc en.")
    fields: FieldsParameter | None = Field(None, max_length=500, description=ONLY_FIELDS)

    @field_validator("fields")
    @classmethod
    def _of_this_type(cls, fields: str | None, values: ValidationInfo) -> str | None:
        if fields and "type" in values.data:
            _refuse_others(fields, FIELDS[values.data["type"]])
        return fields


class DetailParameters(Parameters):
    locale: ContentLanguage | None = Field(
        None, description="vi (mặc định) hoặc en; chưa có bản dịch thì trả về bản tiếng Việt."
    )
    fields: FieldsParameter | None = Field(None, max_length=500, description=ONLY_FIELDS)


@router.get(
    "/",
    response=ArticleListObject | PartListObject,
    summary="Tin bài đang công khai, mới nhất trước",
)
def list_articles(request: HttpRequest, parameters: Query[ListParameters]) -> HttpResponse:
    refuse_backwards(parameters, "published_from", "published_to")
    refuse_backwards(parameters, "event_from", "event_to")
    edition, area = Edition.now(), area_of(request)

    def make() -> HttpResponse:
        found = source.publications_in_order(
            _wanted(parameters), parameters.limit, parameters.cursor, area
        )
        gives(request, len(found.rows))
        names = _names(parameters.fields)
        items = b",".join(content_of(row, fields=names) for row in found.rows)
        following = json.dumps(next_page(request, found.end)).encode()
        return finished(b'{"items":[%b],"next":%b}' % (items, following))

    try:
        if parameters.order in source.COUNTED_IN:
            return make()  # readers change this list, and no edition
        return by_edition(request, edition, make, area)
    except source.Unknown as unknown:
        raise names_nothing(unknown.parameter) from None


@router.get(
    "/{any_uuid:id}/",
    response={200: AnyObject | PartObject, 404: ProblemObject, 410: RemovedObject},
    summary="Một tin bài, thông báo hay trang lấy ý kiến",
)
def get_article(
    request: HttpRequest,
    parameters: Query[DetailParameters],
    id: uuid.UUID = ARTICLE_ID,  # noqa: A002 - the contract's name
) -> HttpResponse:
    language = parameters.locale or source.default_language()
    found = source.find_publication(id, language)
    if found is None:
        raise Refusal(404, NO_SUCH_ARTICLE)
    if isinstance(found, source.Found) and not area_of(request).inside([found.row]):
        # As the changes tell it.
        raise Refusal(410, OUTSIDE, reason=Reason.PRIVATE, note="", replaced_by=None)
    if isinstance(found, source.Removal):
        said = REMOVED[found.reason]
        raise Refusal(
            410,
            Sentence(found.note or said.vietnamese, said.english),
            reason=found.reason,
            note=found.note,
            replaced_by=found.replaced_by,
        )
    row = found.row
    gives(request, 1)
    content = content_of(row, is_fallback=found.is_fallback, fields=_names(parameters.fields))
    etag = f'W/"{row.locale}-{row.version}-{row.changed_at.timestamp():.0f}"'
    return unless_known(request, etag, row.changed_at, lambda: finished(content))


def _wanted(parameters: ListParameters) -> source.Wanted:
    return source.Wanted(
        kind=parameters.type,
        language=_language(parameters),
        facets=list(_facets(parameters)),
        published_from=parameters.published_from,
        published_to=parameters.published_to,
        event_from=parameters.event_from,
        event_to=parameters.event_to,
        order=parameters.order,
    )


def _facets(parameters: ListParameters) -> Iterator[tuple[str, str]]:
    if parameters.section is not None:
        yield source.section_facet(parameters.section, _language(parameters))
    if parameters.province is not None:
        yield source.province_facet(parameters.province, parameters.place_mode)
    if parameters.organisation is not None:
        yield source.organisation_facet(parameters.organisation)
    if parameters.person is not None:
        yield source.person_facet(parameters.person)
    if parameters.award is not None:
        yield source.award_facet(parameters.award)


def _language(parameters: ListParameters) -> str:
    return parameters.locale or source.default_language()


def _names(fields: str | None) -> list[str]:
    return fields.split(",") if fields else []
