"""Our own site with a few articles, served from data of its own."""

import http.client
import json
import os
import shutil
import uuid
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from benchmarks.databases import ROOT, database_on
from benchmarks.programs import Project
from benchmarks.search.made_texts import made_texts
from benchmarks.search.texts import write_texts

WORKERS = 2  # as `serve` starts them
ARTICLES = 20
BROWSER = (
    "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/131.0.0.0 Mobile Safari/537.36"
)


class Article(NamedTuple):
    key: uuid.UUID
    path: str


def our_site(folder: Path, **environment: str) -> Project:
    """With some articles; what is passed is added to its environment."""
    folder.mkdir()
    project = _project(folder, environment)
    with database_on("", folder):
        project.manage("migrate", "--noinput")
    texts = folder / "texts.jsonl"
    write_texts(texts, made_texts(ARTICLES))
    project.manage("import_articles", str(texts), "--publish")
    return project


def copied(site: Project, folder: Path, **environment: str) -> Project:
    """The same again with its data in another folder, on SQLite: made in no time."""
    shutil.copytree(site.folder, folder)
    return _project(folder, environment)


def _project(folder: Path, environment: dict[str, str]) -> Project:
    return Project(
        ROOT,
        folder,
        "website.wsgi:application",
        {
            "DATA_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "website.settings.development",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
            "TRUSTED_PROXIES": "127.0.0.1",
            **environment,
        },
    )


def articles_at(port: int) -> list[Article]:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        client.request("GET", "/api/v1/articles/?limit=100")
        items = json.loads(client.getresponse().read())["items"]
    finally:
        client.close()
    return [Article(uuid.UUID(item["id"]), urlsplit(item["url"]).path) for item in items]


def beacon(article: uuid.UUID, port: int, address: str) -> bytes:
    """What the page's script makes a browser send, through a proxy that tells the address."""
    return (
        f"POST /api/v1/views/{article}/ HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{port}\r\n"
        f"User-Agent: {BROWSER}\r\n"
        f"Origin: http://127.0.0.1:{port}\r\n"
        "Accept: */*\r\n"
        "Accept-Language: vi-VN,vi;q=0.9\r\n"
        "Sec-Fetch-Site: same-origin\r\n"
        f"X-Forwarded-For: {address}\r\n"
        "Content-Length: 0\r\n\r\n"
    ).encode()
