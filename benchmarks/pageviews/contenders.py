"""Who counts: ours with both of its logs, what others do, and what can be reached at all.

Each is two processes of granian with one thread each, and a request for one hot article.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from benchmarks.databases import ROOT
from benchmarks.programs import Failed, Project
from tests import services

from .ours import BROWSER, WORKERS, articles_at, beacon, copied

STOCK_APP = Path(__file__).with_name("stock") / "counted"

MAKE_ARTICLE = """
from django.apps import apps
from wagtail.models import Page
from counted.models import ArticlePage
page = Page.objects.get(depth=2).add_child(instance=ArticlePage(title="Bài", slug="bai"))
if apps.is_installed("hitcount"):
    from hitcount.models import HitCount
    HitCount.objects.create(content_object=page)
print(page.pk)
"""


@dataclass(frozen=True, slots=True)
class Contender:
    """A running server; in its request @ stands for the address of the visitor."""

    name: str
    port: int
    request: bytes


@contextmanager
def contenders(folder: Path, site: Project) -> Iterator[list[Contender]]:
    """All that can be started here; what cannot is left out, and said to be."""
    with ExitStack() as stack:

        def served(name: str, project: Project, request: Callable[[int], bytes]) -> Contender:
            server = stack.enter_context(project.server(WORKERS))
            return Contender(name, server.port, request(server.port))

        found = [
            served("ours, files", _ours(stack, site), _our_request),
            served("bare O_APPEND", _bare(folder / "append", "append"), _bare_request),
        ]
        stock = _stock(folder / "stock")
        found.append(served("stock, F() + 1", stock, _stock_request))
        if (folder / "hitcount").exists():
            found.append(served("dj-hitcount", stock, _hitcount_request))
        try:
            redis = stack.enter_context(services.running(services.redis, install=True))
        except services.Unavailable as reason:
            print(f"left out: Redis, {reason}")
            return (yield found)
        ours = _ours(stack, copied(site, folder / "redis", PAGE_VIEWS_URL=redis))
        incr = _bare(folder / "incr", "increment", REDIS_URL=redis)
        found.append(served("ours, Redis", ours, _our_request))
        found.append(served("bare Redis INCR", incr, _bare_request))
        yield found


def _ours(stack: ExitStack, site: Project) -> Project:
    """With the worker beside it that adds the log up, as everywhere it is used."""
    stack.enter_context(site.managing("worker"))
    return site


def _our_request(port: int) -> bytes:
    return beacon(articles_at(port)[0].key, port, "@")


def _bare(folder: Path, application: str, **environment: str) -> Project:
    folder.mkdir()
    environment |= {"LOG": str(folder / "log"), "PYTHONPATH": str(ROOT)}
    return Project(ROOT, folder, f"benchmarks.pageviews.bare:{application}", environment)


def _bare_request(port: int) -> bytes:
    return _post("/", port)


def _stock(folder: Path) -> Project:
    root, hitcount = folder / "project", folder.with_name("hitcount")
    root.mkdir(parents=True)
    _run(Path(sys.executable).with_name("wagtail"), "start", "stock", root)
    copytree(STOCK_APP, root / "counted")
    try:
        _run(
            sys.executable, "-m", "pip", "install", "--no-deps", "--target", hitcount, "dj-hitcount"
        )
    except Failed as reason:
        print(f"left out: dj-hitcount, {reason}")
    environment = {
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "counted.settings",
        "PYTHONPATH": os.pathsep.join([str(root), str(hitcount)]),
    }
    project = Project(root, folder, "stock.wsgi:application", environment)
    project.manage("makemigrations", "counted")
    project.manage("migrate", "--noinput")
    project.manage("shell", "--no-imports", "-c", MAKE_ARTICLE)
    return project


def _stock_request(port: int) -> bytes:
    return _post("/count/4/", port)


def _hitcount_request(port: int) -> bytes:
    form = "Content-Type: application/x-www-form-urlencoded\r\n"
    return _post("/hitcount/", port, f"X-Requested-With: XMLHttpRequest\r\n{form}", "hitcountPK=1")


def _post(path: str, port: int, headers: str = "", body: str = "") -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{port}\r\n"
        f"User-Agent: {BROWSER}\r\n"
        "X-Forwarded-For: @\r\n"
        f"{headers}Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


def _run(*command: str | Path) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failed(result.stderr.strip().splitlines()[-1])
