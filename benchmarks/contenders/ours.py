"""This project, with articles as many and as long as the stock one's."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.programs import Project

from . import words

ROOT = Path(__file__).resolve().parents[2]


def project(folder: Path, database: str) -> Project:
    environment = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "benchmarks.contenders.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
    }
    return Project(ROOT, folder, "website.wsgi:application", environment)


def make_articles(number: int) -> list[Any]:
    """Published one by one, as an editor does, with every size of their photos ready.

    Call it in a process that has this project set up.
    """
    from news.factories import ArticlePageFactory, PhotoFactory, SectionPageFactory, photo_block
    from news.models import NewsIndexPage
    from news.models.articles import ArticleByline
    from news.syndication.objects.renditions import make_renditions

    section = SectionPageFactory(parent=NewsIndexPage.objects.first(), title="Thi đua")
    width, height = words.PHOTO
    photos = [PhotoFactory(file__width=width, file__height=height) for _ in range(words.PHOTOS)]
    for photo in photos:
        make_renditions(photo)

    def body(own: list[Any]) -> Iterator[Any]:
        yield from (("paragraph", words.paragraph(n)) for n in range(words.PARAGRAPHS))
        yield from (photo_block(photo, caption=words.CAPTION) for photo in own)

    return [
        ArticlePageFactory(
            parent=section,
            title=words.title(n),
            lead=words.LEAD,
            lead_photo=words.some(photos, n)[0],
            body=list(body(words.some(photos, n)[1:])),
            byline=[ArticleByline(name=words.AUTHOR, unit=words.UNIT)],
            tags=words.TAGS,
        )
        for n in range(number)
    ]
