"""What stands beside each field of ours: a Vietnamese name, and a sentence where one may wonder."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.forms import Field
from django.forms.utils import pretty_name
from django.utils.text import camel_case_to_spaces, capfirst
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.admin.panels import get_edit_handler
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.fields import StreamField
from wagtail.images.forms import get_image_form
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from news.models import Photo
from news.photo_blocks import PhotoBlock

pytestmark = pytest.mark.once

ROOMS = ("website", "news", "people", "search")
# Tables that programs keep for themselves; no screen names their fields.
OF_PROGRAMS = {
    "pageviews.CountedLog",
    "search.IndexWrite",
    "search.IndexedAcronym",
    "search.IndexedDocument",
    "search.FacetSet",
    "search.FacetValue",
    "search.SearchedWords",
    "search.Term",
    "syndication.PublicationContent",
    "syndication.PublicationDependency",
    "syndication.PublicationFacet",
    "syndication.PublicationHtml",
    "syndication.WaitingPage",
}
# Wagtail draws this switch itself, in the panel for comments.
SWITCH = "comment_notifications"
# The name says it all; when to publish is explained around the fields.
CLEAR = {"title", "file", "collection", "tags", "taken_on", SWITCH, "go_live_at", "expire_at"}
# Loaded with the system, or written by readers: nobody fills in their forms.
NOT_FILLED_IN = {"awards.AwardTitle", "people.Province", "website.Feedback"}


def ours(model: type) -> bool:
    return model.__module__.split(".")[0] in ROOMS


MODELS = [
    model
    for model in apps.get_models()
    if ours(model) and model._meta.label not in OF_PROGRAMS and not model._meta.auto_created
]
PAGES = [model for model in get_page_models() if ours(model)]
SNIPPETS = [model for model in get_snippet_models() if ours(model)]
WRITTEN_IN_FORMS = [*PAGES, *SNIPPETS, *settings_registry, Photo]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_model_and_field_of_ours_has_a_name_of_its_own(model):
    assert model._meta.verbose_name != automatic(model.__name__)
    assert [
        field.name
        for field in own_fields(model)
        if field.editable and field.verbose_name == field.name.replace("_", " ")
    ] == []


def own_fields(model: type[models.Model]) -> Iterator[models.Field]:
    """Without those that come from a class of others, and Django's link to a parent's row."""
    borrowed = {
        field.name
        for base in model.__mro__
        if hasattr(base, "_meta") and not ours(base)
        for field in base._meta.get_fields()
    }
    for field in model._meta.concrete_fields + model._meta.many_to_many:
        if field.name not in borrowed and not getattr(field.remote_field, "parent_link", False):
            yield field


def automatic(name: str) -> str:
    """As Django makes a name for people out of a name of the code."""
    return camel_case_to_spaces(name)


@pytest.mark.parametrize("model", WRITTEN_IN_FORMS, ids=lambda model: model._meta.label)
def test_every_field_of_a_form_has_a_vietnamese_label(model):
    fields = form_fields(model)
    assert [name for name, field in fields.items() if is_automatic(name, field)] == []


def form_fields(model: type[models.Model]) -> dict[str, Field]:
    if model is Photo:
        return get_image_form(Photo).base_fields
    # A page type has tabs of its own.
    find = getattr(model, "get_edit_handler", lambda: get_edit_handler(model))
    return find().get_form_class().base_fields


def is_automatic(name: str, field: Field) -> bool:
    """Where the code's name is all there is; a Vietnamese name may be as short, but never equal."""
    if name == SWITCH or field.widget.is_hidden:
        return False
    return field.label in (None, pretty_name(name))


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_every_page_type_says_what_it_is_for(model):
    assert model.page_description


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_every_block_has_a_vietnamese_label(model):
    bodies = [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
    assert [
        block.name
        for body in bodies
        for block in within(body.stream_block)
        if block.label in ("", capfirst(block.name.replace("_", " ")))
    ] == []


def within(block: blocks.Block) -> Iterator[blocks.Block]:
    """All blocks below that have a name, those of lists and tables too."""
    for child in getattr(block, "child_blocks", {}).values():
        yield child
        yield from within(child)
    if isinstance(block, blocks.ListBlock):
        yield from within(block.child_block)


@pytest.mark.parametrize("model", WRITTEN_IN_FORMS, ids=lambda model: model._meta.label)
def test_a_sentence_explains_what_one_may_wonder_about(model):
    if model._meta.label in NOT_FILLED_IN:
        return
    shown = {name: f for name, f in form_fields(model).items() if not f.widget.is_hidden}
    bare = {name for name, field in shown.items() if not field.help_text}
    assert bare <= (CLEAR if model in PAGES or model is Photo else {"sort_order"})


# The page's own `clean` says the same beside the field, and asks no database.
SAID_BESIDE_A_FIELD = {"article_event_period_in_order", "article_part_of_day_needs_a_day"}


@pytest.mark.parametrize("model", WRITTEN_IN_FORMS, ids=lambda model: model._meta.label)
def test_what_the_database_refuses_is_told_in_a_sentence(model):
    """Django has one of its own for what is there twice, whatever else: for the rest, the constraint's name."""
    if model._meta.label in NOT_FILLED_IN:
        return
    rows = [relation.related_model for relation in get_all_child_relations(model)]
    constraints = [each for table in (model, *rows) for each in table._meta.constraints]
    assert {
        each.name
        for each in constraints
        if each.violation_error_message == each.default_violation_error_message
        and not (isinstance(each, models.UniqueConstraint) and each.condition is None)
    } <= SAID_BESIDE_A_FIELD


def test_so_does_one_in_the_block_for_photos():
    def explained(block: blocks.Block) -> bool:
        return bool(block.field.help_text if hasattr(block, "field") else block.meta.help_text)

    assert [name for name, block in PhotoBlock().child_blocks.items() if not explained(block)] == []
