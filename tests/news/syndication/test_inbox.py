"""Texts that portals offer become drafts: once, cleaned, and never published by themselves."""

import json

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from news.models import ArticlePage, NewsIndexPage, SectionPage
from news.syndication.models import OfferedArticle, Portal, PortalKey, Publication
from news.syndication.portals import offers
from news.syndication.publications import changing

OFFER = {
    "external_id": "BK-17",
    "title": "Bắc Kạn tổng kết phong trào thi đua năm 2024",
    "lead": "Sáng 29/02/2024, UBND tỉnh Bắc Kạn tổ chức Hội nghị tổng kết phong trào thi đua.",
    "body": "<p>Dự Hội nghị có lãnh đạo các sở, ngành của tỉnh và đại diện bảy cụm thi đua.</p>"
    "<p>Hội nghị đã nghe báo cáo kết quả một năm thực hiện phong trào tại địa phương.</p>",
    "published_at": "2024-03-01T08:30:00+07:00",
    "byline": "Đỗ Thị Hằng - Văn phòng Sở",
    "source_url": "https://backan.example.vn/tin/17",
}


@pytest.fixture
def portal(site_tree) -> Portal:
    return Portal.objects.create(name="Cổng tỉnh Bắc Kạn", may_offer_articles=True)


@pytest.fixture
def offer(portal):
    """POST what is given on top of OFFER; returns the answer."""
    key = PortalKey.make(portal)[1]
    client = Client(enforce_csrf_checks=True)

    def send(data=None, kind="application/json", key=key, **fields):
        body = json.dumps(OFFER | fields) if data is None else data
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return client.post("/api/v1/inbox/articles/", body, content_type=kind, headers=headers)

    return send


def the_draft() -> ArticlePage:
    return ArticlePage.objects.get().get_latest_revision_as_object()


@pytest.fixture
def review(site_tree) -> Workflow:
    """A workflow of one step, for all pages."""
    WorkflowPage.objects.all().delete()
    workflow = Workflow.objects.create(name="Duyệt tin")
    task = GroupApprovalTask.objects.create(name="Duyệt")
    task.groups.add(Group.objects.get(name="Lãnh đạo duyệt"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=site_tree.home)
    return workflow


# --- What becomes of it ----------------------------------------------------------------------------


def test_a_text_becomes_a_draft_with_its_portal_as_the_source(offer, portal):
    response = offer()

    assert response.status_code == 201
    page = the_draft()
    assert response.json() == {
        "id": str(page.translation_key),
        "external_id": "BK-17",
        "status": "in_review",
        "warnings": [],
    }
    assert not page.live
    assert page.title == OFFER["title"]
    assert page.lead == OFFER["lead"]
    assert "bảy cụm thi đua" in page.body.render_as_block()
    assert page.published_at.isoformat() == OFFER["published_at"]
    assert [str(row) for row in page.byline.all()] == ["Đỗ Thị Hằng – Văn phòng Sở"]
    assert (page.source_name, page.source_url) == (portal.name, OFFER["source_url"])
    assert page.offers.get().portal == portal
    assert page.offers.get().content["body"] == OFFER["body"]


def test_nothing_of_it_is_public(offer, client):
    key = offer().json()["id"]

    assert not Publication.objects.exists()
    assert client.get(f"/api/v1/articles/{key}/").status_code == 404
    assert client.get(ArticlePage.objects.get().url).status_code == 404


def test_it_goes_to_the_workflow_of_its_page(offer, review):
    assert offer().json()["status"] == "in_review"

    state = ArticlePage.objects.get().current_workflow_state
    assert (state.workflow, state.requested_by) == (review, None)


def test_without_a_workflow_it_waits_as_a_draft(offer):
    WorkflowPage.objects.all().delete()

    assert offer().json()["status"] == "draft"


def test_a_workflow_in_which_nobody_has_to_do_anything_publishes_nothing(offer, review):
    """Wagtail's would be through at once, and publish the page."""
    review.workflow_tasks.all().delete()

    assert offer().json()["status"] == "draft"
    assert not ArticlePage.objects.get().live


def test_a_workflow_that_fails_loses_no_text(offer, review, monkeypatch, caplog):
    monkeypatch.setattr(Workflow, "start", _broken)

    assert offer().status_code == 201
    assert ArticlePage.objects.get().title == OFFER["title"]


def _broken(*args, **kwargs):
    raise RuntimeError("mail server is away")


def test_it_stands_where_it_says_else_where_the_portal_is_meant_to_else_in_the_index(
    offer, portal, site_tree
):
    offer(external_id="1")
    portal.offers_go_to = site_tree.structure
    portal.save()
    offer(external_id="2")
    offer(external_id="3", section=site_tree.emulation.slug)

    parents = [
        OfferedArticle.objects.get(external_id=number).article.get_parent().specific
        for number in ("1", "2", "3")
    ]
    assert parents == [site_tree.news, site_tree.structure, site_tree.emulation]


def test_photos_stay_links_to_where_they_are(offer):
    offer(
        body='<p>Toàn văn bài viết về Hội nghị của tỉnh.</p><p><img src="/anh/1.jpg"></p>'
        '<p><img src="https://backan.example.vn/anh/2.jpg" alt="Ảnh hai"></p>',
        photos=[{"url": "https://backan.example.vn/a?b=1&c=2", "caption": "Quang <b>cảnh</b>"}],
    )

    html = the_draft().body.render_as_block()
    assert 'href="https://backan.example.vn/anh/1.jpg"' in html
    assert 'href="https://backan.example.vn/anh/2.jpg"' in html
    assert 'href="https://backan.example.vn/a?b=1&amp;c=2"' in html
    assert "Ảnh: Quang &lt;b&gt;cảnh&lt;/b&gt;" in html
    assert "<img" not in html


def test_a_photo_that_is_nowhere_is_told_of_and_its_caption_stays(offer):
    figure = '<figure><img src="anh.jpg"><figcaption>Toàn cảnh Hội nghị</figcaption></figure>'
    response = offer(body=f"<p>Toàn văn bài viết về Hội nghị của tỉnh.</p>{figure}", source_url="")

    (warning,) = response.json()["warnings"]
    assert "không giữ được" in warning
    assert "Toàn cảnh Hội nghị" in the_draft().body.render_as_block()


def test_a_photo_whose_address_cannot_be_read_is_told_of(offer):
    body = "<p>Toàn văn bài viết về Hội nghị của tỉnh.</p>"
    response = offer(body=f'{body}<img src="http://[::1/a.jpg"><img src="https://a.vn:chin/a.jpg">')

    assert response.status_code == 201
    assert ["không giữ được" in warning for warning in response.json()["warnings"]] == [True, True]


def test_a_text_is_read_before_others_have_to_wait_for_it(offer, portal, monkeypatch):
    """Whoever writes while a long one is read would be told that the database is locked."""
    asked = []
    monkeypatch.setattr(offers, "_read", lambda text: asked.append(in_changes()) or _read(text))

    assert offer().status_code == 201
    assert asked == [False]
    offer()  # the same again is not even read
    assert asked == [False]


_read = offers._read


def in_changes() -> bool:
    return changing._touched.get() is not None


def test_plain_text_is_read_as_paragraphs(offer):
    offer(body="Đoạn thứ nhất của bài viết.\n\nĐoạn thứ hai của bài viết.", lead="Sapo của bài.")

    assert [block.block_type for block in the_draft().body] == ["paragraph", "paragraph"]


# --- Again -----------------------------------------------------------------------------------------


def test_the_same_text_again_changes_nothing(offer):
    first = offer().json()
    revision = ArticlePage.objects.get().latest_revision_id

    response = offer()

    assert (response.status_code, response.json()) == (200, first)
    assert ArticlePage.objects.get().latest_revision_id == revision


def test_a_changed_text_revises_a_draft_nobody_has_touched(offer, review):
    first = offer().json()

    response = offer(title="Tiêu đề đã sửa", byline="Hồ Văn Ước", body="Nội dung mới của bài viết.")

    assert (response.status_code, response.json()["id"]) == (200, first["id"])
    page = the_draft()
    assert page.title == "Tiêu đề đã sửa"
    assert [row.name for row in page.byline.all()] == ["Hồ Văn Ước"]
    assert not page.live
    assert page.revisions.count() == 2
    assert offer(title="Sửa lần nữa").status_code == 200


def test_what_was_revised_is_what_is_published(offer, review, minh):
    offer()
    offer(title="Tiêu đề đã sửa")
    state = ArticlePage.objects.get().current_workflow_task_state
    state.task.specific.on_action(state, minh, "approve")

    assert ArticlePage.objects.live().get().title == "Tiêu đề đã sửa"
    assert offer(title="Tiêu đề đã sửa").json()["status"] == "published"


def test_what_is_approved_is_what_was_read(offer, review, minh):
    """Otherwise a portal could put other words under the hand of who approves."""
    offer()
    read = ArticlePage.objects.get().current_workflow_task_state

    offer(title="Tiêu đề đã tráo")

    read.refresh_from_db()
    assert read.status == "cancelled"
    now = ArticlePage.objects.get().current_workflow_task_state
    assert now.revision.as_object().title == "Tiêu đề đã tráo"


def test_a_text_that_missed_its_review_is_submitted_when_it_comes_again(
    offer, review, monkeypatch, caplog
):
    with monkeypatch.context() as patch:
        patch.setattr(Workflow, "start", _broken)
        assert offer().json()["status"] == "draft"

    assert offer().json()["status"] == "in_review"
    assert offer().json()["status"] == "in_review"
    assert ArticlePage.objects.get().workflow_states.count() == 1


def test_a_text_whose_review_an_editor_ended_is_not_submitted_again(offer, review, minh):
    offer()
    ArticlePage.objects.get().current_workflow_state.cancel(user=minh)

    assert offer().json()["status"] == "draft"


def test_a_draft_nobody_has_touched_moves_to_the_section_it_is_now_meant_for(offer, site_tree):
    offer()

    assert offer(section=site_tree.structure.slug).status_code == 200
    assert ArticlePage.objects.get().get_parent().specific == site_tree.structure
    assert offer(section="khong-co").status_code == 400


def _edited(page, lan):
    page.title = "Lan đã sửa"
    page.save_revision(user=lan)


def _published(page, lan):
    page.get_latest_revision().publish()


def _withdrawn(page, lan):
    page.get_latest_revision().publish()
    page.refresh_from_db()
    page.unpublish()


def _deleted(page, lan):
    page.delete()


@pytest.mark.parametrize(
    ("handled", "status"),
    [
        (_edited, "in_review"),
        (_published, "published"),
        (_withdrawn, "withdrawn"),
        (_deleted, "deleted"),
    ],
)
def test_a_changed_text_does_not_overwrite_what_editors_did(offer, lan, review, handled, status):
    key = offer().json()["id"]
    handled(ArticlePage.objects.get(), lan)
    before = list(ArticlePage.objects.values("title", "latest_revision", "live"))

    response = offer(title="Cổng sửa lại")

    assert response.status_code == 409
    problem = response.json()
    assert (problem["id"], problem["offer_status"]) == (key, status)
    assert problem["detail"]
    assert problem["detail_en"]
    assert list(ArticlePage.objects.values("title", "latest_revision", "live")) == before
    # The same text as before is no change, whatever became of it.
    assert (offer().status_code, offer().json()["status"]) == (200, status)


def test_a_text_sent_back_comes_in_changed_and_is_reviewed_again(offer, review, minh):
    offer()
    state = ArticlePage.objects.get().current_workflow_task_state
    state.task.specific.on_action(state, minh, "reject")
    assert offer().json()["status"] == "needs_changes"

    response = offer(title="Đã sửa theo ý kiến")

    assert (response.status_code, response.json()["status"]) == (200, "in_review")
    assert the_draft().title == "Đã sửa theo ý kiến"


def test_without_the_slash_at_the_end_the_text_is_taken_too(portal):
    client, key = Client(enforce_csrf_checks=True), PortalKey.make(portal)[1]
    response = client.post(
        "/api/v1/inbox/articles",
        json.dumps(OFFER),
        content_type="application/json",
        headers={"Authorization": f"Bearer {key}"},
    )

    assert response.status_code == 201
    assert the_draft().title == OFFER["title"]


@pytest.mark.once
@pytest.mark.parametrize(
    "body",
    [
        " ", "\n\t ", "<table>" * 50, "<p> </p>", "<script>alert(1)</script>", "<style>p{}</style>",
        '<iframe src="https://video.example.vn/1"></iframe>', "<svg><text>x</text></svg>",
        '<div hidden>Bài bị giấu</div>',
    ],
)  # fmt: skip
def test_a_text_of_which_nothing_can_be_read_is_refused(offer, body):
    response = offer(body=body)

    assert response.status_code == 400, response.content.decode()
    assert response.json()["parameters"] == ["body"]
    assert response.json()["detail"].startswith("Trường “body” không ")
    assert response.json()["detail_en"].startswith("The field “body” ")
    assert not ArticlePage.objects.exists()


def test_the_address_takes_no_parameters(portal):
    client, key = Client(), PortalKey.make(portal)[1]
    response = client.post(
        "/api/v1/inbox/articles/?nhap=1",
        json.dumps(OFFER),
        content_type="application/json",
        headers={"Authorization": f"Bearer {key}"},
    )

    assert (response.status_code, response.json()["parameters"]) == (400, ["nhap"])
    assert not ArticlePage.objects.exists()


def test_two_portals_may_use_the_same_id(offer):
    other = Portal.objects.create(name="Cổng khác", may_offer_articles=True)

    assert offer().status_code == 201
    assert offer(key=PortalKey.make(other)[1]).status_code == 201
    assert ArticlePage.objects.count() == 2


# --- Who may, and what is refused ------------------------------------------------------------------


def test_it_needs_a_key(offer):
    response = offer(key="")

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert "cần khóa" in response.json()["detail"]


def test_it_needs_the_scope(offer):
    Portal.objects.update(may_offer_articles=False)

    response = offer()

    assert response.status_code == 403
    assert response.json()["detail_en"] == "This key is not for offering articles."
    assert not ArticlePage.objects.exists()


def test_a_preflight_to_where_one_only_writes_allows_no_script(client, db):
    response = client.options("/api/v1/inbox/articles/")

    assert (response.status_code, response["Allow"]) == (204, "POST, OPTIONS")
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.once
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/html"])
def test_another_type_is_refused(offer, kind):
    assert offer(kind=kind).status_code == 415


def test_more_than_a_megabyte_is_refused(offer):
    assert offer(body="a" * 1024 * 1024).status_code == 413
    assert offer(body="Chữ. " * 100_000).status_code == 201


@pytest.mark.once
@pytest.mark.parametrize(
    ("fields", "named", "said"),
    [
        ({"titel": "x"}, "titel", "Không có trường “titel”"),
        ({"title": ""}, "title", "Trường “title” không được để trống"),
        ({"title": None}, "title", "Trường “title” phải là một chuỗi"),
        ({"title": ["x"]}, "title", "Trường “title” phải là một chuỗi"),
        ({"external_id": "   "}, "external_id", "Trường “external_id” không được để trống"),
        ({"external_id": "x" * 201}, "external_id", "không được dài quá 200 ký tự"),
        ({"title": "a\u0000b"}, "title", "có ký tự điều khiển"),
        ({"body": "a\u0000b"}, "body", "có ký tự điều khiển"),
        ({"body": ""}, "body", "không được để trống"),
        ({"published_at": "30/02/2024"}, "published_at", "phải là thời gian có thật"),
        ({"published_at": "hôm qua"}, "published_at", "phải là thời gian có thật"),
        (
            {"section": "khong-co"},
            "section",
            "Trường “section” phải là đường dẫn của một chuyên mục",
        ),
        ({"source_url": "javascript:alert(1)"}, "source_url", "phải là địa chỉ https://"),
        ({"source_url": "https://[::1"}, "source_url", "phải là địa chỉ https://"),
        ({"source_url": "https:///tin/17"}, "source_url", "phải là địa chỉ https://"),
        ({"source_url": "https://a.vn:chin/"}, "source_url", "phải là địa chỉ https://"),
        ({"source_url": "https://a.vn/" + "a" * 500}, "source_url", "dài quá 500 ký tự"),
        ({"photos": [{"url": "https://[::1"}]}, "url", "phải là địa chỉ https://"),
        ({"body": "<br>" * 50_001}, "body", "không được quá 50000 thẻ HTML"),
        ({"photos": [{"url": "/a.jpg"}]}, "url", "phải là địa chỉ https://"),
        ({"photos": [{"file": "a.jpg"}]}, None, "Không có trường “file”"),
        ({"photos": "a.jpg"}, "photos", "Trường “photos” phải là một danh sách"),
        ({"photos": ["a.jpg"]}, "photos", "Trường “photos” phải gồm các đối tượng JSON"),
        ({"photos": [{"url": "https://a.vn/1"}] * 101}, "photos", "không được quá 100 mục"),
    ],
)
def test_what_is_wrong_is_named_in_two_languages(offer, fields, named, said):
    response = offer(**fields)

    assert response.status_code == 400, response.content.decode()
    problem = response.json()
    assert named is None or named in problem["parameters"]
    assert said in problem["detail"]
    assert problem["detail_en"]
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        "{", "[]", "null", "17", '"chữ"', "NaN", "[" * 5000, b"\xff\xfe", '{"external_id": 1}',
        '{"external_id": "\\ud800", "title": "a", "body": "b"}',
        '{"external_id": "1", "title": "a", "body": "\\udc00"}',
        '{"a": ' * 2000,
    ],
)  # fmt: skip
def test_what_is_no_text_at_all_is_refused_and_never_fails(offer, data):
    response = offer(data)

    assert response.status_code == 400, response.content.decode()
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"]


@pytest.mark.once
@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">chữ</p>',
        '<a href="javascript:alert(1)">chữ</a>',
        '<a href="JaVaScRiPt:alert(1)">chữ</a>',
        '<a href="data:text/html,<script>alert(1)</script>">chữ</a>',
        '<img src=x onerror="alert(1)">',
        '<img src="javascript:alert(1)">',
        '<svg/onload=alert(1)><iframe src="//evil.example"></iframe>',
        '<a linktype="page" id="1">chữ</a><embed embedtype="image" id="1">',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        '<p style="background:url(javascript:alert(1))">chữ</p>',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        "<p>" * 3000 + "sâu",
    ],
)
def test_hostile_html_is_cleaned(offer, markup, client, minh):
    response = offer(body=f"<p>Hội nghị tổng kết của tỉnh đã diễn ra tốt đẹp.</p>{markup}")

    assert response.status_code == 201, response.content.decode()
    html = json.dumps(list(the_draft().body.raw_data), ensure_ascii=False).lower()
    for evil in ("<script", "onclick", "onerror", "onload", 'href=\\"javascript', 'href=\\"data',
                 "<iframe", "linktype", "<svg", "style=", 'id=\\"1', "<img"):  # fmt: skip
        assert evil not in html
    assert "hội nghị tổng kết" in html
    ArticlePage.objects.get().get_latest_revision().publish()
    assert client.get(ArticlePage.objects.get().url).status_code == 200


def test_a_site_without_a_news_page_says_that_it_takes_nothing_yet(offer):
    SectionPage.objects.all().delete()
    NewsIndexPage.objects.all().delete()

    assert offer().status_code == 503


def test_a_text_that_cannot_be_stored_leaves_nothing_behind(offer, monkeypatch):
    monkeypatch.setattr(offers, "_create", _stores_half)

    assert offer().status_code == 500
    assert not ArticlePage.objects.exists()
    assert not OfferedArticle.objects.exists()


_create = offers._create


def _stores_half(*args):
    _create(*args)
    raise RuntimeError("power is out")
