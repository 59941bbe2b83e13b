"""What the public sees follows every change, in the transaction of the change."""

import datetime
import json
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from taggit.models import Tag
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from news.awards.factories import AwardAnnouncementPageFactory
from news.awards.models import AwardGrant, AwardTitle
from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models import ArticlePage, Topic
from news.scheduling import keep_schedule
from news.syndication.models import Edition, Publication
from news.syndication.objects.renditions import make_renditions
from news.syndication.publications import changes, changing, kinds
from news.syndication.publications.reconcile import Sweep, sweep, take_down_outlived
from news.worker import JOBS
from people.models import Organisation, Person

from .conftest import for_the_worker

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def told(page, locale="vi"):
    """The row of a page, or None."""
    return Publication.objects.filter(key=page.translation_key, locale=locale).first()


def content(page):
    return json.loads(bytes(told(page).content.json))


def standing(page):
    row = told(page)
    return row and (row.visible, row.reason)


def link_to(page):
    return "paragraph", f'<p><a linktype="page" id="{page.pk}">bài ấy</a></p>'


@pytest.fixture
def article(site_tree):
    return ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị ký kết")


@pytest.fixture
def unchanged():
    """Fails when anything public changes between its making and the test's end."""
    before = Edition.now().number
    yield
    assert Edition.now().number == before


# --- The life of an article ----------------------------------------------------------------------


def test_a_draft_has_no_row_and_leaves_none(site_tree):
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    draft.title = "Vẫn là nháp"
    draft.save_revision()
    draft.delete()

    assert not Publication.objects.exists()
    assert Edition.now().number == 0


def test_publishing_writes_one_row_once(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)

    row = told(article)
    assert (row.kind, row.visible, row.reason) == ("article", True, "published")
    assert row.version == article.live_revision_id + 1
    assert row.edition == Edition.now().number == 1
    assert row.url == f"http://localhost/tin-tuc/thi-dua/{article.slug}/"


def test_publishing_again_is_a_correction(article):
    version = told(article).version
    article.title = "Hội nghị ký kết giao ước"

    article.save_revision().publish()

    assert standing(article) == (True, "corrected")
    assert told(article).version == version + 1
    assert content(article)["title"] == "Hội nghị ký kết giao ước"
    assert content(article)["version"] == version + 1


def test_facets_are_written_again_only_when_they_differ(article, site_tree):
    def kept():
        return set(told(article).facets.values_list("pk", "value", "published_at"))

    before = kept()
    article.title = "Hội nghị tổng kết"
    article.save_revision().publish()
    assert kept() == before

    article.published_at = timezone.now() - DAY
    article.save_revision().publish()
    assert {moment for _pk, _value, moment in kept()} == {article.published_at}

    article.move(site_tree.structure, pos="last-child")
    assert str(site_tree.structure.translation_key) in {value for _pk, value, _moment in kept()}


def test_an_editor_does_not_wait_for_what_stayed_the_same(article):
    article.title = "Hội nghị tổng kết"
    with CaptureQueriesContext(connection) as asked:
        article.save_revision().publish()
    assert len(asked) <= 110


def test_a_draft_of_a_public_article_changes_nothing(article, unchanged):
    article.title = "Chưa ai duyệt"

    article.save_revision()


def test_a_draft_of_what_was_published_without_a_date_costs_nothing(article):
    """Its newest revision has none to this day; the page has that of its publishing."""
    article.published_at = None
    article.save_revision().publish()
    dated = ArticlePage.objects.get().published_at
    drafted = article.get_latest_revision_as_object()
    assert dated
    assert drafted.published_at is None

    with CaptureQueriesContext(connection) as of_draft:
        drafted.save_revision()
    assert not [each for each in of_draft if "syndication_" in each["sql"]]
    assert ArticlePage.objects.get().published_at == dated


def test_of_a_page_that_was_put_up_without_a_date_the_newest_draft_tells_it(article):
    ArticlePage.objects.filter(pk=article.pk).update(published_at=None, first_published_at=None)
    sweep()

    with time_machine.travel(timezone.now() + DAY):
        ArticlePage.objects.get().save_revision()
        assert sweep() == 0


def test_a_draft_costs_nothing_and_publishing_one_projection(article):
    with CaptureQueriesContext(connection) as of_draft:
        revision = article.save_revision()
    with CaptureQueriesContext(connection) as of_publishing:
        revision.publish()

    assert not [query for query in of_draft if "syndication_" in query["sql"]]
    asked = [query for query in of_publishing if 'FROM "syndication_edition"' in query["sql"]]
    assert len(asked) == 1


def test_saving_what_is_the_same_changes_nothing(article, unchanged):
    article.save()


def test_an_unpublished_article_is_withdrawn(article):
    version = told(article).version

    article.unpublish()

    assert standing(article) == (False, "withdrawn")
    assert told(article).version == version + 1


def test_the_reason_an_editor_chose_is_told(site_tree, article):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article.removal_reason, article.removal_note = "superseded", "Số liệu cũ."
    article.replaced_by = newer
    article.save_revision().publish()

    article.unpublish()

    assert standing(article) == (False, "superseded")
    assert told(article).note == "Số liệu cũ."
    assert told(article).replaced_by == told(newer).url


def test_the_reason_may_stand_in_a_draft(article):
    article.removal_reason = "gone"
    article.save_revision()
    assert standing(article) == (True, "published")

    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert standing(article) == (False, "gone")

    article.removal_reason, article.removal_note = "withdrawn", "Chờ xác minh."
    article.live = False
    article.save_revision()
    assert (standing(article), told(article).note) == ((False, "withdrawn"), "Chờ xác minh.")


def test_a_replacement_that_moves_is_told_where_it_is_now(site_tree, article):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article.removal_reason, article.replaced_by = "superseded", newer
    article.save_revision().publish()
    article.unpublish()

    newer.move(site_tree.emulation, pos="last-child")

    assert told(article).replaced_by == "http://localhost/tin-tuc/thi-dua/ban-moi/"


@pytest.mark.parametrize("then", ["moves", "is deleted"])
def test_a_replacement_named_in_a_draft_only_is_followed(site_tree, article, then):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article.removal_reason, article.replaced_by = "superseded", newer
    article.save_revision()
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert told(article).replaced_by == told(newer).url

    if then == "moves":
        newer.move(site_tree.emulation, pos="last-child")
        assert told(article).replaced_by == "http://localhost/tin-tuc/thi-dua/ban-moi/"
    else:
        newer.delete()
        assert told(article).replaced_by == ""


def test_a_deleted_article_is_gone_and_its_tombstone_stays(article):
    article.delete()

    assert standing(article) == (False, "gone")


def test_deleting_what_was_withdrawn_tells_nothing_new(article):
    article.unpublish()
    number = Edition.now().number

    article.delete()

    assert standing(article) == (False, "withdrawn")
    assert Edition.now().number == number


def test_published_again_after_its_tombstone_it_has_a_higher_version(article):
    article.unpublish()
    version = told(article).version

    article.get_latest_revision().publish()

    assert standing(article) == (True, "published")
    assert told(article).version > version


def test_an_article_published_later_appears_when_its_time_has_come(site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, published=False, go_live_at=timezone.now() + DAY
    )
    article.save_revision().publish()
    assert told(article) is None

    with time_machine.travel(timezone.now() + 2 * DAY):
        keep_schedule()

    assert standing(article) == (True, "published")


def test_an_article_past_its_end_is_withdrawn(site_tree, api):
    article = ArticlePageFactory(parent=site_tree.emulation, expire_at=timezone.now() + DAY)
    assert Edition.now().next_expiry == article.expire_at

    with time_machine.travel(timezone.now() + 2 * DAY):
        assert api.titles() == []  # though no worker has run
        assert api.get(f"articles/{article.translation_key}/", status=410)["reason"] == "withdrawn"
        keep_schedule()

    assert standing(article) == (False, "withdrawn")
    assert Edition.now().next_expiry is None


def test_the_changes_tell_an_end_within_a_second_or_two(site_tree, api):
    ArticlePageFactory(parent=site_tree.emulation, expire_at=timezone.now() + DAY)
    (job,) = [job for job in JOBS if job.run is take_down_outlived]
    job.run()
    known = api.get("changes/")["next"]

    with time_machine.travel(timezone.now() + 2 * DAY):
        job.run()
        (change,) = api.get("changes/", since=known)["items"]
        told = Edition.now()
        keep_schedule()

    assert job.every <= 1
    assert (change["visible"], change["reason"]) == (False, "withdrawn")
    assert (Edition.now().number, told.next_expiry) == (told.number, None)


def test_a_moved_article_has_another_address(site_tree, article):
    article.move(site_tree.structure, pos="last-child")

    assert standing(article) == (True, "moved")
    assert told(article).url == f"http://localhost/tin-tuc/to-chuc-bo-may/{article.slug}/"
    assert content(article)["sections"][0]["slug"] == "to-chuc-bo-may"


def test_a_copy_is_a_publication_of_its_own(site_tree, article):
    copy = article.copy(to=site_tree.structure)

    assert standing(copy) == (True, "published")
    assert copy.translation_key != article.translation_key


def test_an_alias_follows_its_original(site_tree, article):
    alias = article.create_alias(parent=site_tree.structure)
    assert standing(alias) == (True, "published")
    article.title = "Tên mới"

    article.save_revision().publish()
    assert content(alias)["title"] == "Tên mới"
    article.unpublish()
    assert standing(alias) == (False, "withdrawn")


def test_an_alias_made_a_page_of_its_own_stays(site_tree, article):
    alias = article.create_alias(parent=site_tree.structure)

    ConvertAliasPageAction(alias).execute()

    assert standing(alias)[0] is True


# --- Sections and the tree -----------------------------------------------------------------------


def test_a_new_slug_of_a_section_moves_all_below_it(site_tree, article):
    site_tree.emulation.slug = "thi-dua-khen-thuong"

    site_tree.emulation.save_revision().publish()

    assert standing(article) == (True, "moved")
    assert f"/thi-dua-khen-thuong/{article.slug}/" in told(article).url
    assert content(article)["sections"][0]["slug"] == "thi-dua-khen-thuong"


def test_a_renamed_section_is_told_by_its_articles(site_tree, article):
    other = ArticlePageFactory(parent=site_tree.structure, other_sections=[site_tree.emulation])
    site_tree.emulation.title = "Thi đua, khen thưởng"

    site_tree.emulation.save_revision().publish()

    for page in (article, other):
        titles = [section["title"] for section in content(page)["sections"]]
        assert "Thi đua, khen thưởng" in titles


def test_what_no_article_tells_of_its_section_changes_nothing(site_tree, article, unchanged):
    site_tree.emulation.introduction = "Tin thi đua của Sở"

    site_tree.emulation.save_revision().publish()


def test_moving_a_section_moves_its_articles(site_tree, article):
    site_tree.emulation.move(site_tree.home, pos="last-child")

    assert told(article).url == f"http://localhost/thi-dua/{article.slug}/"


def test_deleting_a_section_takes_its_articles_along(site_tree, article):
    site_tree.emulation.delete()

    assert standing(article) == (False, "gone")


@pytest.mark.parametrize("above", ["itself", "section", "home"])
def test_what_is_made_private_falls_and_comes_back(site_tree, article, above):
    page = {"itself": article, "section": site_tree.emulation, "home": site_tree.home}[above]

    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert standing(article) == (False, "private")

    restriction.delete()
    assert standing(article) == (True, "published")


def test_another_page_made_private_in_its_place(site_tree, article):
    other = ArticlePageFactory(parent=site_tree.structure)
    restriction = PageViewRestriction.objects.create(page=article, restriction_type="login")

    restriction.page = other
    restriction.save()

    assert standing(article) == (True, "published")
    assert standing(other) == (False, "private")


def test_unpublishing_a_section_with_all_below(site_tree, article, minh):
    minh.is_superuser = True
    minh.save()
    UnpublishPageAction(site_tree.emulation, user=minh, include_descendants=True).execute()

    assert standing(article) == (False, "withdrawn")


# --- What articles show --------------------------------------------------------------------------


def test_links_to_a_page_follow_it(site_tree, article):
    linking = ArticlePageFactory(parent=site_tree.structure, body=[link_to(article)])
    assert told(article).url in content(linking)["body_html"]

    article.unpublish()

    assert content(linking)["body_html"] == "<p>bài ấy</p>"
    article.get_latest_revision().publish()
    assert told(article).url in content(linking)["body_html"]


def test_what_appears_because_it_links_to_what_appears_is_told_where_it_is_linked_to(site_tree):
    """All are public when the first is told of: then that one alone, and what links to it."""
    hidden = ArticlePageFactory(parent=site_tree.emulation)
    between = ArticlePageFactory(parent=site_tree.emulation, body=[link_to(hidden)])
    linking = ArticlePageFactory(parent=site_tree.structure, body=[link_to(between)])
    for page in (site_tree.emulation, hidden):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "href" not in content(linking)["body_html"]

    PageViewRestriction.objects.all().delete()

    assert told(between).url in content(linking)["body_html"]
    assert sweep() == 0


def test_a_translation_that_appears_is_told_by_the_original(site_tree, article, english):
    site_tree.home.copy_for_translation(english)
    translation = article.copy_for_translation(english, copy_parents=True)
    assert content(article)["translations"] == []

    translation.save_revision().publish()

    assert [each["locale"] for each in content(article)["translations"]] == ["en"]


def test_a_language_that_another_process_added_has_addresses(site_tree, article, english):
    """What this process remembers of the sites lives for an hour, when each has a cache of its own."""
    remembered = Site.get_site_root_paths()
    site_tree.home.copy_for_translation(english)
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, remembered, version=SITE_ROOT_PATHS_CACHE_VERSION)

    translation = article.copy_for_translation(english, copy_parents=True)
    translation.save_revision().publish()

    assert told(translation, "en").url.startswith("http://localhost/en/")


def test_a_corrected_caption_reaches_the_articles(site_tree):
    photo = PhotoFactory(caption="Quang cảnh Hội nghi")
    article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])
    photo.caption = "Quang cảnh Hội nghị"

    photo.save()

    assert standing(article) == (True, "corrected")
    assert content(article)["photos"][0]["caption"] == "Quang cảnh Hội nghị"


def test_a_deleted_photo_leaves_its_words(site_tree):
    photo = PhotoFactory()
    block = photo_block(photo, caption="Lời trong bài")
    article = ArticlePageFactory(parent=site_tree.emulation, body=[block])

    photo.delete()

    assert content(article)["photos"][0]["width"] is None


def test_sizes_of_a_photo_appear_when_they_are_ready(site_tree, django_capture_on_commit_callbacks):
    photo = PhotoFactory()
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])

    renditions = content(article)["photos"][0]["renditions"]
    assert {each["format"] for each in renditions} == {"avif", "webp", "jpeg"}
    assert Edition.now().number == 2  # once for both


def test_nothing_is_asked_of_the_worker_when_all_sizes_are_there(
    site_tree, django_capture_on_commit_callbacks
):
    photo = PhotoFactory()
    make_renditions(photo)
    with django_capture_on_commit_callbacks() as asked:
        ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])
    assert for_the_worker(asked) == []


def test_photos_of_an_announcement_get_their_sizes(site_tree, django_capture_on_commit_callbacks):
    photo = PhotoFactory()
    with django_capture_on_commit_callbacks(execute=True):
        page = AwardAnnouncementPageFactory(parent=site_tree.awards, body=[photo_block(photo)])
    assert len(content(page)["photos"][0]["renditions"]) == 3


def test_a_replaced_picture_gets_new_sizes(site_tree, django_capture_on_commit_callbacks):
    photo = PhotoFactory()
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])
    old = [each["url"] for each in content(article)["photos"][0]["renditions"]]

    with django_capture_on_commit_callbacks(execute=True):
        photo.file = ImageFile(ContentFile(PhotoFactory.build().file.read(), "anh-moi.jpg"))
        photo.save()
        photo.renditions.all().delete()
        assert content(article)["photos"][0]["renditions"] == []

    new = [each["url"] for each in content(article)["photos"][0]["renditions"]]
    assert len(new) == 3
    assert not set(new) & set(old)


@pytest.fixture
def collection(db):
    return Collection.get_first_root_node().add_child(name="Ảnh sự kiện")


def test_a_photo_in_a_collection_made_private_is_lost(site_tree, collection):
    photo = PhotoFactory(collection=collection.add_child(name="Cấp dưới"))
    article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])
    assert content(article)["photos"][0]["width"]

    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    assert content(article)["photos"][0]["width"] is None

    restriction.delete()
    assert content(article)["photos"][0]["width"]


def test_another_collection_made_private_in_its_place(site_tree, collection):
    other = Collection.get_first_root_node().add_child(name="Nội bộ")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="login"
    )
    photo = PhotoFactory(collection=Collection.objects.get(pk=collection.pk))
    article = ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])

    restriction.collection = other
    restriction.save()

    assert content(article)["photos"][0]["width"]


def test_a_collection_moved_below_a_private_one_takes_its_photos_along(site_tree, collection):
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    article = ArticlePageFactory(
        parent=site_tree.emulation, body=[photo_block(PhotoFactory(collection=collection))]
    )

    Collection.objects.get(pk=collection.pk).move(
        Collection.objects.get(pk=private.pk), "sorted-child"
    )

    assert content(article)["photos"][0]["width"] is None


def test_a_renamed_organisation_reaches_the_articles(everything):
    organisation = Organisation.objects.get(name="Sở Nội vụ tỉnh Bắc Kạn")
    organisation.name = "Sở Nội vụ Bắc Kạn"

    organisation.save()

    assert content(everything)["organisations"][0]["name"] == "Sở Nội vụ Bắc Kạn"


def test_a_deleted_person_is_a_name_only(everything):
    Person.objects.get(full_name="Đỗ Hữu Ước").delete()

    assert content(everything)["people"][0]["id"] is None
    assert content(everything)["people"][0]["name"] == "Đỗ Hữu Ước"


def test_a_renamed_province_topic_and_tag_reach_the_articles(everything, bac_kan):
    bac_kan.name = "Bắc Cạn"
    bac_kan.save()
    topic = Topic.objects.get(articles=everything)
    topic.name = "Cụm thi đua số 1"
    topic.save()
    tag = Tag.objects.get(name="giao ước")
    tag.name = "ký kết giao ước"
    tag.save()

    shown = content(everything)
    assert shown["provinces"][0]["name"] == "Bắc Cạn"
    assert shown["topics"][0]["name"] == "Cụm thi đua số 1"
    assert "ký kết giao ước" in shown["tags"]


@pytest.mark.parametrize("status", ["proposed", "revoked"])
def test_a_grant_confirmed_or_revoked_reaches_the_articles(everything, status):
    grant = AwardGrant.objects.get()
    assert [award["status"] for award in content(everything)["awards"]] == ["confirmed"]
    grant.status, grant.revoked_on = status, datetime.date(2024, 5, 1)

    grant.save()

    shown = [award["status"] for award in content(everything)["awards"]]
    assert shown == ([] if status == "proposed" else ["revoked"])


def test_a_renamed_award_title_reaches_the_articles(everything):
    AwardGrant.objects.update(title_as_printed="")
    title = AwardTitle.objects.get(code="CO_BNT")
    title.name = "Cờ thi đua cấp Bộ"

    title.save()

    assert content(everything)["awards"][0]["title"] == "Cờ thi đua cấp Bộ"


def test_a_deleted_document_is_no_longer_offered(everything, pdf):
    pdf.delete()

    assert "document" not in [block["type"] for block in content(everything)["body"]]


# --- All or nothing ------------------------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch):
    def raising(*args, **kwargs):
        raise RuntimeError("không dựng được")

    def breaks():
        monkeypatch.setattr(kinds, "article_object", raising)

    return breaks


def _publish(article):
    article.title = "Tên khác"
    article.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [
        _publish,
        lambda article: article.move(article.get_parent().get_parent(), pos="last-child"),
        lambda article: article.copy(update_attrs={"slug": "ban-sao"}),
        lambda article: article.create_alias(update_slug="bi-danh"),
    ],
    ids=["publish", "move", "copy", "alias"],
)
def test_when_a_projection_fails_nothing_has_happened(article, broken, change):
    pages = list(Page.objects.order_by("pk").values_list("pk", "title", "path", "url_path"))
    rows = list(Publication.objects.values())
    broken()

    # No transaction of the test's own around it: the change itself has to be one.
    with pytest.raises(RuntimeError):
        change(article)

    assert list(Page.objects.order_by("pk").values_list("pk", "title", "path", "url_path")) == pages
    assert list(Publication.objects.values()) == rows


def test_when_a_projection_fails_what_was_private_stays_so(article, broken):
    restriction = PageViewRestriction.objects.create(page=article, restriction_type="login")
    broken()

    with pytest.raises(RuntimeError):
        restriction.delete()

    assert PageViewRestriction.objects.exists()
    assert standing(article) == (False, "private")


def test_several_changes_are_one_edition(site_tree, article):
    other = ArticlePageFactory(parent=site_tree.emulation)
    number = Edition.now().number

    with changes():
        article.unpublish()
        other.unpublish()
        assert standing(article)[0] is True  # written at the end

    assert Edition.now().number == number + 1
    assert standing(article) == standing(other) == (False, "withdrawn")


def test_what_follows_the_commit_is_a_change_of_its_own(article, monkeypatch):
    """Django runs `on_commit` while the transaction's block ends; one of a test never commits."""
    following = [lambda: article.unpublish()]

    @contextmanager
    def committing():
        with transaction.atomic():
            yield
        if following:
            following.pop()()

    monkeypatch.setattr(changing, "transaction", SimpleNamespace(atomic=committing))
    with changes():
        pass

    assert standing(article) == (False, "withdrawn")


def test_when_the_block_fails_nothing_is_told(article):
    def half_done():
        with changes():
            article.unpublish()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()

    assert standing(article)[0] is True


# --- The sweep -----------------------------------------------------------------------------------


def _made_not_live(article):
    Page.objects.filter(pk=article.pk).update(live=False)


def _renamed(article):
    Page.objects.filter(pk=article.pk).update(title="Sửa thẳng trong cơ sở dữ liệu")


def _given_a_reason(article):
    Page.objects.filter(pk=article.pk).update(live=False)
    ArticlePage.objects.filter(pk=article.pk).update(removal_reason="gone")


def _privately(article):
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=article.get_parent(), restriction_type="login")]
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_made_not_live, (False, "withdrawn")),
        (_renamed, (True, "corrected")),
        (_given_a_reason, (False, "gone")),
        (_privately, (False, "private")),
    ],
)
def test_the_sweep_finds_and_counts_what_no_hook_saw(article, change, expected, caplog):
    change(article)
    assert standing(article) == (True, "published")

    assert Sweep().turn() == 1

    assert standing(article) == expected
    assert Edition.now().missed == 1
    assert "Quét lại: sửa 1" in caplog.text
    assert sweep() == 0


def test_whoever_asks_for_the_sweep_is_warned_of_nothing(article, caplog):
    _renamed(article)
    assert sweep() == 1
    assert Edition.now().missed == 0
    assert [each for each in caplog.records if each.levelname == "WARNING"] == []


def test_the_sweep_has_nothing_to_do_after_hooks(site_tree, everything, article, unchanged):
    assert sweep() == 0
    assert Edition.now().missed == 0


def test_a_site_without_publications_gets_them(article, everything):
    Publication.objects.all().delete()

    assert sweep() == 2
    assert standing(article) == (True, "published")


def test_time_that_passed_is_not_counted_as_missed(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, expire_at=timezone.now() + DAY)

    with time_machine.travel(timezone.now() + 2 * DAY):
        sweep()

    assert standing(article) == (False, "withdrawn")
    assert Edition.now().missed == 0


def test_a_private_article_whose_end_has_come_is_not_counted_as_missed(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, expire_at=timezone.now() + DAY)
    PageViewRestriction.objects.create(page=article, restriction_type="login")

    with time_machine.travel(timezone.now() + 2 * DAY):
        assert sweep() == 0
        keep_schedule()

    assert standing(article) == (False, "withdrawn")
