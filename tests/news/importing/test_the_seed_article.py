"""The one real article the importer was written from, field by field."""

import datetime
from pathlib import Path

import pytest

from news.importing.files import read_file
from news.importing.parsed import Caption, Paragraph, ParsedArticle, ParsedByline

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed"

pytestmark = [
    pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not on this machine"),
    pytest.mark.once,
]

CLUSTER = "Cụm thi đua Sở Nội vụ các tỉnh Trung du và Miền núi phía Bắc"


@pytest.fixture(scope="module")
def path() -> Path:
    return next(SEED.glob("*.txt"))


@pytest.fixture(scope="module")
def article(path: Path) -> ParsedArticle:
    (article,) = read_file(path)
    assert isinstance(article, ParsedArticle)
    return article


def test_title_and_lead(article):
    assert article.title == f"Hội nghị triển khai nhiệm vụ công tác năm 2024 {CLUSTER}"
    assert article.lead.startswith("Chiều ngày 29/02/2024, tại tỉnh Bắc Kạn, Cụm thi đua")
    assert article.lead.endswith("triển khai nhiệm vụ công tác năm 2024.")


def test_views_are_a_number_and_no_paragraph(article):
    assert article.views == 33
    assert not any("Lượt xem" in block.text for block in article.blocks)


def test_event(article):
    assert article.event.date == datetime.date(2024, 2, 29)
    assert article.event.end_date is None
    assert article.event.part_of_day == "afternoon"
    assert article.event.province_name == "Bắc Kạn"
    assert article.possible_event is None
    assert article.published_at is None


def test_byline(article):
    assert article.byline == (ParsedByline("Trần Phương", "Văn phòng Sở"),)


def test_four_captions_stand_where_the_photos_were(article):
    found = [
        (number, b.moment) for number, b in enumerate(article.blocks) if isinstance(b, Caption)
    ]
    assert found == [(1, "overview"), (8, "speech"), (14, "handing_over"), (16, "signing")]
    assert article.captions[0].text == "Quang cảnh Hội nghị"
    assert article.caption_candidates == ()


def test_all_other_paragraphs_keep_their_words_and_order(article, path):
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").split("\n")]
    lines = [line for line in lines if line]
    taken = {
        article.title,
        "Lượt xem: 33",
        article.lead,
        "web basic 2x",
        "Trần Phương - Văn phòng Sở",
    }
    assert [block.text for block in article.blocks] == [line for line in lines if line not in taken]
    assert {type(block) for block in article.blocks} == {Paragraph, Caption}


def test_one_participant_with_two_posts(article):
    (person,) = article.participants
    assert (person.honorific, person.name, person.role) == ("ông", "Vũ Đăng Minh", "attended")
    assert person.posts == (
        "Phó Chủ tịch thường trực Hội đồng Thi đua - Khen thưởng Bộ Nội vụ",
        "Chánh Văn phòng Bộ Nội vụ",
    )


def test_four_grants(article):
    assert [
        (g.title_text, g.recipient_kind, g.recipient_name, g.quantity, g.per_unit_note)
        for g in article.grants
    ] == [
        ("Cờ thi đua", "organisation", "Sở Nội vụ tỉnh Bắc Kạn", 1, ""),
        ("Bằng khen", "organisation", "Sở Nội vụ tỉnh Tuyên Quang", 1, ""),
        ("Bằng khen", "organisation", "Sở Nội vụ tỉnh Hòa Bình", 1, ""),
        ("Bằng khen", "unnamed", "", 7, "của 07 Sở Nội vụ trong Cụm thi đua"),
    ]
    assert article.grants[3].unnamed_text == "cá nhân"
    assert {grant.year for grant in article.grants} == {2023}
    assert {grant.decider_text for grant in article.grants} == {"Bộ trưởng Bộ Nội vụ"}
    assert {grant.line for grant in article.grants} == {35}
    assert all("thành tích xuất sắc" in grant.citation for grant in article.grants)


def test_cluster_with_its_head_and_deputy_of_2024(article):
    (year,) = article.cluster_years
    assert (year.cluster_name, year.year) == (CLUSTER, 2024)
    assert year.head == "Sở Nội vụ tỉnh Tuyên Quang"
    assert year.deputies == ("Sở Nội vụ tỉnh Hòa Bình",)


def test_only_the_template_line_is_dropped(article):
    (dropped,) = article.dropped
    assert (dropped.number, dropped.text) == (43, "web basic 2x")
    assert dropped.reason
    assert article.warnings == ()


def test_reading_it_twice_gives_the_same_identity(article, path):
    (again,) = read_file(path)
    assert again == article
    assert article.external_id.startswith("sha256-")
    assert len(article.external_id) == len("sha256-") + 20
