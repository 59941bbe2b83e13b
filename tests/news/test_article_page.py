"""What a reader sees of an article."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticleByline, ArticleCorrection, ArticleParticipant
from news.pageviews.models import ViewTotal

pytestmark = [pytest.mark.django_db, pytest.mark.once]

LEAP_DAY = datetime.date(2024, 2, 29)


@pytest.fixture
def article(site_tree):
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Hội nghị tổng kết Cụm thi đua năm 2023",
        lead="Chiều 29/02, Cụm thi đua tổ chức hội nghị tổng kết.",
        event_date=LEAP_DAY,
        event_part_of_day="afternoon",
        event_place="Hội trường Sở",
        body=[
            photo_block(PhotoFactory(), caption="Quang cảnh Hội nghị", credit="Thu Hà"),
            ("paragraph", "<p>Các đơn vị ký giao ước thi đua.</p>"),
            photo_block(None, caption="Trao Cờ thi đua cho các tập thể"),
        ],
        byline=[ArticleByline(name="Đỗ Thu Hà", unit="Văn phòng Sở")],
        participants=[
            ArticleParticipant(
                honorific="ông", name="Lý Văn Ứng", posts="Giám đốc Sở\nPhó Chủ tịch Hội đồng"
            )
        ],
        corrections=[ArticleCorrection(on=datetime.date(2024, 3, 1), note="Đúng là 7 đơn vị.")],
    )


def shown(client, page) -> str:
    return client.get(page.url).content.decode()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_first_screen_says_what_when_where_and_how_often_read(client, article):
    ViewTotal.objects.create(article=article.translation_key, legacy=1284)
    html = shown(client, article)
    assert "<h1>Hội nghị tổng kết Cụm thi đua năm 2023</h1>" in html
    assert "Lượt xem: 1.284" in words(html)
    assert "Sự kiện chiều 29/02/2024" in html
    assert "Chiều thứ Năm, 29/02/2024" in html
    assert "Hội trường Sở" in html


def test_who_previews_a_text_does_not_count_as_a_reader(client, article):
    assert "data-views" in shown(client, article)

    preview = article.make_preview_request(preview_mode="").render().content.decode()

    assert article.title in preview
    assert "data-views" not in preview
    assert "views.js" not in preview


def test_photos_carry_caption_and_credit(client, article):
    text = words(shown(client, article))
    assert "Quang cảnh Hội nghị Ảnh: Thu Hà" in text


def test_the_first_photo_comes_at_once_and_says_its_size(client, article):
    html = shown(client, article)
    first = re.search(r'<figure class="photo">.*?<img([^>]*)>', html, flags=re.S)
    assert "lazy" not in first[1]
    assert "width=" in first[1]
    assert "height=" in first[1]
    assert 'type="image/webp"' in html


def test_of_a_lost_photo_the_caption_stays(client, article):
    text = words(shown(client, article))
    assert "Trao Cờ thi đua cho các tập thể Ảnh không còn lưu" in text
    assert "1 chú thích ảnh" in text


def test_the_first_column_of_a_table_names_its_rows(client, site_tree):
    """A row that is a card on a phone says what its name is; above a name the heading stands as it does."""
    table = {
        "columns": [
            {"type": "number", "heading": "Hệ số"},
            {"type": "number", "heading": "Mức lương (đồng)"},
        ],
        "rows": [{"values": ["2,34", "5.475.600"]}],
        "caption": "",
    }
    block = ("table", {"caption": "Mức lương", "table": table, "source": ""})
    article = ArticlePageFactory(parent=site_tree.emulation, body=[block])
    html = BeautifulSoup(client.get(article.url).content, "html.parser")
    assert html.select_one(".cards tbody th")["data-l"] == "Hệ số"
    heads = [(head.text, head.get("class")) for head in html.select(".cards thead th")]
    assert heads == [("Hệ số", None), ("Mức lương (đồng)", ["number"])]


def test_people_byline_and_corrections_are_shown(client, article):
    text = words(shown(client, article))
    assert "Ông Lý Văn Ứng Giám đốc Sở Phó Chủ tịch Hội đồng (chức vụ khi đó)" in text
    assert "Đỗ Thu Hà Văn phòng Sở" in text
    assert "Đính chính ngày 01/03/2024 Đúng là 7 đơn vị." in text


def test_it_is_the_same_page_for_whoever_may_see_it_when_it_is_private(client, article, minh):
    """Then nothing of it is published, and all is read from its rows."""
    article.topics.add(TopicFactory(name="Cụm thi đua"))
    article.save_revision().publish()
    public = main_part(shown(client, article))
    assert "Cụm thi đua" in public
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(minh)

    assert main_part(shown(client, article)) == public


def main_part(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def test_grants_are_gathered_by_title_even_when_no_editor_placed_the_box(client, article):
    AwardGrantFactory(to_organisation=True, articles=[article])
    AwardGrantFactory(to_organisation=True, articles=[article])
    AwardGrantFactory(to_unnamed=True, articles=[article])
    AwardGrantFactory(to_household=True, revoked=True, articles=[article])
    AwardGrantFactory(proposed=True, articles=[article])
    html = shown(client, article)
    text = words(html)
    heading = BeautifulSoup(html, "html.parser").select_one("#khen-thuong-ten")
    assert heading
    assert heading.text == "Khen thưởng trong bài: 3 mục, 9 lượt"
    assert "7 cá nhân của 07 Sở Nội vụ (nguồn chưa nêu tên)" in text
    assert "Đã hủy bỏ 12/05/2025" in text


def test_what_an_editor_typed_is_never_markup(client, site_tree):
    evil = "<script>alert(1)</script>"
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        title=f"Tin {evil}",
        lead=evil,
        event_date=LEAP_DAY,
        event_place=evil,
        body=[photo_block(None, caption=evil, credit=evil), ("heading", evil)],
        byline=[ArticleByline(name=evil, unit=evil)],
    )
    html = shown(client, article)
    assert evil not in html
    assert "&lt;script&gt;" in html


def test_an_article_with_nothing_but_a_title_is_still_a_page(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Tin ngắn", lead="", body=[])
    html = shown(client, article)
    assert "Lượt xem: 0" in words(html)
    assert "Về sự kiện" not in html
    assert "Ảnh trong bài" not in html
