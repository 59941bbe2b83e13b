"""A project as `wagtail start` makes it, with the app `articles` of this folder."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.programs import Project

from . import words

ROOT = Path(__file__).resolve().parents[2]
APP = Path(__file__).with_name("articles")


def project(folder: Path, database: str) -> Project:
    root = folder / "project"
    root.mkdir()
    wagtail = Path(sys.executable).with_name("wagtail")
    subprocess.run([wagtail, "start", "stock", root], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(APP, root / "articles", ignore=shutil.ignore_patterns("__pycache__"))
    environment = {
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": "articles.settings",
        # The project's own app `search` before our room of that name.
        "PYTHONPATH": os.pathsep.join([str(root), str(ROOT)]),
    }
    made = Project(root, folder, "stock.wsgi:application", environment)
    made.manage("makemigrations", "articles")
    return made


def make_articles(number: int) -> list[Any]:
    """Published one by one, as an editor does. Call it in a process that has that project set up."""
    from articles.models import ArticlePage, Author
    from django.utils import timezone
    from wagtail.models import Page

    home = Page.objects.get(depth=2)
    photos = make_photos()
    author = Author.objects.create(name=words.AUTHOR, unit=words.UNIT)
    articles = []
    for n in range(number):
        lead_photo, *others = words.some(photos, n)
        article = ArticlePage(
            title=words.title(n),
            slug=f"tin-{n}",
            date=timezone.now(),
            lead=words.LEAD,
            author=author,
            lead_photo=lead_photo,
            body=[
                *(("paragraph", words.paragraph(n)) for n in range(words.PARAGRAPHS)),
                *(("photo", {"image": photo, "caption": words.CAPTION}) for photo in others),
            ],
            live=False,
        )
        article.tags.add(*words.TAGS)
        home.add_child(instance=article)
        article.save_revision().publish()
        articles.append(ArticlePage.objects.get(pk=article.pk))
    return articles


def make_photos() -> list[Any]:
    from django.core.files.images import ImageFile
    from PIL import Image as Picture
    from wagtail.images.models import Image

    file = io.BytesIO()
    Picture.new("RGB", words.PHOTO, "#2f5d62").save(file, "JPEG")
    return [
        Image.objects.create(
            title=f"Ảnh {n + 1}", file=ImageFile(io.BytesIO(file.getvalue()), "anh.jpg")
        )
        for n in range(words.PHOTOS)
    ]
