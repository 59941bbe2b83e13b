"""What the search tests share: an index that holds what was just saved."""

from collections.abc import Callable, Iterator

import pytest

from search.backends import rows
from search.engine.lexicon import forget_words

from .engines import (
    ENGINES,
    Engine,
    engine_in_use,
    lasting_transaction,
    write_all_that_is_due,
)
from .library import Library, fill_library


@pytest.fixture(autouse=True)
def few_are_up_to(request, monkeypatch) -> None:
    """Few texts are searched the way many are, but for tests of `both_ways`."""
    monkeypatch.setattr(rows, "SMALL", getattr(request, "param", 0))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A server has one way."""
    items[:] = [each for each in items if not _is_of_few_in_a_server(each)]


def _is_of_few_in_a_server(item: pytest.Item) -> bool:
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    is_of_few = bool(parameters.get("few_are_up_to"))
    return is_of_few and parameters.get("engine_of_module") != "database"


@pytest.fixture
def write_index() -> Callable[[], None]:
    """Do what the worker does: write into the index whatever was saved since."""

    return write_all_that_is_due


@pytest.fixture(scope="module", params=ENGINES)
def engine_of_module(request) -> Iterator[Engine]:
    """Each of the engines in turn, with one index for all tests of a module."""
    kind: str = request.param
    address = "" if kind == "database" else request.getfixturevalue(f"{kind}_url")
    with engine_in_use(kind, address) as engine:
        yield engine


@pytest.fixture
def engine(engine_of_module, db) -> Iterator[Engine]:
    """Each of the engines in turn, with nothing in its index."""
    forget_words()
    yield engine_of_module
    engine_of_module.empty()


@pytest.fixture(scope="module")
def lasting(engine_of_module, django_db_setup, django_db_blocker) -> Iterator[None]:
    """One transaction around all tests of a module and engine; each has its own inside it."""
    with lasting_transaction(django_db_blocker):
        yield


@pytest.fixture(scope="module")
def library(engine_of_module, lasting) -> Iterator[Library]:
    """A site full of texts, indexed by each of the engines in turn.

    For tests that write nothing into the index: of what they change only the database knows.
    """
    yield fill_library(engine_of_module)
    engine_of_module.empty()


@pytest.fixture
def form_errors(client, lan) -> Callable[[str, dict], dict]:
    """Send a form of the admin as Lan; what it says of each field, nothing once it is saved."""
    client.force_login(lan)

    def send(address: str, data: dict) -> dict:
        response = client.post(address, data)
        if response.status_code == 302:
            return {}
        assert response.status_code == 200
        return dict(response.context["form"].errors)

    return send


@pytest.fixture
def found(client) -> Callable[..., dict]:
    """Ask GET /api/v1/search/."""

    def ask(q: str, **parameters) -> dict:
        response = client.get("/api/v1/search/", {"q": q, **parameters})
        assert response.status_code == 200, response.content.decode()
        return response.json()

    return ask


@pytest.fixture
def titles(found) -> Callable[..., list[str]]:
    """The titles GET /api/v1/search/ gives, in its order."""

    def ask(q: str, **parameters) -> list[str]:
        return [item["title"] for item in found(q, **parameters)["items"]]

    return ask


@pytest.fixture
def shown(client) -> Callable:
    """What the search page shows, before it is made into HTML."""

    def ask(q: str, **parameters):
        response = client.get("/tim-kiem/", {"q": q, **parameters})
        assert response.status_code == 200
        return response.context["found"]

    return ask
