"""Which part of the award register is asked for: the same parameters for its list and its totals."""

import uuid
from typing import Annotated

from django.db.models import QuerySet
from pydantic import Field

from news.awards.models import AwardGrant, AwardTitle
from news.awards.models.grants import AwardGrantQuerySet
from news.syndication.objects.awards_contract import (
    GrantStatus,
    RecipientKind,
    TitleKind,
    TitleLevel,
)
from people.models import Organisation, Person
from people.provinces import with_predecessors
from search.parameters import Day, Year, one_of_words

from .fact_parameters import Localised, ProvinceKey, one_with_id, province_with_key
from .problems import Sentence, names_nothing, refuse_backwards, wrong

TitleCode = Annotated[str, Field(max_length=20, pattern=r"^[A-Za-z0-9_]+$")]
Rank = Annotated[str, Field(max_length=30, pattern=r"^[\w ]+$")]


class TitleFilters(Localised):
    kind: TitleKind | None = Field(
        None, description="Danh hiệu thi đua, hoặc hình thức khen thưởng."
    )
    level: TitleLevel | None = Field(None, description="Cấp khen thưởng.")
    as_of: Day | None = Field(
        None, description="Chỉ những danh hiệu, hình thức có vào ngày này; mặc định: tất cả."
    )

    def titles(self) -> QuerySet[AwardTitle]:
        titles = AwardTitle.objects.select_related("successor")
        if self.as_of:
            titles = titles.on(self.as_of)
        given = {"kind": self.kind, "level": self.level}
        return titles.filter(**{name: value for name, value in given.items() if value})


class GrantFilters(Localised):
    title: TitleCode | None = Field(
        None, description="Mã danh hiệu, hình thức; xem /awards/titles/."
    )
    kind: TitleKind | None = Field(
        None, description="Danh hiệu thi đua, hoặc hình thức khen thưởng."
    )
    level: TitleLevel | None = Field(None, description="Cấp của danh hiệu, hình thức.")
    rank: Rank | None = Field(None, description="Hạng, ví dụ “hạng Nhất”.")
    year: Year | None = Field(
        None, description="Năm thành tích, hoặc một trong nhiều năm thành tích."
    )
    recipient_kind: RecipientKind | None = Field(None, description="Đối tượng được khen.")
    person: uuid.UUID | None = Field(None, description="id của cá nhân nhận.")
    organisation: uuid.UUID | None = Field(None, description="id của tập thể nhận.")
    decider: uuid.UUID | None = Field(None, description="id của cơ quan quyết định.")
    province: ProvinceKey | None = Field(
        None, description="Khóa của tỉnh, gồm cả các tỉnh đã nhập vào; xem /provinces/."
    )
    decided_from: Day | None = Field(None, description="Ngày quyết định, từ ngày này.")
    decided_to: Day | None = Field(None, description="Ngày quyết định, đến hết ngày này.")
    status: GrantStatus | None = Field(
        None, description="confirmed: đã xác nhận; revoked: đã thu hồi; mặc định: cả hai."
    )

    def grants(self) -> AwardGrantQuerySet:
        """The public grants that fit. A name of something that does not exist is refused."""
        refuse_backwards(self, "decided_from", "decided_to")
        given = {
            "title": self._title(),
            "title__kind": self.kind,
            "title__level": self.level,
            "rank": self._rank(),
            "recipient_kind": self.recipient_kind,
            "person": self.person and one_with_id(Person, self.person, "person"),
            "organisation": self._body("organisation"),
            "decider": self._body("decider"),
            "decision__decided_on__gte": self.decided_from,
            "decision__decided_on__lte": self.decided_to,
            "status": self.status,
        }
        grants = AwardGrant.objects.public()
        grants = grants.filter(**{name: value for name, value in given.items() if value})
        if self.year:
            grants = grants.of_merit_in(self.year)
        if self.province:
            provinces = with_predecessors(province_with_key(self.province))
            grants = grants.with_province().filter(province_pk__in=[each.pk for each in provinces])
        return grants

    def _title(self) -> AwardTitle | None:
        if not self.title:
            return None
        title = AwardTitle.objects.filter(code=self.title).first()
        if title is None:
            raise names_nothing("title")
        return title

    def _rank(self) -> str | None:
        """Every title that has ranks names its own."""
        if not self.rank:
            return None
        titles = AwardTitle.objects.order_by("rank_order").values_list("ranks", flat=True)
        known = list(dict.fromkeys(rank for ranks in titles for rank in ranks))
        if self.rank not in known:
            raise wrong("rank", Sentence(*one_of_words(known)))
        return self.rank

    def _body(self, parameter: str) -> Organisation | None:
        key = getattr(self, parameter)
        return one_with_id(Organisation, key, parameter) if key else None
