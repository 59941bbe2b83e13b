"""What a page refers to is indexed once when it is saved, however many rows it has."""

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models.articles import ArticleByline, ArticleOrganisation
from people.factories import OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.references]


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def article(site_tree, organisation):
    return ArticlePageFactory(
        parent=site_tree.emulation,
        body=[photo_block(PhotoFactory())],
        byline=[ArticleByline(name="Trần Phương"), ArticleByline(name="Đỗ Thu Hà")],
        organisation_rows=[ArticleOrganisation(organisation=organisation)],
    )


@pytest.fixture
def asked(settings):
    """How often the worker is to index something from here on."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    return DBTaskResult.objects.filter(task_path__endswith="update_reference_index_task").count


def uses(thing) -> int:
    return ReferenceIndex.get_references_to(thing).count()


def test_what_the_page_and_its_rows_refer_to_is_known(article, organisation):
    assert uses(organisation) == 1
    assert uses(article.lead_photo) == 2  # as the lead photo, and in the text


def test_publishing_asks_for_it_once(article, asked):
    article.title = "Hội nghị ký kết"
    revision = article.save_revision()
    assert asked() == 0
    revision.publish()
    assert asked() == 1


def test_a_row_saved_by_itself_asks_for_it(article, asked):
    article.byline.first().save()
    assert asked() == 1


def test_whoever_switched_it_off_is_obeyed(article, asked):
    with disable_reference_index_auto_update():
        article.save()
        article.save()
    assert asked() == 0
    article.save()
    assert asked() == 1
