"""`manage.py check`: what a project that uses the search room is told."""

import pytest

from search.checks import a_server_stands_beside_the_database

from .engines import DATABASE

pytestmark = pytest.mark.once

SERVER = {"BACKEND": "search.backends.opensearch", "URL": "opensearch://127.0.0.1:1/x"}


@pytest.mark.parametrize(
    ("engines", "told"),
    [
        ({"default": DATABASE}, []),
        ({"default": SERVER, "database": DATABASE}, []),
        ({"default": SERVER}, ["search.E002"]),
        ({"default": SERVER, "database": DATABASE | {"AUTO_UPDATE": False}}, ["search.E002"]),
    ],
)
def test_a_server_alone_is_refused(settings, engines, told):
    settings.WAGTAILSEARCH_BACKENDS = engines
    assert [message.id for message in a_server_stands_beside_the_database(None)] == told
