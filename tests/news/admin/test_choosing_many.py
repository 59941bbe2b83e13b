"""Topics, sections, provinces and clusters of an article are ticked: a list of lines would forget all
others for one press without the right key."""

import pytest
from wagtail.models import Locale

from news.factories import ArticlePageFactory, TopicFactory
from news.models import ArticlePage
from news.uploads.widgets import PickFromMany

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def form_of(page: ArticlePage, user):
    made = ArticlePage.get_edit_handler().get_form_class()
    return made(instance=page, for_user=user, parent_page=page.get_parent())


def offered(form, name: str) -> list:
    return [value.instance for value, _label in form.fields[name].widget.choices]


@pytest.fixture
def english_topic(db):
    return TopicFactory(locale=Locale.objects.get(language_code="en"), name="Elections")


@pytest.mark.parametrize("name", ["topics", "other_sections", "provinces", "clusters"])
def test_several_are_ticked(site_tree, admin_user, name):
    form = form_of(ArticlePageFactory(parent=site_tree.emulation), admin_user)
    assert isinstance(form.fields[name].widget, PickFromMany)


def test_those_of_the_articles_language_are_offered(site_tree, admin_user, english_topic):
    topic = TopicFactory(name="Bầu cử")
    form = form_of(ArticlePageFactory(parent=site_tree.emulation), admin_user)
    assert offered(form, "topics") == [topic]
    assert site_tree.structure in offered(form, "other_sections")


def test_a_translation_keeps_the_topics_of_its_original(site_tree, admin_user, english_topic):
    topic = TopicFactory(name="Bầu cử")
    TopicFactory(name="Cải cách hành chính")
    article = ArticlePageFactory(parent=site_tree.emulation, topics=[topic])
    translation = article.copy_for_translation(english_topic.locale, copy_parents=True)

    assert set(offered(form_of(translation, admin_user), "topics")) == {topic, english_topic}


def test_what_was_left_out_by_mistake_is_ticked_again(site_tree, admin_user, english_topic):
    """The draft that was kept meanwhile has it no more, but the screen has."""
    topic = TopicFactory(name="Bầu cử")
    article = ArticlePageFactory(parent=site_tree.emulation, topics=[topic])
    translation = article.copy_for_translation(english_topic.locale, copy_parents=True)
    translation.topics = []

    field = form_of(translation, admin_user).fields["topics"]
    assert list(field.clean([topic.pk])) == [topic]
