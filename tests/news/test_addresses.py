"""Addresses of pages: made of the title, ASCII, unique among their neighbours."""

import re
import unicodedata

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from news.factories import ArticlePageFactory, SectionPageFactory
from news.models import ArticlePage
from news.page_forms import PageForm
from news.slugs import VietnameseSlugInput
from search.vietnamese.slugs import vietnamese_slug

pytestmark = pytest.mark.once

LONG = "Tổng kết phong trào thi đua yêu nước giai đoạn 2020 – 2025 tại các đơn vị " * 3


def article(tree, title, **fields):
    return ArticlePageFactory(parent=tree.emulation, title=title, **fields)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đại hội Đảng bộ tỉnh", "dai-hoi-dang-bo-tinh"),
        (unicodedata.normalize("NFD", "Đền ơn đáp nghĩa"), "den-on-dap-nghia"),
        ("Thi đua – Khen thưởng 2024/2025", "thi-dua-khen-thuong-2024-2025"),
        ("Мир", "mir"),
        ("–", "tin"),
    ],
)
def test_an_address_is_made_of_the_title(site_tree, title, slug):
    assert article(site_tree, title).slug == slug


def test_a_title_of_only_emoji_still_has_an_address(site_tree, client):
    page = article(site_tree, "🎉🏅")
    assert re.fullmatch(r"[a-z0-9-]+", page.slug)
    assert page.url == f"/tin-tuc/thi-dua/{page.slug}/"


@pytest.mark.parametrize("typed", ["Đặc biệt", "đặc-biệt", "DAC BIET", "/dac--biet/", "dac_biet"])
def test_an_address_typed_with_accents_is_made_ascii(site_tree, typed):
    assert article(site_tree, "Tin khác", slug=typed).slug == "dac-biet"


def test_articles_of_one_title_get_numbers(site_tree):
    slugs = [article(site_tree, "Hội nghị tổng kết").slug for _ in range(3)]
    assert slugs == ["hoi-nghi-tong-ket", "hoi-nghi-tong-ket-2", "hoi-nghi-tong-ket-3"]


def test_titles_that_differ_only_in_accents_collide_and_are_told_apart(site_tree):
    slugs = [article(site_tree, title).slug for title in ("Hòa giải", "Hoá giải", "Họa giai")]
    assert slugs == ["hoa-giai", "hoa-giai-2", "hoa-giai-3"]


def test_long_titles_that_begin_alike_keep_their_addresses_when_saved_again(site_tree):
    pages = [article(site_tree, f"{LONG} lần {number}") for number in (1, 2, 3)]
    slugs = [page.slug for page in pages]
    assert len(set(slugs)) == 3
    assert max(map(len, slugs)) <= 100
    for page in pages:
        page.save_revision().publish()
    assert list(ArticlePage.objects.order_by("pk").values_list("slug", flat=True)) == slugs


def test_a_long_title_alone_has_the_address_the_function_gives(site_tree):
    assert article(site_tree, LONG).slug == vietnamese_slug(LONG)


def test_an_address_an_editor_typed_and_that_is_taken_is_refused(site_tree):
    article(site_tree, "Một", slug="trung-nhau")
    with pytest.raises(ValidationError) as refusal:
        article(site_tree, "Hai", slug="trùng nhau")
    assert "slug" in refusal.value.error_dict


def test_the_same_title_in_two_sections_keeps_the_same_address(site_tree):
    here = article(site_tree, "Hội nghị tổng kết")
    there = ArticlePageFactory(parent=site_tree.structure, title="Hội nghị tổng kết")
    assert here.slug == there.slug
    assert here.url != there.url


def test_the_address_stays_when_the_title_is_corrected(site_tree):
    page = article(site_tree, "Hội nghị tổng kết")
    page.title = "Hội nghị sơ kết"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.slug == "hoi-nghi-tong-ket"


def test_a_page_without_title_is_refused_and_nothing_is_saved(site_tree):
    with pytest.raises(ValidationError):
        SectionPageFactory(parent=site_tree.news, title="")
    assert not Page.objects.filter(title="").exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=255))
def test_the_page_and_the_function_make_the_same_address_of_any_title(site_tree, title):
    page = ArticlePage(title=title)
    page._cached_parent_obj = site_tree.emulation
    page.path, page.depth = site_tree.emulation.path + "0009", site_tree.emulation.depth + 1
    page.full_clean(exclude=["url_path", "content_type", "title"])
    assert page.slug == vietnamese_slug(title)


class TitleForm(PageForm):
    class Meta:
        model = ArticlePage
        fields = ["title", "slug"]
        widgets = {"slug": VietnameseSlugInput}
        formsets: list[str] = []


def test_a_new_page_called_like_another_one_gets_a_number_in_its_form(site_tree):
    public = ArticlePageFactory(parent=site_tree.emulation, title="Lịch tiếp công dân")
    typed = {"title": public.title, "slug": public.slug}
    new = TitleForm(typed, parent_page=site_tree.emulation, instance=ArticlePage())
    assert new.is_valid()
    assert new.cleaned_data["slug"] == f"{public.slug}-2"

    other = ArticlePageFactory(parent=site_tree.emulation, title="Lịch họp")
    known = TitleForm(typed, parent_page=site_tree.emulation, instance=other)
    assert not known.is_valid()  # its readers have the address


@pytest.mark.parametrize(
    ("first", "typed", "then"),
    [
        ("Hội ngh", "hoi-ngh", "hoi-nghi-tong-ket-nam-2024"),  # saved by itself in the middle of it
        ("Họp", "hop-7", "hoi-nghi-tong-ket-nam-2024"),  # others were called so
        (LONG, vietnamese_slug(LONG), "hoi-nghi-tong-ket-nam-2024"),
        (LONG, vietnamese_slug(LONG, max_length=90) + "-2", "hoi-nghi-tong-ket-nam-2024"),
        ("Hội nghị", "tong-ket", "tong-ket"),  # somebody's own
        ("Hội nghị", "hoi-nghi-2024-tai-tinh", "hoi-nghi-2024-tai-tinh"),
    ],
)
def test_until_it_is_public_the_address_follows_the_title(site_tree, first, typed, then):
    draft = article(site_tree, first, slug=typed, published=False)
    form = TitleForm(
        {"title": "Hội nghị tổng kết năm 2024", "slug": typed},
        parent_page=site_tree.emulation,
        instance=ArticlePage.objects.get(pk=draft.pk),
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["slug"] == then


def test_a_title_too_long_is_answered_with_both_numbers_and_no_other_fault(site_tree):
    title = "Hội nghị " * 40
    typed = {"title": title, "slug": "hoi-nghi-" * 40}
    form = TitleForm(typed, parent_page=site_tree.emulation, instance=ArticlePage())
    assert form.errors == {"title": [f"Nhiều nhất 255 ký tự (đang có {len(title.strip())})."]}
    assert form["title"].value() == title


MAKE_AND_COMPARE = """(slug, title) => {
    const say = (name) => slug.dispatchEvent(
        new CustomEvent(`w-sync:${name}`, {cancelable: true, detail: {value: title}})
    );
    say("apply");
    return [slug.value, say("check")];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("title", ["Đại hội Đảng bộ tỉnh", LONG, "Báo" * 50])
def test_the_script_makes_the_same_address_and_knows_it_again(page, title):
    """Wagtail's lets the slug follow the title only as long as it is what it makes of it itself."""
    slug = VietnameseSlugInput(attrs={"id": "slug"}).render("slug", "")
    page.set_content(f'<script id="wagtail-config" type="application/json">{{}}</script>{slug}')
    for script in ("vendor/jquery-3.6.0.min.js", "vendor.js", "core.js"):
        page.add_script_tag(path=finders.find(f"wagtailadmin/js/{script}"))
    assert page.locator("#slug").evaluate(MAKE_AND_COMPARE, title) == [vietnamese_slug(title), True]
