"""What the API says of an article that is no longer there, or not in this language."""

import uuid

import pytest

from news.factories import ArticlePageFactory


@pytest.fixture
def withdraw(site_tree):
    def removed(reason, **fields):
        article = ArticlePageFactory(parent=site_tree.emulation, removal_reason=reason, **fields)
        article.unpublish()
        return article

    return removed


def test_a_withdrawn_article_says_why(api, withdraw):
    article = withdraw("withdrawn", removal_note="Bài in sai tên người được khen.")

    problem = api.get(f"articles/{article.translation_key}/", status=410)

    assert problem == {
        "type": "about:blank",
        "title": "Không còn ở đây",
        "title_en": "Gone",
        "status": 410,
        "detail": "Bài in sai tên người được khen.",
        "detail_en": "The article was withdrawn.",
        "reason": "withdrawn",
        "note": "Bài in sai tên người được khen.",
        "replaced_by": None,
    }


def test_a_superseded_article_names_the_one_that_replaced_it(api, withdraw, site_tree):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article = withdraw("superseded", replaced_by=newer)

    problem = api.get(f"articles/{article.translation_key}/", status=410)

    assert problem["detail"] == "Bài đã có bản thay thế."
    assert problem["replaced_by"] == "http://localhost/tin-tuc/to-chuc-bo-may/ban-moi/"


def test_a_replacement_that_is_not_public_is_not_named(api, withdraw, site_tree):
    draft = ArticlePageFactory(parent=site_tree.structure, published=False)
    article = withdraw("superseded", replaced_by=draft)

    assert api.get(f"articles/{article.translation_key}/", status=410)["replaced_by"] is None


def test_a_draft_with_a_reason_never_existed(api, site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, published=False, removal_reason="withdrawn"
    )

    api.get(f"articles/{article.translation_key}/", status=404)


def test_an_article_put_back_is_there_again(api, withdraw):
    article = withdraw("withdrawn")

    article.get_latest_revision().publish()

    assert api.get(f"articles/{article.translation_key}/")["title"] == article.title


def test_an_article_put_back_and_taken_down_again_says_nothing_of_the_first_time(
    api, withdraw, site_tree
):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article = withdraw("superseded", removal_note="Số liệu cũ.", replaced_by=newer)
    article.get_latest_revision().publish()

    article = type(article).objects.get(pk=article.pk)
    article.get_latest_revision_as_object().save_revision()  # as somebody who opens and saves it
    type(article).objects.get(pk=article.pk).unpublish()

    problem = api.get(f"articles/{article.translation_key}/", status=410)
    assert (problem["reason"], problem["note"], problem["replaced_by"]) == ("withdrawn", "", None)
    (change,) = [
        each for each in api.get("changes/")["items"] if each["id"] == str(article.translation_key)
    ]
    assert (change["reason"], change["replaced_by"]) == ("withdrawn", None)


def test_a_notice_of_a_newer_text_stays_when_it_is_published_anew(client, site_tree):
    newer = ArticlePageFactory(parent=site_tree.structure, title="Bản mới")
    article = ArticlePageFactory(
        parent=site_tree.emulation, removal_reason="superseded", replaced_by=newer
    )
    article.save_revision().publish()

    assert "Tin này đã có bản mới" in client.get(article.url).content.decode()


def test_a_reason_that_was_cleared_in_a_draft_is_not_told(api, site_tree):
    article = ArticlePageFactory(
        parent=site_tree.emulation, removal_reason="gone", removal_note="Đăng nhầm."
    )
    article.removal_reason = article.removal_note = ""
    article.save_revision()

    type(article).objects.get(pk=article.pk).unpublish()

    problem = api.get(f"articles/{article.translation_key}/", status=410)
    assert (problem["reason"], problem["note"]) == ("withdrawn", "")


def test_an_unknown_id_is_not_found(api, db):
    assert api.get(f"articles/{uuid.uuid4()}/", status=404)["status"] == 404


def test_a_missing_translation_is_given_in_vietnamese_and_says_so(api, everything):
    fetched = api.get(f"articles/{everything.translation_key}/", locale="en")

    assert (fetched["locale"], fetched["locale_fallback"]) == ("vi", True)


def test_translations_know_each_other(api, everything, english, site_tree):
    site_tree.home.copy_for_translation(english)
    translation = everything.copy_for_translation(english, copy_parents=True)
    translation.title, translation.slug = "Signing of the pledge", "signing"
    translation.save_revision().publish()

    fetched = api.get(f"articles/{everything.translation_key}/", locale="en")

    assert fetched["title"] == "Signing of the pledge"
    assert fetched["locale_fallback"] is False
    assert [each["locale"] for each in fetched["translations"]] == ["vi"]
    assert fetched["views"] == 33
    assert len(fetched["awards"]) == 1
