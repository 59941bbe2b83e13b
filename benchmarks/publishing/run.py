"""What it costs an editor that publishing also writes what the public sees.

Articles with four photos, all sizes ready, are published again and again: in turn as it is, and
with nothing written for the public. On the database of DATABASE_URL, by default a fresh SQLite file.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTICLES, ROUNDS = 10, 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    if parser.parse_args().inside:
        _inside()
        return
    with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
        path = os.pathsep.join((str(ROOT), str(ROOT / "site")))
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "PYTHONPATH": path,
            "DJANGO_SETTINGS_MODULE": "website.settings.development",
        }
        subprocess.run([sys.executable, __file__, "--inside"], env=environment, check=True)


def _inside() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from news.syndication.publications import changing

    call_command("migrate", verbosity=0)
    articles = _articles()
    write = changing._write
    ways: dict[str, Callable[..., Any]] = {
        "as it is": write,
        "nothing for the public": lambda touched: None,
    }
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    queries = {}
    for number in range(ROUNDS):
        for way, writing in ways.items():
            changing._write = writing
            for article in articles:
                article.title = f"Hội nghị tổng kết, lần {number} {way}"
                started = time.perf_counter()
                article.save_revision().publish()
                seconds[way].append(time.perf_counter() - started)
            with CaptureQueriesContext(connection) as captured:
                articles[0].save_revision().publish()
            queries[way] = len(captured)
    medians = {way: statistics.median(taken) for way, taken in seconds.items()}
    for way, median in medians.items():
        print(f"{way:24}{median * 1000:7.1f} ms  {queries[way]} queries")
    print(f"ratio {medians['as it is'] / medians['nothing for the public']:.2f}")


def _articles() -> list[Any]:
    from news.factories import ArticlePageFactory, PhotoFactory, SectionPageFactory, photo_block
    from news.models import NewsIndexPage
    from news.models.articles import ArticleByline, ArticleParticipant
    from news.syndication.objects.renditions import make_renditions

    section = SectionPageFactory(parent=NewsIndexPage.objects.first(), title="Thi đua")
    photos = [PhotoFactory(file__width=1600, file__height=1000) for _ in range(4)]
    for photo in photos:
        make_renditions(photo)
    return [
        ArticlePageFactory(
            parent=section,
            body=[
                *(("paragraph", f"<p>{'Nội dung của bài viết. ' * 40}</p>") for _ in range(6)),
                *(photo_block(photo, caption="Quang cảnh Hội nghị") for photo in photos),
            ],
            byline=[ArticleByline(name="Trần Phương", unit="Văn phòng Sở")],
            participants=[ArticleParticipant(name="Đỗ Hữu Ước", role="spoke")],
            tags=["giao ước", "thi đua"],
        )
        for _ in range(ARTICLES)
    ]


if __name__ == "__main__":
    main()
