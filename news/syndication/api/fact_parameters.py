"""What the lists of facts have in common: their parameters, and what these name."""

import datetime
import uuid
from typing import Annotated, TypeVar

from django.db.models import Model
from pydantic import BeforeValidator, Field, WithJsonSchema

from news.syndication.objects.references import Asked
from people.models import Province
from search.parameters import ContentLanguage, Day, FreeText, Number, Parameters

from .cursors import NameCursor
from .problems import names_nothing
from .source import default_language

Item = TypeVar("Item", bound=Model)

CursorParameter = Annotated[
    NameCursor, BeforeValidator(NameCursor.parse), WithJsonSchema({"type": "string"})
]

ProvinceKey = Annotated[str, Field(max_length=40, pattern=r"^[-a-z0-9]+$")]


class Localised(Parameters):
    locale: ContentLanguage | None = Field(
        None, description="Ngôn ngữ của tên: vi (mặc định) hoặc en, khi có tên tiếng Anh."
    )

    @property
    def language(self) -> str:
        return self.locale or default_language()


class DetailParameters(Localised):
    as_of: Day | None = Field(None, description="Vào ngày này; mặc định: hôm nay.")

    @property
    def asked(self) -> Asked:
        return Asked(self.as_of or datetime.date.today(), self.language)


class ListParameters(DetailParameters):
    name: FreeText | None = Field(
        None, max_length=200, description="Tên, hoặc vài chữ trong tên; có dấu hoặc không dấu."
    )
    limit: Number = Field(20, ge=1, le=100, description="Số mục mỗi trang.")
    cursor: CursorParameter | None = Field(None, description="Lấy từ next của trang trước.")


def one_with_id(model: type[Item], key: uuid.UUID, parameter: str) -> Item:
    """What a parameter names by its id; an unknown one is an error, not an empty list."""
    found = model._default_manager.filter(uuid=key).first()
    if found is None:
        raise names_nothing(parameter)
    return found


def province_with_key(key: str) -> Province:
    province = Province.objects.filter(key=key).first()
    if province is None:
        raise names_nothing("province")
    return province
