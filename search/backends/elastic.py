"""The engine beside the database: Elasticsearch or OpenSearch, spoken to in the HTTP both share.

All objects stand in one index behind an alias, with the very words the database engine stores and
no analysis of the server's own. What the server cannot do in time, or at all, the database does.
"""

from functools import cache
from typing import Any as AnyType
from urllib.parse import unquote, urlsplit

from django.db.models import Model

from .base import SearchBackend
from .elastic_compilers import ElasticAutocompleteQueryCompiler, ElasticQueryCompiler
from .elastic_index import ElasticIndex, ElasticRebuilder
from .elastic_server import Client, Server
from .elastic_store import ElasticStore
from .failures import EngineUnavailable


class ElasticSearchBackend(SearchBackend):
    """Takes `URL`: elasticsearch or opensearch, "+https" where encrypted, login, host, alias."""

    query_compiler_class = ElasticQueryCompiler
    autocomplete_query_compiler_class = ElasticAutocompleteQueryCompiler
    catch_indexing_errors = True
    client_class: type[Client]

    def __init__(self, parameters: dict[str, AnyType]) -> None:
        super().__init__(parameters)
        address = urlsplit(parameters["URL"])
        self.alias = address.path.strip("/") or "cong-noi-vu"
        self.server = Server(_client(self.client_class, parameters["URL"]))
        self.index = ElasticIndex(self)
        self.rebuilder_class = ElasticRebuilder

    def store_for(self, compiler: AnyType) -> ElasticStore:
        return ElasticStore(compiler, self.index)

    def get_index_for_model(self, model: type[Model]) -> ElasticIndex:
        return self.index

    def has_lost_index(self) -> bool:
        try:
            return not self.index.in_use(self.index.alias)
        except EngineUnavailable:
            return False  # perhaps; nothing can be done about it now

    def let_be_seen(self) -> None:
        self.index.refresh()


@cache
def _client(kind: type[Client], url: str) -> Client:
    """One for the process: it keeps connections, and Wagtail makes a backend for each search."""
    parts = urlsplit(url)
    scheme = "https" if parts.scheme.endswith("https") else "http"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return kind(f"{scheme}://{host}:{parts.port or 9200}", login)
