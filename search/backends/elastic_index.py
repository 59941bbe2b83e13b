"""The index on a server: what is written into it, and how a new one takes its place."""

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING
from typing import Any as AnyType

from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import get_random_string
from modelsearch.backends.base import BaseIndex
from wagtail.search.index import class_is_indexed

from search.engine.documents import documents_of
from search.remembering import remembered_now

from .elastic_documents import INDEX, identity, stored
from .elastic_server import WRITE_TIMEOUT, Patience, Refused, Server
from .failures import EngineUnavailable, SomeRefused

if TYPE_CHECKING:
    from .elastic import ElasticSearchBackend


class ElasticIndex(BaseIndex):
    """The index behind the alias. While a new one is built, what changes is written into both."""

    def __init__(self, backend: "ElasticSearchBackend", target: str = "", version: int = 0) -> None:
        super().__init__(backend)
        self.server: Server = backend.server
        self.alias: str = backend.alias
        self.next_alias = f"{self.alias}-next"
        self.target = target
        """The one index a rebuild writes into; empty: all that are in use."""
        self.version = version
        """Of all that a rebuild writes: when it began, so that whatever changed since wins."""
        self.patience = remembered_now("patience with the search server", Patience)
        """Of one search; of all those of a page, while a reader waits for it."""

    def ask(self, what: str, body: AnyType) -> AnyType:
        try:
            return self.server.search(f"/{self.alias}/{what}", body, self.patience)
        except Refused as refused:
            # No index yet, or a question it does not take: the database takes it.
            raise EngineUnavailable(str(refused)) from refused

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        if not class_is_indexed(model):
            return
        # Before the rows are read: a later change, read later, always wins.
        version = self.version or now()
        keys = [each.pk for each in items]
        objects = list(model.get_indexed_objects().filter(pk__in=keys))  # type: ignore[attr-defined]
        lines: list[AnyType] = []
        for instance, document in zip(objects, documents_of(objects), strict=True):
            lines.append({"index": _version(identity(type(instance), instance.pk), version)})
            lines.append(stored(instance, document))
        self._bulk(lines)

    def delete_item(self, item: Model) -> None:
        version = now()
        self._bulk([{"delete": _version(identity(type(item), item.pk), version)}])

    def refresh(self) -> None:
        try:
            self.server.post(f"/{self.target or self.alias}/_refresh")
        except Refused as refused:
            raise EngineUnavailable(str(refused)) from refused

    def reset(self) -> None:
        for alias in (self.alias, self.next_alias):
            for name in self.in_use(alias):
                self.server.delete(f"/{name}")
        self.create(self.alias)

    def create(self, alias: str) -> str:
        """A new, empty index behind an alias."""
        name = f"{self.alias}-{timezone.now():%Y%m%d%H%M%S}-{get_random_string(6).lower()}"
        self.server.put(f"/{name}", INDEX | {"aliases": {alias: {}}})
        return name

    def in_use(self, alias: str) -> list[str]:
        """The indexes behind one of the two aliases."""
        try:
            return list(self.server.get(f"/_alias/{alias}", timeout=WRITE_TIMEOUT))
        except Refused as refused:
            if refused.status != 404:
                raise
            return []

    def _written_into(self) -> list[str]:
        """Only what an alias names: the server would make any other index up from what it is sent.

        Where none is in use, nothing is begun with the little that just changed: it would be
        believed, and everything else be missing.
        """
        being_built = self.in_use(self.next_alias)
        if self.target:
            if self.target not in being_built:
                raise EngineUnavailable("another rebuild has taken the place of this one")
            return [self.target]
        in_use = self.in_use(self.alias)
        if not in_use:
            raise EngineUnavailable(f"it has no index {self.alias} (manage.py update_index)")
        return [*in_use, *being_built]

    def _bulk(self, lines: list[AnyType]) -> None:
        refused: dict[str, str] = {}
        for name in self._written_into() if lines else ():
            answer = self.server.bulk(f"/{name}/_bulk", lines)
            for item in answer["items"] if answer["errors"] else []:
                ((_, result),) = item.items()
                # 409: a newer version is there already. 404: it was gone already.
                if result["status"] not in (200, 201, 404, 409):
                    key = result["_id"].partition(":")[2]
                    refused[key] = json.dumps(result.get("error"), ensure_ascii=False)
        if refused:
            raise SomeRefused(refused)


class ElasticRebuilder:
    """A new index filled beside the one in use, which is exchanged for it in one step.

    Of two rebuilds at a time the one that is ready first wins, and what others left is removed.
    """

    def __init__(self, index: ElasticIndex) -> None:
        self.index = index

    def start(self) -> ElasticIndex:
        version = now()
        target = self.index.create(self.index.next_alias)
        self.index = ElasticIndex(self.index.backend, target, version)
        return self.index

    def finish(self) -> None:
        index = self.index
        (target,) = index._written_into()
        index.refresh()
        others = {*index.in_use(index.alias), *index.in_use(index.next_alias)} - {target}
        next_one = {"index": target, "alias": index.next_alias}
        actions: list[AnyType] = [
            {"remove": next_one | {"must_exist": True}},
            {"add": {"index": target, "alias": index.alias}},
            *({"remove_index": {"index": name}} for name in others),
        ]
        index.server.post("/_aliases", {"actions": actions})

    def give_up(self) -> None:
        """Leave nothing behind; what cannot be removed now goes with the next rebuild."""
        with suppress(EngineUnavailable, Refused):
            self.index.server.delete(f"/{self.index.target}")


def now() -> int:
    return time.time_ns() // 1000


def _version(identity: str, version: int) -> dict[str, AnyType]:
    return {"_id": identity, "version": version, "version_type": "external_gte"}
