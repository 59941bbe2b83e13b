"""The engine on an Elasticsearch 8 or 9 server."""

from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from .elastic import ElasticSearchBackend
from .elastic_server import Client, Refused
from .failures import EngineUnavailable


class ElasticsearchClient(Client):
    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        super().__init__(address, login)
        self._client = Elasticsearch(address, basic_auth=login, max_retries=0)

    def send(self, method: str, path: str, body: str, content_type: str, timeout: float) -> Any:
        headers = {"accept": "application/json"} | ({"content-type": content_type} if body else {})
        client = self._client.options(request_timeout=timeout)
        try:
            return client.perform_request(method, path, headers=headers, body=body or None).body
        except TransportError as reason:
            raise EngineUnavailable(str(reason)) from reason
        except ApiError as reason:
            raise Refused(reason.status_code, str(reason)) from reason


class SearchBackend(ElasticSearchBackend):
    client_class = ElasticsearchClient
