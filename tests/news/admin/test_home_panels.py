"""What the admin's home shows: the work of whoever looks at it."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.models import Proposal
from search.models import SearchedWords

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def home(client, lan):
    """The text of each panel of Lan's home, by the panel's id."""

    def seen(user=lan) -> dict[str, str]:
        client.force_login(user)
        page = client.get(reverse("wagtailadmin_home")).content.decode()
        panels = re.findall(r'<section[^>]* id="([-\w]+)-section"(.*?)</section>', page, re.DOTALL)
        return {name: re.sub(r"<[^>]+>|\s+", " ", body) for name, body in panels}

    return seen


@pytest.fixture
def draft(site_tree, lan):
    def made(title, **fields):
        return ArticlePageFactory(
            parent=site_tree.emulation, title=title, published=False, owner=lan, **fields
        )

    return made


def test_my_unfinished_texts_are_shown_to_me(home, draft, minh):
    draft("Bài đang viết dở")

    assert "Bài đang viết dở" in home()["bai-dang-viet"]
    assert "bai-dang-viet" not in home(minh)


def test_who_has_written_nothing_yet_is_told_how_to_begin(home, draft):
    assert "Nhập bài từ Word" in home()["bat-dau"]

    draft("Bài đầu tiên")

    assert "bat-dau" not in home()


def test_who_reads_what_others_wrote_is_not_told_how_to_begin(home, draft, lan, minh):
    assert "bat-dau" not in home(minh)

    submitted = draft("Bài của người khác")
    submitted.owner = None
    submitted.save()
    submitted.get_workflow().start(submitted, minh)

    assert "Bài của người khác" in home()["awaiting-review"]
    assert "bat-dau" not in home()


def test_what_is_handed_in_or_published_is_not_unfinished(home, draft, lan):
    submitted = draft("Bài đã gửi duyệt")
    submitted.get_workflow().start(submitted, lan)
    draft("Bài đã đăng").get_latest_revision().publish()

    assert "bai-dang-viet" not in home()


def test_what_was_sent_back_says_why(home, draft, lan, minh):
    page = draft("Bài bị trả lại")
    state = page.get_workflow().start(page, lan)
    task = state.current_task_state.specific
    task.reject(user=minh, comment="Thiếu tên người trao")

    assert "Đặng Đức Minh trả lại lúc" in home()["bai-dang-viet"]
    assert "Thiếu tên người trao" in home()["bai-dang-viet"]


def test_what_appears_and_ends_by_itself_is_told_with_its_hour(home, draft, site_tree, lan):
    tomorrow = timezone.localtime() + 24 * HOUR
    page = draft("Bài hẹn giờ", go_live_at=tomorrow)
    page.save_revision().publish()
    ArticlePageFactory(parent=site_tree.emulation, title="Bài sắp hết hạn", expire_at=tomorrow)
    far = timezone.localtime() + 240 * HOUR
    ArticlePageFactory(parent=site_tree.emulation, title="Bài còn lâu", expire_at=far)

    panel = home()["hen-gio"]

    assert "Bài hẹn giờ" in panel
    assert f"{tomorrow:%H:%M %d/%m/%Y}" in panel
    assert "Bài sắp hết hạn" in panel
    assert "Bài còn lâu" not in panel


def test_proposals_that_wait_are_counted(home, draft):
    article = draft("Bài nhập từ Word")
    for kind in ("event", "grant"):
        Proposal.objects.create(article=article, kind=kind, words="…")

    assert "2 đề xuất chờ trả lời" in home()["de-xuat"]


def test_what_readers_missed_this_week_is_shown(home):
    today = timezone.localdate()
    for days, words in ((1, "lịch tiếp công dân"), (30, "chuyện tháng trước")):
        day = today - datetime.timedelta(days=days)
        SearchedWords.objects.create(day=day, key=words, words=words, searches=3, found_nothing=3)

    panel = home()["tim-khong-thay"]

    assert "lịch tiếp công dân" in panel
    assert "chuyện tháng trước" not in panel


def test_an_empty_day_is_an_empty_screen(home, client):
    assert not {"bai-dang-viet", "hen-gio", "de-xuat", "tim-khong-thay"} & home().keys()
    assert "w-summary__list" not in client.get(reverse("wagtailadmin_home")).content.decode()
