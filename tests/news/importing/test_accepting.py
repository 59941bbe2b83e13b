"""An editor's yes or no: what becomes a fact, and what readers then see."""

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from news.awards.models import AwardGrant
from news.awards.models.grants import recipients
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.importing.facts import person_named
from news.importing.proposals import CannotAccept, accept, refuse
from news.models import ArticlePage, Photo, Proposal
from people.factories import ClusterYearFactory, OrganisationFactory, PersonFactory
from people.models import Cluster, ClusterYear, Organisation, Person

pytestmark = pytest.mark.once

SAMPLE = Path(__file__).parent / "samples" / "cum-thi-dua-so-2.txt"


@pytest.fixture
def article(site_tree) -> ArticlePage:
    call_command("import_articles", str(SAMPLE), publish=True)
    return ArticlePage.objects.get()


def proposals(article: ArticlePage, kind: str) -> list[Proposal]:
    return list(article.proposals.filter(kind=kind))


def test_an_accepted_grant_is_in_the_register_and_on_the_page(article, client):
    grant = next(p for p in proposals(article, "grant") if "Phan Đăng Khoa" in str(p.grant))

    accept(grant)

    assert AwardGrant.objects.confirmed().get().recipient == "Phan Đăng Khoa"
    assert "Phan Đăng Khoa" in [g.recipient for g in article.confirmed_grants]


def test_a_proposed_grant_is_nowhere_to_be_seen(article, client):
    assert list(article.confirmed_grants) == []
    assert AwardGrant.objects.public().count() == 0


def test_an_unnamed_group_keeps_its_number(article):
    for proposal in proposals(article, "grant"):
        accept(proposal)

    unnamed = AwardGrant.objects.confirmed().filter(recipient_kind="unnamed")
    assert sorted(grant.quantity for grant in unnamed) == [2, 5]
    assert recipients(AwardGrant.objects.confirmed()) == 9


def test_a_refused_grant_leaves_the_register(article):
    grant = proposals(article, "grant")[0]

    refuse(grant)

    assert not AwardGrant.objects.filter(pk=grant.grant_id).exists()
    assert Proposal.objects.get(pk=grant.pk).state == Proposal.State.REFUSED


def test_a_grant_two_articles_tell_of_is_one_grant(article, site_tree):
    first = next(p for p in proposals(article, "grant") if "Phan Đăng Khoa" in str(p.grant))
    accept(first)
    again = ArticlePageFactory(parent=site_tree.news)
    copy = AwardGrant.objects.get(pk=first.grant_id)
    copy.pk, copy.uuid, copy.status = None, None, "proposed"
    copy.uuid = AwardGrant._meta.get_field("uuid").get_default()
    copy.save()
    second = Proposal.objects.create(article=again, kind="grant", words="…", grant=copy)

    accept(second)

    known = AwardGrant.objects.filter(recipient_name="Phan Đăng Khoa").get()
    assert set(known.articles.values_list("pk", flat=True)) == {article.pk, again.pk}
    assert Proposal.objects.get(pk=second.pk).state == Proposal.State.ACCEPTED


def test_a_title_nobody_knows_is_said_and_nothing_happens(article):
    proposal = Proposal.objects.create(
        article=article, kind="grant", words="…", payload={"unknown_title": "Bằng danh dự"}
    )

    with pytest.raises(CannotAccept, match="Bằng danh dự"):
        accept(proposal)

    assert Proposal.objects.get(pk=proposal.pk).state == Proposal.State.OPEN


def test_an_accepted_person_gets_the_posts_of_that_day(article):
    proposal = next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words)

    accept(proposal)

    person = Person.objects.get(full_name="Hồ Văn Rin")
    day = datetime.date(2025, 1, 15)
    assert [str(post) for post in person.posts_on(day)] == ["Phó Giám đốc Sở Tư pháp"]
    assert not person.posts_on(day - datetime.timedelta(days=1)).exists()
    row = ArticlePage.objects.get(pk=article.pk).participants.get(name="Hồ Văn Rin")
    assert row.person == person
    assert row.post_lines == ["Phó Giám đốc Sở Tư pháp"]


def test_a_known_person_is_linked_and_not_made_again(article):
    known = PersonFactory(full_name="Hồ Văn Rin")
    proposal = next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words)

    accept(proposal)

    assert Person.objects.filter(full_name="Hồ Văn Rin").get() == known


def test_of_two_namesakes_none_is_chosen(article):
    PersonFactory.create_batch(2, full_name="Hồ Văn Rin")
    proposal = next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words)

    with pytest.raises(CannotAccept, match="Có 2 nhân sự tên Hồ Văn Rin"):
        accept(proposal)

    assert Person.objects.filter(full_name="Hồ Văn Rin").count() == 2


@pytest.mark.parametrize(
    ("known", "printed", "found"),
    [
        ("Lê Thị Hoà", "Lê Thị Hòa", True),
        ("Đặng Đức Lân", "ĐẶNG ĐỨC LÂN", True),
        ("Lê Thị Hoa", "Lê Thị Hòa", False),
        ("Lê Thị Hòa Bình", "Lê Thị Hòa", False),
    ],
)
def test_a_name_is_known_however_its_tones_are_placed(db, known, printed, found):
    person = PersonFactory(full_name=known)

    assert person_named(printed) == (person if found else None)


def test_accepting_changes_the_published_page_and_its_revision(article):
    accept(next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words))

    article = ArticlePage.objects.get(pk=article.pk)
    assert article.live_revision == article.latest_revision
    assert not article.has_unpublished_changes


def test_a_waiting_draft_is_not_published_along(article):
    page = article.get_latest_revision_as_object()
    page.title = "Bản nháp chưa duyệt"
    page.save_revision()

    accept(next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words))

    article = ArticlePage.objects.get(pk=article.pk)
    assert article.title != "Bản nháp chưa duyệt"
    draft = article.get_latest_revision_as_object()
    assert draft.title == "Bản nháp chưa duyệt"
    assert draft.participants.get(name="Hồ Văn Rin").person is not None


def test_lan_accepts_but_does_not_publish(article, lan):
    accept(next(p for p in proposals(article, "person") if "Hồ Văn Rin" in p.words), lan)

    article = ArticlePage.objects.get(pk=article.pk)
    assert article.has_unpublished_changes
    assert article.participants.get(name="Hồ Văn Rin").person is None


def test_an_accepted_cluster_has_its_head_and_deputies(article):
    (proposal,) = proposals(article, "cluster_year")

    accept(proposal)

    year = ClusterYear.objects.get()
    assert (year.year, year.head.name) == (2025, "Sở Tư pháp")
    assert sorted(body.name for body in year.deputies.all()) == ["Sở Tài chính", "Sở Y tế"]
    assert list(ArticlePage.objects.get(pk=article.pk).clusters.all()) == [year.cluster]


def test_known_bodies_are_used_whatever_the_place_of_the_tone_mark(article):
    known = OrganisationFactory(name="Sở Tư pháp")
    (proposal,) = proposals(article, "cluster_year")

    accept(proposal)

    assert Organisation.objects.filter(name__iexact="Sở Tư pháp").get() == known


def test_another_head_of_the_same_year_is_not_overwritten(article):
    (proposal,) = proposals(article, "cluster_year")
    ClusterYearFactory(
        cluster=Cluster.objects.create(name=proposal.payload["cluster"]),
        year=2025,
        head=OrganisationFactory(name="Sở Xây dựng"),
    )

    with pytest.raises(CannotAccept, match="đã có cụm trưởng: Sở Xây dựng"):
        accept(proposal)

    assert ClusterYear.objects.get().head.name == "Sở Xây dựng"


def test_a_short_line_becomes_a_caption(article):
    block = next(b for b in article.body if b.block_type == "paragraph")
    proposal = Proposal.objects.create(
        article=article, kind="caption", words=block.value.source, payload={"block": block.id}
    )

    accept(proposal)

    body = ArticlePage.objects.get(pk=article.pk).body
    assert len(body) == len(article.body)
    assert block.value.source in [p["caption"] for p in ArticlePage.objects.get().photos]


def test_a_line_edited_meanwhile_is_said_and_left_alone(article):
    proposal = Proposal.objects.create(
        article=article, kind="caption", words="…", payload={"block": "khong-con"}
    )

    with pytest.raises(CannotAccept, match="không còn trong bài"):
        accept(proposal)


def test_deciding_twice_changes_nothing(article):
    proposal = proposals(article, "grant")[0]
    accept(proposal)

    refuse(Proposal.objects.get(pk=proposal.pk))

    assert Proposal.objects.get(pk=proposal.pk).state == Proposal.State.ACCEPTED


def test_a_late_no_does_not_undo_a_yes(article):
    stale = proposals(article, "grant")[0]
    accept(Proposal.objects.get(pk=stale.pk))

    refuse(stale)

    assert AwardGrant.objects.get(pk=stale.grant_id).status == "confirmed"
    assert Proposal.objects.get(pk=stale.pk).state == Proposal.State.ACCEPTED


def test_two_yeses_to_one_byline_write_it_once(article):
    words = {"name": "Thế Kha", "unit": "", "role": "writer"}
    proposal = Proposal.objects.create(
        article=article, kind="byline", words="Thế Kha", payload=words
    )
    for _ in range(2):
        accept(proposal)  # as it was when the screen was opened

    names = [row.name for row in ArticlePage.objects.get(pk=article.pk).byline.all()]
    assert names.count("Thế Kha") == 1


def test_the_line_that_named_the_authors_goes_when_all_stand_in_the_byline(site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        body=[
            ("paragraph", "<p>Hội nghị kết thúc.</p>"),
            ("paragraph", "<p>Mai Hương - Thế Kha</p>"),
        ],
    )
    first, second = (
        Proposal.objects.create(
            article=article,
            kind="byline",
            words=name,
            payload={"name": name, "unit": "", "role": "writer"},
        )
        for name in ("Mai Hương", "Thế Kha")
    )

    accept(first)
    assert len(ArticlePage.objects.get(pk=article.pk).body) == 2  # of the other nobody has said yes

    accept(second)
    page = ArticlePage.objects.get(pk=article.pk)
    assert [block.value.source for block in page.body] == ["<p>Hội nghị kết thúc.</p>"]
    assert [row.name for row in page.byline.all()] == ["Mai Hương", "Thế Kha"]


def test_what_a_last_line_says_beside_the_author_stays(site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[("paragraph", "<p>Thế Kha sẽ họp lại vào tuần sau.</p>")]
    )
    payload = {"name": "Thế Kha", "unit": "", "role": "writer"}

    accept(Proposal.objects.create(article=article, kind="byline", words="…", payload=payload))

    assert len(ArticlePage.objects.get(pk=article.pk).body) == 1


def test_a_grant_confirmed_in_the_register_is_not_refused_away(article):
    proposal = proposals(article, "grant")[0]
    AwardGrant.objects.filter(pk=proposal.grant_id).update(status="confirmed")

    with pytest.raises(CannotAccept, match="đã được xác nhận"):
        refuse(proposal)
    accept(proposal)

    assert AwardGrant.objects.get(pk=proposal.grant_id).status == "confirmed"


def test_lan_may_not_put_a_grant_into_the_register(article, lan):
    with pytest.raises(CannotAccept, match="quyền đăng bài"):
        accept(proposals(article, "grant")[0], lan)

    assert not AwardGrant.objects.confirmed().exists()


@pytest.mark.parametrize("kind", ["person", "cluster_year"])
def test_a_writer_changes_no_list_that_is_public_at_once(article, lan, kind):
    lan.groups.set([Group.objects.get(name="Phóng viên")])
    before = [Person.objects.count(), Organisation.objects.count()]
    with pytest.raises(CannotAccept, match="việc của biên tập viên"):
        accept(proposals(article, kind)[0], lan)

    assert [Person.objects.count(), Organisation.objects.count()] == before


def event(article: ArticlePage, **payload: object) -> Proposal:
    empty = {"date": None, "part_of_day": "", "province": "", "place": ""}
    return Proposal.objects.create(
        article=article, kind="event", words="…", payload=empty | payload
    )


def test_an_event_an_editor_wrote_is_not_overwritten(article):
    accept(event(article, date="2020-01-01", part_of_day="evening", place="Nơi khác"))

    after = ArticlePage.objects.get(pk=article.pk)
    assert after.event_date == datetime.date(2025, 1, 15)
    assert after.event_part_of_day == "morning"
    assert after.event_place == article.event_place


def test_a_missing_event_is_filled_in(site_tree):
    article = ArticlePageFactory(parent=site_tree.news)
    accept(event(article, date="2024-02-29", part_of_day="morning", province="Bắc Kạn"))

    after = ArticlePage.objects.get(pk=article.pk)
    assert (after.event_date, after.event_part_of_day) == (datetime.date(2024, 2, 29), "morning")
    assert after.event_province.key == "vn63-bac-kan"


def test_a_text_with_an_unfinished_photo_takes_no_proposal_and_says_why(site_tree, client, minh):
    photo = PhotoFactory(title="Trao cờ")
    article = ArticlePageFactory(parent=site_tree.news, title="Lễ trao", body=[photo_block(photo)])
    Photo.objects.update(caption="", description="")
    waiting = event(article, date="2024-02-29")
    revisions = article.revisions.count()
    client.force_login(minh)

    answer = client.post(screen(article), {"accept": "all"}, follow=True)

    assert answer.redirect_chain == [(screen(article), 302)]
    assert "Chưa đăng được “Lễ trao”. Ảnh thứ 1 (“Trao cờ”) chưa có" in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.state == "open"
    assert article.revisions.count() == revisions


def test_the_screen_shows_an_event_as_it_would_be_written(site_tree, client, minh):
    article = ArticlePageFactory(parent=site_tree.news)
    event(
        article, date="2024-02-29", part_of_day="afternoon", province="Bắc Kạn", place="Hội trường"
    )
    client.force_login(minh)

    shown = BeautifulSoup(client.get(screen(article)).content, "html.parser")

    told = [each.text for each in shown.select(".proposal dd")]
    assert told == ["29/02/2024", "Chiều", "Tỉnh Bắc Kạn (đến 30/06/2025)", "Hội trường"]

    Proposal.objects.all().delete()
    event(article, part_of_day="afternoon", province="Bắc Kạn", place="Hội trường")
    shown = BeautifulSoup(client.get(screen(article)).content, "html.parser")
    told = [each.text for each in shown.select(".proposal dd")]
    assert told == ["chưa rõ", "chưa rõ", "chưa rõ", "Hội trường"]


def test_what_cannot_be_saved_is_said(article):
    page = article.get_latest_revision_as_object()
    page.event_date, page.event_part_of_day = None, ""
    page.event_end_date = None
    page.save_revision().publish()
    ArticlePage.objects.filter(pk=article.pk).update(title="")
    page = ArticlePage.objects.get(pk=article.pk)
    revision = page.latest_revision
    revision.content["title"] = ""
    revision.save()

    with pytest.raises(CannotAccept, match="Bài chưa lưu được"):
        accept(event(article, date="2024-02-29"))


@pytest.mark.parametrize("name", ["Tỉnh ủy", "HĐND tỉnh", "Sở"])
def test_a_sort_of_bodies_is_not_a_body(article, name):
    proposal = Proposal.objects.create(
        article=article,
        kind="person",
        words="…",
        payload={
            "participant": str(article.participants.first().translation_key),
            "name": "Hà Văn Ước",
            "honorific": "ông",
            "posts": [f"Bí thư {name}"],
            "on": "2025-01-15",
            "person": None,
        },
    )
    accept(proposal)

    assert not Organisation.objects.exists()
    assert not Person.objects.get(full_name="Hà Văn Ước").posts.exists()


def test_a_name_longer_than_its_field_is_said(article):
    proposal = Proposal.objects.create(
        article=article,
        kind="cluster_year",
        words="…",
        payload={"cluster": "Cụm Đ" * 60, "year": 2024, "head": "", "deputies": []},
    )
    with pytest.raises(CannotAccept, match="200"):
        accept(proposal)


# --- The screen ---------------------------------------------------------------------------


def screen(article: ArticlePage) -> str:
    return reverse("news_article_proposals", args=[article.pk])


def test_the_screen_shows_words_proposals_and_dropped_lines(article, client, minh):
    client.force_login(minh)

    shown = client.get(screen(article)).content.decode()

    assert "Hồ Văn Rin" in shown
    assert "Giấy khen" in shown
    assert "In trang | Chia sẻ" in shown
    assert "Nhận tất cả" in shown


def test_minh_accepts_one_and_refuses_another_on_the_screen(article, client, minh):
    client.force_login(minh)
    yes, no = proposals(article, "grant")[:2]

    client.post(screen(article), {"accept": yes.pk})
    client.post(screen(article), {"refuse": no.pk})

    yes.refresh_from_db()
    no.refresh_from_db()
    assert (yes.state, no.state) == ("accepted", "refused")
    assert (yes.decided_by, no.decided_by) == (minh, minh)
    assert yes.decided_at


def test_accepting_all_tells_what_could_not_be_done(article, client, minh):
    client.force_login(minh)
    Proposal.objects.create(
        article=article, kind="grant", words="…", payload={"unknown_title": "Bằng danh dự"}
    )

    shown = client.post(screen(article), {"accept": "all"}, follow=True).content.decode()

    assert "Bằng danh dự" in shown
    assert Proposal.objects.open().count() == 1


@pytest.fixture
def reporter(article, lan):
    """Lan as a reporter, whose own text it is."""
    lan.groups.set([Group.objects.get(name="Phóng viên")])
    ArticlePage.objects.filter(pk=article.pk).update(owner=lan)
    return lan


def test_a_reporter_is_told_whom_a_proposal_waits_for(article, client, reporter):
    client.force_login(reporter)

    shown = client.get(screen(article)).content.decode()

    assert shown.count(">Nhận</button>") == len(proposals(article, "caption")) == 1
    assert shown.count("Chờ người duyệt") == len(proposals(article, "grant"))
    assert "Chờ biên tập viên" in shown
    assert "Sửa trước khi nhận" not in shown
    assert shown.count(">Bỏ</button>") == article.proposals.count()


def test_a_reporter_accepting_all_accepts_what_she_may(article, client, reporter):
    client.force_login(reporter)
    assert "Nhận tất cả" in client.get(screen(article)).content.decode()

    shown = client.post(screen(article), {"accept": "all"}, follow=True).content.decode()

    assert "Đã nhận 1 đề xuất" in shown
    assert "việc của biên tập viên" not in shown
    assert "quyền đăng bài" not in shown
    assert [each.kind for each in article.proposals.exclude(state="open")] == ["caption"]
    assert "Nhận tất cả" not in shown  # nothing is left for her


def test_an_editor_may_mend_a_grant_that_waits_for_whoever_publishes(article, client, lan):
    client.force_login(lan)

    shown = client.get(screen(article)).content.decode()

    assert "Sửa trước khi nhận" in shown
    assert "Chờ người duyệt" in shown
    assert "Chờ biên tập viên" not in shown


@pytest.mark.parametrize("which", ["", "abc", "999999", "-1", "1;drop", "9" * 5000])
def test_nonsense_sent_to_the_screen_changes_nothing(article, client, minh, which):
    client.force_login(minh)
    open_before = Proposal.objects.open().count()

    assert client.post(screen(article), {"accept": which}).status_code == 302

    assert Proposal.objects.open().count() == open_before


def test_a_stranger_may_not_decide(article, client, stranger):
    client.force_login(stranger)

    answer = client.post(screen(article), {"accept": "all"})

    assert answer.status_code in {302, 403}
    assert not Proposal.objects.exclude(state="open").exists()


def test_nobody_decides_on_a_locked_page(article, client, minh, lan):
    ArticlePage.objects.filter(pk=article.pk).update(locked=True, locked_by=minh)
    client.force_login(lan)

    shown = client.post(screen(article), {"accept": "all"}, follow=True).content.decode()

    assert "đang bị khóa" in shown
    assert 'name="accept"' not in shown
    assert 'name="refuse"' not in shown
    assert not Proposal.objects.exclude(state="open").exists()


def test_the_list_hides_what_one_may_not_edit(article, client, stranger):
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    shown = client.get(reverse("news_proposals")).content.decode()

    assert "Đề xuất từ bản nhập" in shown
    assert article.title not in shown


def test_the_list_names_every_article_that_waits(article, client, minh):
    client.force_login(minh)

    assert article.title in client.get(reverse("news_proposals")).content.decode()
