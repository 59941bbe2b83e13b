"""The engine on an OpenSearch 3 server."""

from typing import Any

from opensearchpy import ConnectionError as NotAnswered
from opensearchpy import OpenSearch, SerializationError, TransportError

from .elastic import ElasticSearchBackend
from .elastic_server import Client, Refused
from .failures import EngineUnavailable


class OpenSearchClient(Client):
    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        super().__init__(address, login)
        self._client = OpenSearch(address, http_auth=login, max_retries=0)

    def send(self, method: str, path: str, body: str, content_type: str, timeout: float) -> Any:
        try:
            return self._client.transport.perform_request(
                method,
                path,
                params={"request_timeout": timeout},
                body=body or None,
                headers={"content-type": content_type} if body else {},
            )
        except (NotAnswered, SerializationError) as reason:
            raise EngineUnavailable(str(reason)) from reason
        except TransportError as reason:
            raise Refused(int(reason.status_code), str(reason)) from reason


class SearchBackend(ElasticSearchBackend):
    client_class = OpenSearchClient
