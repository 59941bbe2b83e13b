"""What `import_articles` leaves in the database, and what it says."""

import datetime
import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Locale, Page, PageLogEntry, ReferenceIndex

from news.awards.models import AwardGrant
from news.importing import store
from news.models import ArticlePage, ImportRecord, Photo, PhotoUse, Proposal, SectionPage
from news.pageviews.models import ViewTotal, views_of
from people.models import Cluster, Organisation, Person
from search.outbox import write_what_is_due

SAMPLES = Path(__file__).parent / "samples"
SEED = Path(__file__).resolve().parents[4] / "shared" / "seed"


@pytest.fixture
def command(site_tree):
    """Run import_articles; gives what it printed."""

    def run(*files, **options):
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("import_articles", *map(str, files), stdout=out, stderr=err, **options)
        except CommandError as error:
            err.write(f"{error}\n")
        return out.getvalue() + err.getvalue()

    return run


def write_rows(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def row(number: int, **more: object) -> dict:
    body = "Sáng 12/3/2025, Sở Nội vụ họp giao ban.\nCác phòng báo cáo tiến độ."
    return {"id": f"cu-{number}", "title": f"Họp giao ban số {number}", "body": body, **more}


def test_our_own_article_is_stored_field_by_field(command):
    command(SAMPLES / "cum-thi-dua-so-2.txt", publish=True)

    article = ArticlePage.objects.get()
    assert article.title.startswith("Cụm thi đua số 2 các sở, ngành tỉnh Quảng Trị")
    assert article.live
    assert article.slug.startswith("cum-thi-dua-so-2-cac-so-nganh-tinh-quang-tri")
    assert (article.event_date, article.event_part_of_day) == (
        datetime.date(2025, 1, 15),
        "morning",
    )
    assert article.event_province.key == "vn63-quang-tri"
    assert views_of(article.translation_key) == 1208
    assert article.published_at.astimezone().date() == datetime.date(2025, 1, 16)
    assert [row.name for row in article.byline.all()] == ["Hoàng Anh Thư", "Đoàn Gia Bảo"]
    assert [use.moment for use in article.photo_uses.all()] == [
        "overview",
        "speech",
        "handing_over",
    ]
    assert "Lê Thị Hoài Thương" in [row.name for row in article.participants.all()]
    assert AwardGrant.objects.filter(status="proposed", articles=article).count() == 4
    assert not AwardGrant.objects.confirmed().exists()


@pytest.mark.skipif(not SEED.exists(), reason="the first article is not part of the project")
def test_the_first_article_yields_what_it_must(command):
    command(*SEED.glob("*.txt"), publish=True)

    article = ArticlePage.objects.get()
    assert article.photo_uses.count() == 4
    assert views_of(article.translation_key) == 33
    assert (article.event_date, article.event_part_of_day) == (
        datetime.date(2024, 2, 29),
        "afternoon",
    )
    assert article.event_province.key == "vn63-bac-kan"
    assert [str(row) for row in article.byline.all()] == ["Trần Phương – Văn phòng Sở"]
    (participant,) = article.participants.all()
    assert (participant.name, len(participant.post_lines)) == ("Vũ Đăng Minh", 2)
    grants = AwardGrant.objects.order_by("pk")
    assert [(g.title.code, g.recipient_kind, g.quantity, g.year, g.status) for g in grants] == [
        ("CO_BNT", "organisation", 1, 2023, "proposed"),
        ("BK_BNT", "organisation", 1, 2023, "proposed"),
        ("BK_BNT", "organisation", 1, 2023, "proposed"),
        ("BK_BNT", "unnamed", 7, 2023, "proposed"),
    ]
    cluster = Proposal.objects.get(kind="cluster_year").payload
    assert (cluster["year"], cluster["head"], cluster["deputies"]) == (
        2024,
        "Sở Nội vụ tỉnh Tuyên Quang",
        ["Sở Nội vụ tỉnh Hòa Bình"],
    )
    assert [line[1] for line in ImportRecord.objects.get().dropped] == ["web basic 2x"]


def test_nothing_is_a_fact_before_an_editor_says_so(command):
    command(SAMPLES / "cum-thi-dua-so-2.txt", publish=True)

    assert not Person.objects.exists()
    assert not Organisation.objects.exists()
    assert not Cluster.objects.exists()
    assert Proposal.objects.open().count() == Proposal.objects.count() > 0


def test_an_imported_page_is_what_publishing_by_hand_leaves(command, client):
    command(SAMPLES / "dem-ton-vinh.txt", publish=True)

    article = ArticlePage.objects.get()
    assert article.live_revision == article.latest_revision
    assert article.latest_revision.as_object().title == article.title
    assert article.get_latest_revision_as_object().body == article.body
    assert not article.has_unpublished_changes
    assert article.first_published_at
    assert list(
        PageLogEntry.objects.filter(page=article).order_by("pk").values_list("action", flat=True)
    ) == ["wagtail.create", "wagtail.publish"]
    assert Page.find_problems() == ([], [], [], [], [])
    assert client.get(article.url).status_code == 200
    write_what_is_due()
    assert list(ArticlePage.objects.search("điển hình tiên tiến")) == [article]


def test_a_rank_before_a_name_fits(command, tmp_path):
    body = (
        "Sáng 12/3/2025, Công an tỉnh công bố quyết định về công tác cán bộ.\n"
        "Dự buổi lễ có đồng chí Thượng tướng Cao Văn Tám, Thứ trưởng Bộ Công an."
    )
    command(write_rows(tmp_path / "rows.jsonl", row(1, body=body)))

    participant = ArticlePage.objects.get().participants.get()
    assert (participant.honorific, participant.name) == ("đồng chí Thượng tướng", "Cao Văn Tám")
    participant.full_clean()


def test_without_publish_the_article_is_a_draft_nobody_sees(command, client):
    command(SAMPLES / "dem-ton-vinh.txt")

    article = ArticlePage.objects.get()
    assert not article.live
    assert article.has_unpublished_changes
    assert article.live_revision is None
    assert article.latest_revision is not None
    assert not PhotoUse.objects.exists()
    assert client.get(article.get_url()).status_code == 404


def test_an_imported_draft_can_be_edited_and_published(command, minh):
    command(SAMPLES / "dem-ton-vinh.txt")

    page = ArticlePage.objects.get().get_latest_revision_as_object()
    page.title = "Đêm tôn vinh người tốt"
    page.save_revision(user=minh).publish(user=minh)

    article = ArticlePage.objects.get()
    assert (article.live, article.title) == (True, "Đêm tôn vinh người tốt")
    assert article.byline.count() == 2


def test_the_same_file_twice_changes_nothing(command):
    files = list(SAMPLES.glob("*.txt"))
    command(*files, publish=True)
    before = _everything()

    said = command(*files, publish=True)

    assert _everything() == before
    assert "Đã đăng 0 bài; 2 bài đã có" in said


def _everything():
    models = (ArticlePage, Page, Proposal, AwardGrant, ImportRecord, PhotoUse, PageLogEntry)
    return [list(model.objects.order_by("pk").values()) for model in (*models, ViewTotal)]


def test_a_text_that_changed_is_told_and_left_alone(command, tmp_path):
    file = write_rows(tmp_path / "bai.jsonl", row(1))
    command(file)
    write_rows(file, row(1, body="Chữ khác hẳn."))

    said = command(file)

    assert "1 bài đã có nhưng khác nội dung" in said
    assert "bai.jsonl, dòng 1" in said
    assert "Chữ khác hẳn" not in str(ArticlePage.objects.get().body)


def test_a_text_comes_in_again_after_its_article_was_deleted(command, tmp_path):
    file = write_rows(tmp_path / "bai.jsonl", row(1))
    command(file)
    ArticlePage.objects.get().delete()

    command(file)

    assert ImportRecord.objects.get().article == ArticlePage.objects.get()


def test_good_rows_come_in_although_row_seven_is_broken(command, tmp_path):
    rows: list[object] = [row(number) for number in range(1, 11)]
    rows[6] = '{"id": "cu-7", "title": "Dở dang'
    file = write_rows(tmp_path / "bai.jsonl", *rows)

    said = command(file, publish=True)

    assert ArticlePage.objects.live().count() == 9
    assert "bai.jsonl, dòng 7" in said
    assert "1 không nhập được" in said


def test_an_unknown_section_is_told_with_file_and_line(command, tmp_path):
    file = write_rows(tmp_path / "bai.jsonl", row(1), row(2, section="khong-co"))

    said = command(file)

    assert "bai.jsonl, dòng 2: không có chuyên mục “khong-co”" in said
    assert ArticlePage.objects.count() == 1


def test_an_unknown_section_option_stops_the_import_and_names_the_known_ones(command):
    said = command(SAMPLES / "dem-ton-vinh.txt", section="khong-co")

    assert "Không có chuyên mục “khong-co”" in said
    assert "thi-dua" in said
    assert not ArticlePage.objects.exists()


def test_articles_stand_in_the_section_asked_for(command, site_tree, tmp_path):
    file = write_rows(tmp_path / "bai.jsonl", row(1), row(2, section="to-chuc-bo-may"))

    command(file, section="thi-dua")

    sections = {page.title: page.section for page in ArticlePage.objects.all()}
    assert sections == {
        "Họp giao ban số 1": site_tree.emulation,
        "Họp giao ban số 2": site_tree.structure,
    }


def test_a_missing_photo_is_told_and_the_caption_kept(command, tmp_path):
    photo = {"file": "khong-co.jpg", "caption": "Toàn cảnh buổi họp", "alt": "Phòng họp"}
    file = write_rows(tmp_path / "bai.jsonl", row(1, photos=[photo]))

    said = command(file, publish=True)

    assert "bai.jsonl, dòng 1: không tìm thấy ảnh khong-co.jpg" in said
    assert "1 điều cần xem lại" in said
    (warning,) = ImportRecord.objects.get().warnings
    assert "khong-co.jpg" in warning
    use = PhotoUse.objects.get()
    assert (use.photo, use.caption) == (None, "Toàn cảnh buổi họp")


@pytest.mark.parametrize("name", ["a\0.jpg", "x" * 300 + ".jpg"])
def test_a_name_no_file_can_have_is_told_and_the_caption_kept(command, tmp_path, name):
    photo = {"file": name, "caption": "Toàn cảnh buổi họp"}
    file = write_rows(tmp_path / "bai.jsonl", row(1, photos=[photo]), row(2))

    said = command(file, publish=True)

    assert "bai.jsonl, dòng 1: không mở được ảnh" in said
    assert "\0" not in str(ImportRecord.objects.get(external_id="cu-1").warnings)
    assert PhotoUse.objects.get().caption == "Toàn cảnh buổi họp"
    assert ArticlePage.objects.count() == 2


def test_photos_come_in_with_their_words_and_only_once(command, tmp_path):
    Image.new("RGB", (90, 60), "#2b7a5d").save(tmp_path / "hop.jpg")
    photo = {"file": "hop.jpg", "caption": "Toàn cảnh buổi họp", "alt": "Phòng họp đông người"}
    file = write_rows(tmp_path / "bai.jsonl", row(1, photos=[photo]), row(2, photos=[photo]))

    command(file, publish=True)

    stored = Photo.objects.get()
    assert (stored.caption, stored.description) == ("Toàn cảnh buổi họp", "Phòng họp đông người")
    assert [use.photo for use in PhotoUse.objects.all()] == [stored, stored]
    assert {page.lead_photo for page in ArticlePage.objects.all()} == {stored}


@pytest.mark.parametrize("name", ["../ngoai.jpg", "/etc/hostname"])
def test_no_photo_is_taken_from_outside_the_folder(command, tmp_path, name):
    folder = tmp_path / "nhap"
    folder.mkdir()
    Image.new("RGB", (9, 6)).save(tmp_path / "ngoai.jpg")
    file = write_rows(folder / "bai.jsonl", row(1, photos=[{"file": name, "caption": "Ảnh"}]))

    said = command(file)

    assert "không tìm thấy ảnh" in said
    assert not Photo.objects.exists()


def test_a_broken_photo_is_told_and_not_stored(command, tmp_path):
    whole = io.BytesIO()
    Image.new("RGB", (90, 60), "#2b7a5d").save(whole, "JPEG")
    (tmp_path / "hong.jpg").write_bytes(whole.getvalue()[:300])
    photo = {"file": "hong.jpg", "caption": "Toàn cảnh"}

    said = command(write_rows(tmp_path / "bai.jsonl", row(1, photos=[photo])))

    assert "ảnh hong.jpg không dùng được" in said
    assert not Photo.objects.exists()
    assert ArticlePage.objects.count() == 1


def test_a_dry_run_saves_nothing_and_says_what_it_would_do(command):
    said = command(SAMPLES / "dem-ton-vinh.txt", dry_run=True)

    assert "Sẽ nhập 1 bài" in said
    assert not ArticlePage.objects.exists()
    assert not ImportRecord.objects.exists()


def test_titles_alike_get_addresses_of_their_own(command, tmp_path):
    rows = [row(number, title="Đại hội Đảng bộ") for number in range(1, 4)]

    command(write_rows(tmp_path / "bai.jsonl", *rows))

    slugs = ArticlePage.objects.order_by("path").values_list("slug", flat=True)
    assert list(slugs) == ["dai-hoi-dang-bo", "dai-hoi-dang-bo-2", "dai-hoi-dang-bo-3"]


def test_long_titles_alike_keep_their_addresses_when_saved_again(command, tmp_path):
    title = "Đại hội " * 12 + "Đảng"
    rows = [row(number, title=title[:-1]) for number in range(1, 4)]

    command(write_rows(tmp_path / "bai.jsonl", *rows))

    pages = list(ArticlePage.objects.order_by("path"))
    slugs = [page.slug for page in pages]
    assert len(slugs[0]) == 99
    for page in pages:
        page.save_revision().publish()
    assert list(ArticlePage.objects.order_by("path").values_list("slug", flat=True)) == slugs


def test_a_second_batch_stands_behind_the_first(command, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "BATCH", 3)
    command(write_rows(tmp_path / "mot.jsonl", *[row(number) for number in range(8)]))

    assert ArticlePage.objects.count() == 8
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.fixture
def refuse(monkeypatch):
    """Makes the database refuse the article of a title: its event ends before it begins."""
    build = store.Drafter.article

    def refuse(title):
        def backwards(drafter, text):
            article = build(drafter, text)
            if text.title == title:
                article.page.event_end_date = datetime.date(2025, 3, 1)
            return article

        monkeypatch.setattr(store.Drafter, "article", backwards)

    return refuse


def test_one_refused_row_does_not_take_its_batch_along(command, tmp_path, refuse, caplog):
    """Nothing of the refused row stays, all others do."""
    refuse("Họp giao ban số 2")

    said = command(write_rows(tmp_path / "bai.jsonl", row(1), row(2), row(3)))

    assert "bai.jsonl, dòng 2: chưa lưu được vào cơ sở dữ liệu; nguyên nhân ghi trong" in said
    assert "constraint" not in said.casefold()  # the database's own words are for the log
    assert "constraint" in caplog.text.casefold()
    titles = ArticlePage.objects.order_by("path").values_list("title", flat=True)
    assert list(titles) == ["Họp giao ban số 1", "Họp giao ban số 3"]
    assert ImportRecord.objects.count() == 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_batch_taken_apart_tells_everything_once(command, tmp_path, refuse):
    refuse("Họp giao ban số 2")
    photo = {"file": "khong-co.jpg", "caption": "Toàn cảnh buổi họp"}
    rows = [row(number, photos=[photo], views=-1) for number in (1, 2, 3)]

    said = command(write_rows(tmp_path / "bai.jsonl", *rows))

    for number in (1, 2, 3):
        assert said.count(f"dòng {number}: không tìm thấy ảnh khong-co.jpg") == 1
        assert said.count(f'dòng {number}: trường "views"') == 1
    assert "4 điều cần xem lại" in said


def test_a_refused_row_does_not_keep_a_good_one_of_its_id_out(command, tmp_path, refuse):
    refuse("Họp giao ban số 1")
    rows = [row(1), row(1, title="Họp giao ban"), row(1, title="Họp giao ban")]

    said = command(write_rows(tmp_path / "bai.jsonl", *rows))

    assert ArticlePage.objects.get().title == "Họp giao ban"
    assert "1 bài; 1 bài đã có, 0 bài đã có nhưng khác nội dung, 1 không nhập được" in said


def test_a_dry_run_counts_a_text_given_twice_once(command, tmp_path):
    said = command(write_rows(tmp_path / "bai.jsonl", row(1), row(1)), dry_run=True)

    assert "Sẽ nhập 1 bài; 1 bài đã có" in said


def test_texts_come_into_the_sections_of_the_first_language_only(command, site_tree, tmp_path):
    english = Locale.objects.get(language_code="en")
    for page in (site_tree.home, site_tree.news, site_tree.emulation):
        translation = page.copy_for_translation(english)
    assert translation.slug == "thi-dua"
    structure = site_tree.structure.copy_for_translation(english)
    SectionPage.objects.filter(pk=structure.pk).update(slug="structure")
    file = write_rows(
        tmp_path / "bai.jsonl", row(1), row(2, section="thi-dua"), row(3, section="structure")
    )

    assert "Không có chuyên mục “structure”" in command(file, section="structure")
    assert "dòng 3: không có chuyên mục “structure”" in command(file)
    sections = {page.external_id: page.get_parent() for page in ArticlePage.objects.all()}
    assert {key: page.pk for key, page in sections.items()} == {
        "cu-1": site_tree.news.pk,
        "cu-2": site_tree.emulation.pk,
    }


def test_an_event_without_day_and_place_is_not_proposed(command, tmp_path):
    bodies = [
        f"Sáng 14/11{place}, Sở họp giao ban.\nCác phòng báo cáo." for place in ("", ", tại Hà Nội")
    ]
    rows = [row(number, body=body) for number, body in enumerate(bodies)]

    command(write_rows(tmp_path / "bai.jsonl", *rows))

    proposal = Proposal.objects.get(kind="event")
    assert (proposal.article.external_id, proposal.payload["place"]) == ("cu-1", "Hà Nội")


def test_where_an_award_was_handed_over_is_left_to_the_editor(command):
    command(SAMPLES / "cum-thi-dua-so-2.txt")

    assert ArticlePage.objects.get().event_date
    assert {(g.presented_on, g.place) for g in AwardGrant.objects.all()} == {(None, "")}


def test_queries_do_not_grow_with_every_article(command, tmp_path, django_assert_max_num_queries):
    file = write_rows(tmp_path / "bai.jsonl", *[row(number) for number in range(50)])

    with django_assert_max_num_queries(50 * 4 + 60):
        command(file, publish=True)


@pytest.mark.references
def test_where_a_photo_is_used_is_known_after_an_import(command, tmp_path):
    Image.new("RGB", (90, 60)).save(tmp_path / "hop.jpg")
    file = write_rows(
        tmp_path / "bai.jsonl", row(1, photos=[{"file": "hop.jpg", "caption": "Toàn cảnh"}])
    )

    command(file, publish=True)

    assert ReferenceIndex.get_references_to(Photo.objects.get()).exists()
