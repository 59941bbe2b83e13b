"""Readers of English pages are spoken to in English, by what stands around the text."""

import ast
import datetime
import re
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup, Tag
from django.utils import timezone
from django.utils.translation.template import templatize
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models import AwardAnnouncementPage, AwardTitle, ConsultationPage
from news.factories import (
    ArticlePageFactory,
    PhotoFactory,
    TopicFactory,
    gallery_block,
    photo_block,
)
from news.models import ArticleCorrection, ArticleOrganisation, ArticlePage, SectionPage
from news.models.articles import ArticleRelated
from news.pageviews.models import ViewTotal
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from search.addresses import HasAddress
from search.outbox import write_what_is_due
from website.models import SiteSettings

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "site/locale/en/LC_MESSAGES/django.po"
SAID = re.compile(r"(?:pgettext\(u?'([^']+)', |gettext\()u?'((?:[^'\\]|\\.)+)'[,)]")
WITH_MARKS = re.compile("[À-ỹ]")
FIGURES = re.compile(r"\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b|\b\d{1,3}\.\d{3}\b")


@pytest.fixture
def english(site_tree) -> dict[str, str]:
    """The words of the English front page, news, and an article."""
    locale = Locale.objects.get(language_code="en")
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")
    site_tree.home.copy_for_translation(locale).save_revision().publish()
    translated = article.copy_for_translation(locale, copy_parents=True)
    translated.title = "Conference"
    for page in translated.get_ancestors().filter(locale=locale, live=False):
        page.specific.save_revision().publish()
    translated.save_revision().publish()
    return {"home": "/en/", "news": "/en/tin-tuc/", "article": translated.url, "vi": article.url}


def test_the_frame_speaks_the_language_of_the_page(client, english):
    for name in ("home", "news", "article"):
        html = client.get(english[name]).content.decode()
        assert '<html lang="en">' in html
        for words in ("Skip to main content", "Search news, people", "Site map", ">Home<"):
            assert words in html, (name, words)
        for words in ("Tới nội dung chính", "Sơ đồ trang", ">Trang chủ<"):
            assert words not in html, (name, words)


def test_an_article_is_surrounded_by_english(client, english):
    html = client.get(english["article"]).content.decode()
    for words in ("Published", "min read", "Views:", "Share", "Copy address", "Print, save as PDF"):
        assert words in html
    assert "Chia sẻ" not in html


def test_an_award_is_told_in_every_language_of_the_article(client, english):
    """It was linked to one of them, which is all an editor has to do."""
    original = ArticlePage.objects.get(title="Hội nghị")
    grant = AwardGrantFactory(articles=[original])

    def shown(address: str) -> str:
        return client.get(address).content.decode()

    for address in (english["article"], english["vi"]):
        assert grant.recipient_name in shown(address), address
        assert 'id="khen-thuong-ten"' in shown(address), address

    ArticlePage.objects.get(title="Conference").grants.add(grant)  # once more: told once
    assert shown(english["article"]).count(grant.recipient_name) == shown(english["vi"]).count(
        grant.recipient_name
    )
    grant.recipient_name = "Bế Thị Ngọc Ước"
    grant.save()
    assert "Bế Thị Ngọc Ước" in shown(english["article"])
    grant.delete()
    assert 'id="khen-thuong-ten"' not in shown(english["article"])


def test_what_an_editor_chose_to_be_read_next_is_shown_in_the_language_of_the_page(
    client, english, site_tree
):
    locale = Locale.objects.get(language_code="en")
    pages = [
        ArticlePageFactory(parent=site_tree.structure, title=title) for title in ("Một", "Hai")
    ]
    first = pages[0].copy_for_translation(locale, copy_parents=True)
    first.title = "One"
    first.save_revision().publish()
    Page.objects.filter(locale=locale).update(live=True)
    translated = ArticlePage.objects.get(title="Conference")
    translated.related = [ArticleRelated(page=page) for page in pages]
    translated.save_revision().publish()
    html = BeautifulSoup(client.get(english["article"]).content, "html.parser")
    shown = [link["href"] for link in html.select("main .card a, aside .card a")]
    assert shown[:2] == [first.url, pages[1].url]
    translated_card, other = (
        html.select_one(f'.card a[href="{page.url}"]') for page in (first, pages[1])
    )
    assert not translated_card.find_parent(lang="vi")
    assert other.find_parent(lang="vi")


@pytest.mark.parametrize(("number", "said"), [(1, "1 result<"), (2, "2 results<")])
def test_results_are_counted_in_english(client, site_tree, number, said):
    for _ in range(number):
        ArticlePageFactory(parent=site_tree.emulation, title="Giao ước")
    write_what_is_due()
    assert f"<b>{said}/b>" in client.get("/en/tim-kiem/?q=giao+uoc").content.decode()


def test_a_time_that_was_read_otherwise_is_told_in_english(client, site_tree):
    ArticlePageFactory(parent=site_tree.emulation, title="Họp ngày 3/2/2024")
    write_what_is_due()
    html = client.get("/en/tim-kiem/?q=30/2/2024").content.decode()
    assert "Read as: <b>February 2024</b>" in html


def test_what_is_not_translated_is_shown_under_its_own_address_alone(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    for address in (site_tree.awards.url, article.url):
        answer = client.get("/en" + address)
        assert (answer.status_code, answer["Location"]) == (302, address)


@pytest.mark.parametrize("sites", [1, 2])
def test_without_an_english_front_page_the_site_map_stands_in_its_place(client, site_tree, sites):
    if sites == 2:
        Site.objects.create(hostname="khac.example", root_page=site_tree.home)
    answer = client.get("/en/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/so-do-trang/")
    for address in ("/en/nhan-su/", "/en/so-do-trang/", "/en/gop-y/", "/en/khong-co/"):
        html = client.get(address).content.decode()
        assert 'class="brand" href="/en/"' in html, address
        assert '<a href="/en/">Home</a>' in html, address


def test_what_is_there_in_both_languages_leads_to_itself_without_an_english_front_page(
    client, site_tree
):
    person, office = PersonFactory(), OrganisationFactory()
    cluster = ClusterFactory()
    things: list[HasAddress] = [person, office, cluster]
    addresses = [thing.get_absolute_url() for thing in things]
    addresses += ["/nhan-su/", "/tim-kiem/?q=a", "/gop-y/", "/so-do-trang/", "/chuyen-bang-anh/"]
    for address in addresses:
        html = client.get(address).content.decode()
        assert f'href="/en{address}" hreflang="en" lang="en">' in html
        html = client.get(f"/en{address}").content.decode()
        assert f'href="{address}" hreflang="vi" lang="vi">' in html
    assert 'href="/" hreflang="vi"' in client.get("/en/khong-co/").content.decode()
    for address in ("/", "/tin-tuc/", "/khong-co/"):
        assert 'hreflang="en"' not in client.get(address).content.decode(), address


def test_a_missing_slash_leads_to_the_english_page_whatever_stood_there_before(client, english):
    Redirect.add_redirect(english["article"], redirect_to="/tin-tuc/")
    answer = client.get(english["article"].rstrip("/"))
    assert (answer.status_code, answer["Location"]) == (301, english["article"])


def test_each_page_leads_to_itself_in_the_other_language(client, english):
    assert (
        f'href="{english["article"]}" hreflang="en" lang="en"'
        in client.get(english["vi"]).content.decode()
    )
    html = client.get(english["article"]).content.decode()
    assert f'href="{english["vi"]}" hreflang="vi" lang="vi"' in html


def test_what_has_no_language_leads_to_itself_in_the_other_one(client, english):
    for here, there, code in (
        ("/nhan-su/", "/en/nhan-su/", "en"),
        ("/en/tim-kiem/?q=a", "/tim-kiem/?q=a", "vi"),
        ("/en/khong-co/", "/", "vi"),
        ("/nhung/", "/en/nhung/", "en"),
        ("/api/v1/docs", "/en/", "en"),
    ):
        assert f'href="{there}" hreflang="{code}"' in client.get(here).content.decode()


def test_the_menu_of_an_english_page_shows_english_pages(client, english, site_tree):
    site_tree.news.show_in_menus = True
    site_tree.news.save()
    page = site_tree.news.get_translation(Locale.objects.get(language_code="en"))
    page.title, page.show_in_menus = "News in English", True
    page.save()  # it is an alias still, which has no revisions
    html = client.get("/en/").content.decode()
    menu = html[html.index('id="muc-luc"') : html.index("<main")]
    assert 'href="/en/tin-tuc/">News in English<' in menu
    assert 'href="/en/" aria-current="page"' in menu
    assert 'class="brand" href="/en/"' in html


def test_vietnamese_pages_stay_vietnamese_after_an_english_one(client, english):
    client.get(english["article"])
    html = client.get(english["vi"]).content.decode()
    assert '<html lang="vi">' in html
    assert "Chia sẻ" in html


@pytest.fixture
def in_english(site_tree) -> list[str]:
    """Addresses of every kind of English page; what stands in them is English as far as it can be."""
    portrait = PhotoFactory(description="Chân dung bà Páo")
    person = PersonFactory(portrait=portrait)
    office = OrganisationFactory(address="số 1, đường Lê Lai")
    PostFactory(person=person, organisation=office)
    PostFactory(
        person=person,
        organisation=office,
        end=datetime.date(2022, 5, 1),
        start=None,
        attested_on=datetime.date(2020, 1, 1),
    )
    cluster = ClusterFactory()
    ClusterMembershipFactory(cluster=cluster, organisation=office)
    ClusterYearFactory(cluster=cluster, year=2024, head=office)
    english = Locale.objects.get(language_code="en")
    topic = TopicFactory(name="Reform", locale=english)
    photos = [
        PhotoFactory(photographer="AFP", caption="A hall", description="A hall") for _ in range(4)
    ]
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        lead="",
        body=[gallery_block(*photos), photo_block(photos[0]), ("awards", {"title": ""})],
        topics=[topic],
        clusters=[cluster],
        event_date=datetime.date(2024, 2, 29),
        event_part_of_day="afternoon",
        organisation_rows=[ArticleOrganisation(organisation=office)],
        corrections=[
            ArticleCorrection(on=datetime.date(2024, 3, 2), note="A day.", changes_a_fact=True)
        ],
    )
    grants = [
        AwardGrantFactory(person=person, articles=[article]),
        AwardGrantFactory(to_unnamed=True),
        AwardGrantFactory(to_household=True, revoked=True),
    ]
    AwardAnnouncementPageFactory(parent=site_tree.awards, more_grants=grants)
    ConsultationPageFactory(parent=site_tree.awards, opens_on=datetime.date.today())
    for page in (article, *AwardAnnouncementPage.objects.all(), *ConsultationPage.objects.all()):
        page.copy_for_translation(english, copy_parents=True)
    for page in Page.objects.filter(locale=english).order_by("path"):
        page.specific.save_revision().publish() if not page.alias_of_id else None
    Page.objects.filter(locale=english).update(title="Words", draft_title="Words", live=True)
    for model in (AwardAnnouncementPage, ConsultationPage):
        model.objects.filter(locale=english).update(lead="Words")
    ConsultationPage.objects.filter(locale=english).update(legal_basis="A decree")
    grants[0].articles.add(ArticlePage.objects.get(locale=english))
    SectionPage.objects.filter(locale=english).update(introduction="")
    write_what_is_due()
    things: list[HasAddress] = [person, office, cluster]
    return [
        *(page.url for page in Page.objects.filter(locale=english, depth__gt=1)),
        *("/en" + thing.get_absolute_url() for thing in things),
        *(f"/en/{path}/" for path in ("nhan-su", "tim-kiem", "gop-y", "so-do-trang", "luot-xem")),
        *(f"/en/nhung/{query}" for query in ("", "?locale=vi&photos=1", "?color=a&a=1")),
        *(f"/en/{path}/" for path in ("chu-de", "chu-de/reform", "chuyen-bang-anh", "khong-co")),
        f"/en{person.get_absolute_url()}?ngay=1",
        "/en/tim-kiem/?q=words",
        "/en/tim-kiem/?q=" + person.full_name,
        "/en/tim-kiem/?q=zzzz+qqqq",
        "/en/khen-thuong/?year=1999",
        "/en/khen-thuong/?year=2023&title=BK_BNT&kind=person&q=words",
        f"/en/khen-thuong/?source={article.translation_key}",
        "/en/khen-thuong/?year=x&title=x&kind=x&q=!",
    ]


def test_what_is_vietnamese_among_english_words_says_so(client, in_english):
    """WCAG 3.1.2: or a program that reads aloud reads it as if it were English."""
    answers = [(address, client.get(address)) for address in in_english]
    answers.append(("a letter", client.post("/en/gop-y/", {"kind": "none"})))
    answers.append(
        ("a receipt", client.post("/en/gop-y/", {"kind": "mistake", "message": "A"}, follow=True))
    )
    answers.append(("not taken", client.post("/en/nhan-su/")))
    assert len(answers) > 25
    unmarked = []
    for address, answer in answers:
        html = BeautifulSoup(answer.content, "html.parser")
        assert html.html["lang"] == "en", address
        unmarked += [f"{address}: {words}" for words in vietnamese_as_english(html)]
    assert not unmarked, "\n".join(unmarked)


def test_days_and_numbers_are_written_as_english_readers_do(client, in_english):
    """01/02/2024 is a day in January or in February, whoever reads it."""
    for address in in_english:
        html = BeautifulSoup(client.get(address).content, "html.parser")
        for marked in html.select('[lang="vi"], script, .note.error, [role="alert"]'):
            marked.decompose()
        words = html.get_text(" ").replace("like 29/02/2024", "")  # how it is typed
        assert not FIGURES.findall(words), address
    html = client.get("/en/nhan-su/").content.decode()
    assert f"As of <b>{datetime.date.today():%-d %B %Y}</b>" in html


def test_the_search_tells_in_english_what_it_made_of_the_words(client, site_tree):
    for title in ("Họp ngày 3/2/2024", "Bắc Kạn", "Thái Nguyên"):
        ArticlePageFactory(parent=site_tree.emulation, title=title, lead="", body=())
    write_what_is_due()

    def told(typed: str) -> str:
        html = BeautifulSoup(client.get("/en/tim-kiem/", {"q": typed}).content, "html.parser")
        notices = html.select(".notice")
        words = " ".join(" ".join(notice.get_text(" ").split()) for notice in notices)
        assert not [each for notice in notices for each in vietnamese_as_english(notice)]
        return words

    assert "Bắc Kạn is part of Thái Nguyên now (since 1 July 2025)" in told("bac kan")
    assert "Searched for instead: February 2024." in told("30/2/2024")
    day, month = "no results for 17 February 2024 .", "results for February 2024 ."
    assert day in told("ngày 17/2/2024")
    assert month in told("ngày 17/2/2024")


def test_search_is_narrowed_in_the_language_of_the_reader(client, in_english, site_tree):
    html = BeautifulSoup(client.get("/en/tim-kiem/?q=words&award=BK_BNT").content, "html.parser")
    shown = [each.find(string=True).strip() for each in html.select(".facets li a, .chips a")]
    for name in ("Words", AwardTitle.objects.get(code="BK_BNT").name_en):
        assert name in shown, shown
    chip = html.select_one(".chips a")
    assert chip.text.startswith("Title or award: Certificate of Merit")
    assert not chip.select("[lang]")


@pytest.mark.parametrize(
    ("address", "own", "other", "said", "code"),
    [
        ("/tim-kiem/", "Hội nghị", "Conference", "Tin bài · Tiếng Anh", "en"),
        ("/en/tim-kiem/", "Conference", "Hội nghị", "Article · Vietnamese", "vi"),
    ],
)
def test_what_is_found_in_another_language_says_so(
    client, english, address, own, other, said, code
):
    write_what_is_due()

    def found(words):
        html = BeautifulSoup(client.get(address, {"q": words}).content, "html.parser")
        return next(each for each in html.select(".results > li") if each.h2.text == words)

    result = found(other)
    assert result.select_one(".kicker").text == said
    assert result.h2["lang"] == result.select_one(".card-lead")["lang"] == code

    result = found(own)
    assert result.select_one(".kicker").text == said.partition(" · ")[0]
    assert not result.select("[lang]")


def test_people_and_their_awards_are_told_in_english(client):
    person = PersonFactory(full_name="Lò Thị Phương", honorific="bà")
    PostFactory(person=person)
    AwardGrantFactory(person=person, code="HC_LD", rank="hạng Nhì", title_as_printed="Huân chương")
    address = person.get_absolute_url()
    html = BeautifulSoup(client.get(f"/en{address}").content, "html.parser")
    assert html.h1.decode_contents() == 'Ms <span lang="vi">Lò Thị Phương</span>'
    assert html.title.text.startswith("Ms Lò Thị Phương – ")
    assert html.select_one(".tag.award").decode_contents() == "Labour Order, Second class"
    html = BeautifulSoup(client.get(address).content, "html.parser")
    assert html.h1.decode_contents() == "Bà Lò Thị Phương"
    assert html.select_one(".tag.award").text == "Huân chương hạng Nhì"


def test_who_decided_and_what_is_counted_is_told_in_english_where_we_know_the_words(
    client, in_english, site_tree
):
    printed = {"title_as_printed": "Bằng khen của Chủ tịch UBND tỉnh", "decision": None}
    AwardGrantFactory(decider_text="Chủ tịch UBND tỉnh", **printed)
    AwardGrantFactory(decider_text="Trưởng ban Tổ chức", **printed)
    AwardGrantFactory(to_unnamed=True, quantity=7, recipient_name="")
    html = BeautifulSoup(client.get("/en/khen-thuong/").content, "html.parser")
    read = " ".join(html.select_one(".register").get_text().split())
    # The printed title names the chair; its English name names nobody.
    assert "awarded by Chair of the Provincial People’s Committee" in read
    assert html.select_one(".register").find(lang="vi", string="Trưởng ban Tổ chức")
    assert "7 people" in read
    in_vietnamese = client.get(site_tree.awards.url).content.decode()
    assert "do Chủ tịch UBND tỉnh tặng" not in in_vietnamese


def test_a_decision_is_named_in_english(client):
    decision = AwardDecisionFactory(number="214/QĐ-UBND", decided_on=datetime.date(2024, 2, 29))
    grant = AwardGrantFactory(person=PersonFactory(), decision=decision)
    address = grant.person.get_absolute_url()
    note = BeautifulSoup(client.get(f"/en{address}").content, "html.parser").select_one(".awards")
    assert "Decision 214/QĐ-UBND of 29 February 2024" in " ".join(note.get_text().split())
    assert "Quyết định 214/QĐ-UBND ngày 29/02/2024" in " ".join(
        BeautifulSoup(client.get(address).content, "html.parser").get_text().split()
    )


@pytest.mark.once
def test_the_register_is_narrowed_by_titles_under_their_english_names(client, in_english):
    answer = client.get("/en/khen-thuong/?title=BK_BNT")
    html = BeautifulSoup(answer.content, "html.parser")
    option, chip = html.select_one("option[selected]"), html.select_one(".chips a")
    for shown in (option, chip):
        assert shown.text.startswith("Certificate of Merit of a Ministry")
        assert not shown.select("[lang]")
    assert "lang" not in option.attrs


def test_an_english_page_of_a_site_without_english_pages_says_what_is_vietnamese(client, site_tree):
    site_tree.news.show_in_menus = True
    site_tree.news.save()
    ArticlePageFactory(parent=site_tree.emulation)
    for address in ("/en/nhan-su/", "/en/so-do-trang/", "/en/khong-co/", "/en/tim-kiem/?q=zzzz"):
        html = BeautifulSoup(client.get(address).content, "html.parser")
        assert html.html["lang"] == "en"
        assert vietnamese_as_english(html) == [], address


@pytest.fixture
def department(site_tree) -> SiteSettings:
    details = SiteSettings.for_site(site_tree.site)
    for name, value in {
        "department_name": "Sở Nội vụ",
        "department_name_en": "Department of Home Affairs",
        "province_line": "Tỉnh Đồng Đăng",
        "province_line_en": "Dong Dang Province",
        "managing_authority": "Ủy ban nhân dân tỉnh",
        "managing_authority_en": "Provincial People’s Committee",
        "address": "số 1, đường Lê Lai",
        "address_en": "1 Le Lai Street",
        "content_lead": "bà Đỗ Thị Bích",
        "content_lead_en": "Ms Do Thi Bich",
        "licence_line": "Giấy phép số 1/GP",
        "licence_line_en": "Licence No. 1/GP",
        "source_rule": "Ghi rõ nguồn.",
        "source_rule_en": "Please name the source.",
    }.items():
        setattr(details, name, value)
    details.save()
    return details


def test_english_pages_say_who_we_are_in_english(client, english, department):
    name = "Department of Home Affairs of Dong Dang Province"
    for address in (*english.values(), "/en/gop-y/", "/en/khong-co/"):
        html = BeautifulSoup(client.get(address).content, "html.parser")
        read, frame = html.get_text(" ", strip=True), html.select(".brand, .footer")
        if address == english["vi"]:
            assert "Sở Nội vụ tỉnh Đồng Đăng" in html.title.text
            assert "Home Affairs" not in str(html)
            continue
        assert name in html.title.text, address
        assert not any(part.select('[lang="vi"]') for part in frame), address
        for words in (
            "Department of Home Affairs Dong Dang Province",
            "Managing authority: Provincial People’s Committee",
            "Address: 1 Le Lai Street",
            "Responsible for content: Ms Do Thi Bich",
            "Licence No. 1/GP Please name the source.",
        ):
            assert words in read, (address, words)
        for words in ("Đồng Đăng", "Lê Lai", "Đỗ Thị Bích", "Giấy phép", "Ghi rõ nguồn"):
            assert words not in str(html), (address, words)
    assert '"name": "Department of Home Affairs of Dong' in client.get(
        english["article"]
    ).content.decode().replace('":"', '": "')


def test_what_others_are_told_names_us_in_the_language_of_the_text(client, english, department):
    in_english, in_vietnamese = (
        "Department of Home Affairs of Dong Dang Province",
        "Sở Nội vụ tỉnh Đồng Đăng",
    )
    for address, told, not_told in (
        ("/en/rss.xml", in_english, in_vietnamese),
        ("/rss.xml", in_vietnamese, in_english),
        ("/nhung/tin-tuc/?locale=en", in_english, in_vietnamese),
    ):
        said = client.get(address).content.decode()
        assert told in said, address
        assert not_told not in said, address
    for page in Page.objects.type(ArticlePage).specific():
        page.published_at = timezone.now()
        page.save_revision().publish()
    frame = client.get("/nhung/tin-tuc/?locale=en").content.decode()
    assert f"{timezone.localdate():%-d %B %Y}" in frame
    said = client.get("/sitemap-tin-moi.xml").content.decode()
    for name, code in ((in_english, "en"), (in_vietnamese, "vi")):
        assert f"<news:name>{name}</news:name><news:language>{code}<" in said


def test_what_is_only_written_in_english_is_shown_on_english_pages(client, department):
    for name in ("province_line", "managing_authority", "address", "licence_line"):
        setattr(department, name, "")
    department.save()
    english, vietnamese = (client.get(f"{way}/gop-y/").content.decode() for way in ("/en", ""))
    for words in ("Dong Dang Province", "Committee", "1 Le Lai Street", "Licence No. 1/GP"):
        assert words in english
        assert words not in vietnamese


def test_what_nobody_wrote_in_english_is_shown_in_vietnamese_and_marked(client, department):
    for name in ("department_name", "address", "licence_line"):
        setattr(department, f"{name}_en", "")
    department.save()
    html = BeautifulSoup(client.get("/en/gop-y/").content, "html.parser")
    assert "Sở Nội vụ tỉnh Đồng Đăng" in html.title.text
    marked = {each.text for each in html.select('.brand [lang="vi"], .footer [lang="vi"]')}
    assert marked > {
        "Sở Nội vụ",
        "Sở Nội vụ tỉnh Đồng Đăng",
        "số 1, đường Lê Lai",
        "Giấy phép số 1/GP",
    }
    assert "Ms Do Thi Bich" in html.select_one(".footer").text
    assert vietnamese_as_english(html) == []


def vietnamese_as_english(html: Tag) -> list[str]:
    for marked in html.select('[lang="vi"], [aria-hidden], title, script, .results .card-lead'):
        marked.decompose()
    attributes = (
        "alt",
        "aria-label",
        "placeholder",
        "data-words",
        "data-done",
        "data-l",
        "data-kinds",
    )
    read = [str(text).strip() for text in html.find_all(string=True)]
    read += [
        str(tag[name]) for tag in html.find_all(True) for name in attributes if tag.has_attr(name)
    ]
    return [words for words in read if WITH_MARKS.search(words)]


def test_nothing_that_is_to_be_translated_was_forgotten():
    known = {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(CATALOGUE))}
    said = {
        pair
        for room in ("site/website", "news", "people", "search")
        for kind, read in (("*.html", of_template), ("*.py", of_program))
        for file in (ROOT / room).rglob(kind)
        for pair in read(file.read_text("utf-8"))
        if not pair[1].isascii()
    }
    assert len(said) > 250
    assert said - known == set()


def test_one_is_not_said_as_many(client, english):
    article = ArticlePage.objects.get(title="Conference")
    for views, words in ((1, "1 view"), (2, "2 views")):
        ViewTotal.objects.update_or_create(
            article=article.translation_key, defaults={"last_week": views}
        )
        assert f">{words}<" in client.get(english["news"]).content.decode()
    for entry in polib.pofile(str(CATALOGUE)):
        if entry.msgid_plural:
            assert entry.msgstr_plural[0] != entry.msgstr_plural[1]


def of_template(source: str) -> list[tuple[str, str]]:
    """Context and words, as Django itself takes them out; it leaves all else as letters X and B."""
    return SAID.findall(templatize(source))


def of_program(source: str) -> list[tuple[str, str]]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = ("gettext", "gettext_lazy", "gettext_noop")
    said = [call.args[0] for call in calls if getattr(call.func, "id", "") in names and call.args]
    return [("", str(words.value)) for words in said if isinstance(words, ast.Constant)]


def test_the_compiled_catalogue_says_the_same():
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    written, made = (
        {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in entries}
        for entries in (polib.pofile(str(CATALOGUE)), compiled)
    )
    assert written == made
