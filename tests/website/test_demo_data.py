"""The demo content as data: what points somewhere arrives, and no sentence was forgotten half-way."""

import dataclasses
import datetime
import hashlib
import io
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from news.awards.models import ConsultationPage
from news.awards.models.consultations import consultation_days
from website.demo import articles, awards, english, pages, people, pictures
from website.demo.load import DemoLoader, opening_day
from website.demo.pictures import draw, portrait
from website.demo.shapes import (
    MOMENTS,
    Article,
    Block,
    Heading,
    Paragraph,
    Photo,
    Speech,
    photos_in,
)

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
ORGANISATIONS = {organisation.key: organisation for organisation in people.ORGANISATIONS}
PEOPLE = {person.key: person for person in people.PEOPLE}
CLUSTERS = {cluster.key: cluster for cluster in people.CLUSTERS}
ARTICLES = {article.slug: article for article in articles.ARTICLES}
GRANTS = {grant.key: grant for grant in awards.GRANTS}
DECISIONS = {decision.key: decision for decision in awards.DECISIONS}


def provinces() -> dict[str, dict]:
    data = json.loads((ROOT / "people" / "data" / "provinces.json").read_text("utf-8"))
    return {unit["key"]: unit for unit in data["provinces"]}


def award_titles() -> dict[str, dict]:
    path = ROOT / "news" / "awards" / "data" / "award_titles.json"
    return {title["code"]: title for title in json.loads(path.read_text("utf-8"))["titles"]}


def all_photos() -> list[Photo]:
    in_articles = [photo for article in articles.ARTICLES for photo in article.photos]
    return in_articles + [page.lead_photo for page in awards.ANNOUNCEMENTS if page.lead_photo]


def bodies() -> Iterator[tuple[Block, ...]]:
    english_pages = (english.ARTICLES, english.STANDARD_PAGES)
    for source in (articles.ARTICLES, awards.ANNOUNCEMENTS, pages.STANDARD_PAGES, *english_pages):
        yield from (page.body for page in source)


def texts(value: object) -> Iterator[str]:
    """Every string in a shape, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))


def all_texts() -> Iterator[str]:
    for module in (people, articles, awards, pages, english):
        for value in vars(module).values():
            if not isinstance(value, str | type):
                yield from texts(value)


def holds_post(person: str, day: datetime.date) -> bool:
    return any(
        post.start <= day and (post.end is None or day <= post.end) for post in PEOPLE[person].posts
    )


def test_counts_are_as_promised():
    assert len(ORGANISATIONS) == len(people.ORGANISATIONS) == 12
    assert len(PEOPLE) == len(people.PEOPLE) == 20
    assert len(CLUSTERS) == 2
    assert len(ARTICLES) == len(articles.ARTICLES) == 40
    sections = Counter(article.section for article in articles.ARTICLES)
    assert sections == {section.slug: 8 for section in articles.SECTIONS}
    assert len(articles.SECTIONS) == 5
    assert len(awards.ANNOUNCEMENTS) == 6
    assert [page.slug for page in pages.STANDARD_PAGES] == [
        "gioi-thieu",
        "lien-he",
        "tuyen-bo-tiep-can",
        "dieu-khoan-su-dung",
    ]


def test_organisations_posts_and_clusters_point_somewhere():
    for organisation in people.ORGANISATIONS:
        assert organisation.parent in {"", *ORGANISATIONS}
        assert organisation.province in {"", *provinces()}
    for succession in people.SUCCESSIONS:
        assert {succession.predecessor, succession.successor} <= set(ORGANISATIONS)
    for person in people.PEOPLE:
        for post in person.posts:
            organisation = ORGANISATIONS[post.organisation]
            assert post.end is None or post.start <= post.end
            assert (
                organisation.dissolved_on is None
                or (post.end or post.start) <= organisation.dissolved_on
            )
    for cluster in people.CLUSTERS:
        members = {membership.organisation for membership in cluster.members}
        assert members <= set(ORGANISATIONS)
        assert [year.year for year in cluster.years] == [2023, 2024, 2025, 2026]
        for year in cluster.years:
            assert {year.head, *year.deputies} <= members
            assert year.head not in year.deputies


def test_people_hold_several_posts_ended_posts_and_posts_of_july_2025():
    open_posts = [sum(post.end is None for post in person.posts) for person in people.PEOPLE]
    assert max(open_posts) >= 2
    assert min(open_posts) == 0
    starts = [post.start for person in people.PEOPLE for post in person.posts]
    assert starts.count(datetime.date(2025, 7, 1)) >= 4


def test_portraits_fit_the_honorific_and_are_all_different():
    assert len({person.portrait for person in people.PEOPLE}) == 20
    for person in people.PEOPLE:
        assert person.portrait % 2 == (person.honorific == "bà"), person.full_name


@pytest.mark.parametrize("article", articles.ARTICLES, ids=lambda article: article.slug)
def test_article_is_complete_and_points_somewhere(article: Article):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", article.slug)
    assert len(article.slug) <= 100
    assert 60 <= len(article.title) <= 110
    assert 80 <= len(article.lead) <= 320
    assert 15 <= article.views <= 4200
    assert 4 <= sum(not isinstance(block, Photo) for block in article.body) <= 9
    assert len(article.photos) <= 4
    assert article.byline
    for byline in article.byline:
        assert byline.person in {"", *PEOPLE}
        assert byline.organisation in {"", *ORGANISATIONS}
    for participant in article.participants:
        person = PEOPLE[participant.person]
        assert (participant.honorific, participant.name) == (person.honorific, person.full_name)
    assert {row.organisation for row in article.organisations} <= set(ORGANISATIONS)
    assert len({row.organisation for row in article.organisations}) == len(article.organisations)
    assert set(article.clusters) <= set(CLUSTERS)
    assert set(article.provinces) <= set(provinces())
    assert set(article.topics) <= {topic.slug for topic in articles.TOPICS}
    assert set(article.other_sections) <= {s.slug for s in articles.SECTIONS} - {article.section}
    assert set(article.related) <= set(ARTICLES) - {article.slug}
    assert set(article.grants) <= set(GRANTS)
    for photo in article.photos:
        assert set(photo.grants) <= set(article.grants)


@pytest.mark.parametrize("article", articles.ARTICLES, ids=lambda article: article.slug)
def test_dates_of_an_article_follow_each_other(article: Article):
    published = article.published_at.date()
    assert datetime.date(2024, 1, 1) <= published <= datetime.date(2026, 11, 20)
    for correction in article.corrections:
        assert correction.on >= published
    if article.event is None:
        return
    last = article.event.until or article.event.on
    assert article.event.on <= last <= published
    province = provinces().get(article.event.province)
    assert bool(province) == bool(article.event.province)
    if province:
        is_old_list = article.event.province.startswith("vn63-")
        assert is_old_list == (article.event.on <= datetime.date(2025, 6, 30))
    for participant in article.participants:
        assert holds_post(participant.person, article.event.on), participant.name


def test_the_newest_article_is_of_20_november_2026_and_some_carry_no_photo():
    newest = max(article.published_at for article in articles.ARTICLES)
    assert newest.date() == datetime.date(2026, 11, 20)
    assert {article.published_at.year for article in articles.ARTICLES} == {2024, 2025, 2026}
    assert 3 <= sum(not article.photos for article in articles.ARTICLES) <= 10
    assert sum(bool(article.corrections) for article in articles.ARTICLES) >= 3
    assert sum(bool(article.source) for article in articles.ARTICLES) >= 3
    assert sum(bool(article.grants) for article in articles.ARTICLES) >= 5


def test_grants_obey_the_law_table():
    titles = award_titles()
    kinds = {"person": "individual", "organisation": "collective", "household": "household"}
    movements = {movement.key for movement in awards.MOVEMENTS}
    for grant in awards.GRANTS:
        title, decision = titles[grant.title], DECISIONS[grant.decision]
        assert (
            grant.recipient_kind == "unnamed" or kinds[grant.recipient_kind] in title["recipients"]
        )
        assert (grant.rank in title["ranks"]) if title.get("ranks") else not grant.rank
        assert datetime.date.fromisoformat(title["valid_from"]) <= decision.decided_on
        assert grant.person in {"", *PEOPLE}
        assert grant.organisation in {"", *ORGANISATIONS}
        assert grant.presenter in {"", *PEOPLE}
        assert grant.movement in {"", *movements}
        assert grant.revocation in {"", *DECISIONS}
        assert grant.person or grant.organisation or grant.recipient_name
        assert grant.quantity == 1 or grant.recipient_kind == "unnamed"
        assert grant.presented_on is None or grant.presented_on >= decision.decided_on
        if decision.issuer == people.DEPARTMENT:
            assert grant.title in {"CSTD_CS", "LDTT", "TTLDTT", "GK"}


def test_decisions_are_signed_by_somebody_in_office():
    assert len({(decision.number, decision.decided_on) for decision in awards.DECISIONS}) == len(
        DECISIONS
    )
    for decision in awards.DECISIONS:
        assert decision.issuer in {"", *ORGANISATIONS}
        if decision.signer:
            assert holds_post(decision.signer, decision.decided_on)
            assert PEOPLE[decision.signer].full_name in decision.signer_text


def test_announcements_have_grants_and_the_consultation_its_nominees():
    for page in awards.ANNOUNCEMENTS:
        granted = [grant for grant in awards.GRANTS if grant.decision == page.decision]
        assert granted, page.slug
        assert 60 <= len(page.title) <= 110
        assert page.published_at.date() >= DECISIONS[page.decision].decided_on
    for nominee in awards.CONSULTATION.nominees:
        assert nominee.rank in award_titles()[nominee.title]["ranks"]
        assert nominee.person in {"", *PEOPLE}
        assert nominee.organisation in {"", *ORGANISATIONS}


@pytest.mark.parametrize("weekday", range(7))
def test_the_consultation_is_open_whenever_the_demo_is_loaded(db, weekday):
    today = datetime.date(2027, 3, 1) + datetime.timedelta(days=weekday)
    first = opening_day(today)
    assert first.weekday() == 0
    assert first < today < consultation_days(first)[-1]


def test_captions_and_alt_texts_are_whole_sentences_and_never_the_same():
    photos = all_photos()
    words = [photo.caption for photo in photos] + [photo.alt for photo in photos]
    assert len(set(words)) == len(words)
    for photo in photos:
        assert photo.scene in MOMENTS
        assert set(photo.people) <= set(PEOPLE)
        for sentence in (photo.caption, photo.alt):
            assert sentence.endswith(".")
            assert len(sentence) >= 40
        assert not re.search(r"\d{4}-\d\d-\d\d", photo.caption)
    pictures = Counter((photo.scene, photo.seed) for a in articles.ARTICLES for photo in a.photos)
    assert max(pictures.values()) == 1


def test_a_speech_picture_shows_the_person_its_caption_names():
    for photo in all_photos():
        if photo.scene not in {"speech", "training"}:
            continue
        (person,) = photo.people
        assert PEOPLE[person].full_name in photo.caption
        assert photo.seed % 100 == PEOPLE[person].portrait


def test_every_text_is_normalised_and_clean():
    for text in all_texts():
        assert unicodedata.is_normalized("NFC", text), text
        assert text == text.strip(), text
        assert "  " not in text, text
        assert not re.search(r"\s[,.;:!?]", text), text
        assert '"' not in text, text
        assert text.count("“") == text.count("”"), text
        assert "lorem" not in text.lower()


def test_no_paragraph_is_said_twice():
    paragraphs = [block.text for body in bodies() for block in body if isinstance(block, Paragraph)]
    assert len({text[:60] for text in paragraphs}) == len(paragraphs)
    for text in paragraphs:
        assert text[-1] in ".”?", text
        assert len(text) >= 90, text


def test_headings_and_quotations_stand_well():
    for body in bodies():
        assert not isinstance(body[-1], Heading)
        for block in body:
            if isinstance(block, Speech):
                assert block.person in {"", *PEOPLE}
                assert block.posts
                assert "“" not in block.words
            if isinstance(block, Heading):
                assert not block.text.endswith(".")


def test_one_seed_is_one_picture():
    def fingerprint(image) -> str:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=85)
        return hashlib.sha256(out.getvalue()).hexdigest()

    for scene in MOMENTS:
        assert fingerprint(draw(scene, 3)) == fingerprint(draw(scene, 3)), scene
    assert fingerprint(draw("hall", 3)) != fingerprint(draw("hall", 5))
    assert fingerprint(portrait(4)) == fingerprint(portrait(4)) != fingerprint(portrait(6))


def test_pictures_have_the_asked_shape():
    assert draw("hills", 1).size == (1200, 800)
    assert draw("hills", 1, size=(600, 400)).size == (600, 400)
    width, height = portrait(1).size
    assert width * 5 == height * 4


def test_pictures_are_drawn_quickly():
    started = time.process_time()
    for scene in MOMENTS:
        draw(scene, 2).save(io.BytesIO(), "JPEG", quality=85)
    # Ten take 1.3 s of a free core; the bound leaves room for a busy machine.
    assert time.process_time() - started < 10


def test_what_is_told_in_english_is_there_in_vietnamese_too():
    assert len(english.ARTICLES) == 1
    newest = max(articles.ARTICLES, key=lambda article: article.published_at)
    assert [article.slug for article in english.ARTICLES] == [newest.slug]
    for article in english.ARTICLES:
        original = ARTICLES[article.slug]
        assert len(article.units) == len(original.byline)
        assert len(article.participants) == len(original.participants)
        assert [type(block) for block in article.body] == [type(block) for block in original.body]
        for photo, same in zip(article.photos, original.photos, strict=True):
            assert (photo.scene, photo.seed, photo.grants) == (same.scene, same.seed, same.grants)
    standard = {page.slug for page in pages.STANDARD_PAGES}
    assert {"gioi-thieu", "lien-he"} == {page.slug for page in english.STANDARD_PAGES} <= standard


def test_the_demo_site_is_there_in_english_from_the_first_start(site_tree, client, monkeypatch):
    """Its structure and whom to ask, as Decree 42/2022/NĐ-CP wants them. Loaded with what that needs."""
    newest = dataclasses.replace(ARTICLES[english.ARTICLES[0].slug], related=())
    monkeypatch.setattr(articles, "ARTICLES", (newest,))
    monkeypatch.setattr(awards, "ANNOUNCEMENTS", ())
    monkeypatch.setattr(pictures, "draw", lambda *_args: Image.new("RGB", (60, 40)))
    monkeypatch.setattr(pictures, "portrait", lambda *_args: Image.new("RGB", (40, 50)))
    site_tree.emulation.delete()
    site_tree.structure.delete()
    done: list[int] = []
    DemoLoader(lambda: done.append(1)).load()

    assert len(done) == DemoLoader.steps()
    assert ConsultationPage.objects.get().is_open()
    assert 'href="/en/" hreflang="en" lang="en">' in client.get("/").content.decode()
    front = client.get("/en/").content.decode()
    article = "/en/tin-tuc/thi-dua-khen-thuong/" + english.ARTICLES[0].slug + "/"
    for address in ("/en/lien-he/", "/en/gioi-thieu/", "/en/khen-thuong/", article):
        assert f'href="{address}"' in front
    html = client.get(article).content.decode()
    assert english.ARTICLES[0].title in html
    assert "Vice Chair of the Provincial People" in html
    assert "24 awards" in html


def test_no_two_articles_share_a_title_or_a_lead():
    assert len({article.title for article in articles.ARTICLES}) == 40
    assert len({article.lead for article in articles.ARTICLES}) == 40
    assert all(photos_in(article.body) == article.photos for article in articles.ARTICLES)
