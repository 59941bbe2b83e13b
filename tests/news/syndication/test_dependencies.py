"""What publications depend on is hooked, whole: no field of it changes without its pages being written."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from wagtail.documents import get_document_model
from wagtail.models import Collection

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models.consultations import ConsultationNominee
from news.syndication.models import Publication, PublicationDependency
from news.syndication.publications.hooks import shown_things
from news.syndication.publications.reconcile import sweep
from people.factories import OrganisationFactory, PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Hooked as what they are: pages by their place in the tree, collections by who may see them.
KNOWN_BY_THEIR_PLACE = {"page", "collection"}


@pytest.fixture
def publications(everything, site_tree):
    """One of each kind, with something in all they can show."""
    decision = AwardDecisionFactory(
        issuer=OrganisationFactory(), signer=PersonFactory(), document=_document("quyet-dinh.pdf")
    )
    grant = AwardGrantFactory(decision=decision, person=PersonFactory())
    AwardAnnouncementPageFactory(
        parent=site_tree.awards, decision=decision, more_grants=[AwardGrantFactory()]
    )
    ConsultationPageFactory(
        parent=site_tree.awards,
        nominees=[ConsultationNominee(title=grant.title, recipient_name="Triệu Đức Lân")],
    )
    sweep()
    assert set(Publication.objects.values_list("kind", flat=True)) == {
        "article",
        "announcement",
        "consultation",
    }


def _document(name: str):
    return get_document_model().objects.create(
        title="Quyết định",
        file=ContentFile(b"%PDF-1.4 ", name=name),
        collection=Collection.get_first_root_node(),
    )


def another(field: models.Field, value):
    """Some other value of the field; None where no plain one can be made."""
    if field.choices:
        return next((each for each, _name in field.flatchoices if each != value), None)
    match field:
        case models.SlugField() | models.UUIDField() | models.FileField() | models.URLField():
            return None
        case models.CharField() | models.TextField() if field.max_length != 40:
            return f"{value} khác"[: field.max_length]
        case models.BooleanField():
            return not value
        case models.DateField():
            return (value or datetime.date(2024, 1, 2)) - datetime.timedelta(days=1)
        case models.IntegerField():
            return (value or 1) + 1
    return None


def _rows(model: type[models.Model], kind: str) -> list[models.Model]:
    """All there are, also those no publication says it depends on; of the great lists one it does."""
    rows = model._default_manager.order_by("pk")
    if len(rows) < 10:
        return list(rows)
    pks = PublicationDependency.objects.filter(kind=kind).values_list("key", flat=True)
    return [rows.get(pk=min(pks))]


def _is_allowed(row: models.Model) -> bool:
    try:
        row.validate_constraints()
    except ValidationError:
        return False
    return True


def test_what_publications_depend_on_is_hooked(publications):
    kinds = set(PublicationDependency.objects.values_list("kind", flat=True))

    assert kinds - KNOWN_BY_THEIR_PLACE == set(shown_things().values())


def test_whatever_changes_in_what_they_show_leaves_nothing_to_the_sweep(publications):
    tried = set()
    for model, kind in shown_things().items():
        for row in _rows(model, kind):
            for field in model._meta.concrete_fields:
                before = getattr(row, field.attname)
                value = None if field.primary_key or field.is_relation else another(field, before)
                if value is None:
                    continue
                setattr(row, field.attname, value)
                if _is_allowed(row):
                    row.save()
                    assert sweep() == 0, (field, row)
                    tried.add(str(field))
                setattr(row, field.attname, before)
                row.save()
    assert len(tried) > 40
    assert {"people.Person.full_name", "news.Photo.caption", "awards.AwardGrant.status"} <= tried
