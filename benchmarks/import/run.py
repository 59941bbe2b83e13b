"""How fast texts come in, in bulk and one by one, and how much memory it takes."""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ONE_BY_ONE = 200

SUBJECTS = (
    "Phòng Cải cách hành chính",
    "Bộ phận Một cửa các xã, phường",
    "Trung tâm Lưu trữ lịch sử",
    "Đoàn kiểm tra công vụ",
    "Hội đồng Thi đua - Khen thưởng",
)
DEEDS = (
    "rà soát hồ sơ còn tồn đọng và trả kết quả trước hạn",
    "hướng dẫn công chức xã nhập dữ liệu cán bộ lên phần mềm mới",
    "số hóa các phông tài liệu tiếp nhận từ cấp huyện",
    "bình xét danh sách đề nghị khen thưởng theo đúng thời hạn",
    "tổng hợp kiến nghị của cử tri về địa giới hành chính",
)
TIMES = ("Trong tuần qua", "Đầu quý này", "Từ đầu tháng", "Sau đợt sắp xếp", "Những ngày cuối năm")


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        texts = options.file or _made_texts(Path(folder) / "texts.jsonl", options.texts)
        bulk = _timed(Path(folder) / "bulk", "bulk", texts)
        single = _timed(Path(folder) / "single", "single", texts)
    rate, slow = bulk["texts"] / bulk["seconds"], single["texts"] / single["seconds"]
    print(
        f"in bulk     {bulk['texts']:6} texts  {rate:7.1f} a second  {bulk['peak_mb']:4.0f} MB at most"
    )
    print(
        f"one by one  {single['texts']:6} texts  {slow:7.1f} a second  {single['peak_mb']:4.0f} MB at most"
    )
    print(f"ratio       {rate / slow:.1f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=17_802)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--inside", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _inside(options.inside[0], Path(options.inside[1]))
        sys.exit()
    return options


def _made_texts(path: Path, count: int) -> Path:
    """JSONL of about 2,000 characters a text; the same in every run."""
    chance = random.Random(2026)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            paragraphs = [
                " ".join(
                    f"{chance.choice(TIMES)}, {chance.choice(SUBJECTS)} {chance.choice(DEEDS)}."
                    for _ in range(4)
                )
                for _ in range(5)
            ]
            row = {
                "id": f"made-{number}",
                "title": f"{chance.choice(SUBJECTS)} {chance.choice(DEEDS)}, đợt {number}",
                "body": "\n".join(paragraphs),
                "views": chance.randrange(5000),
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _timed(data: Path, way: str, texts: Path) -> dict[str, float]:
    """Run in a process and a database of its own, and read back what it measured."""
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "website.settings.development",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
    }
    command = [sys.executable, __file__, "--inside", way, str(texts)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _inside(way: str, texts: Path) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    count = _in_bulk(texts) if way == "bulk" else _one_by_one(texts)
    figures = {
        "texts": count,
        "seconds": time.perf_counter() - started,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(figures))


def _in_bulk(texts: Path) -> int:
    from django.core.management import call_command

    from news.models import ArticlePage

    call_command("import_articles", texts, publish=True, stdout=sys.stderr)
    return ArticlePage.objects.live().count()


def _one_by_one(texts: Path) -> int:
    """As a Wagtail site would: a page, a revision, publish; the index is written at once."""
    from django.conf import settings

    from news.models import ArticlePage, NewsIndexPage

    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    index = NewsIndexPage.objects.get()
    count = 0
    for row in islice(_rows(texts), ONE_BY_ONE):
        body = [("paragraph", f"<p>{line}</p>") for line in row["body"].split("\n") if line]
        page = ArticlePage(title=row["title"][:255], body=body, live=False)
        index.add_child(instance=page)
        page.save_revision().publish()
        count += 1
    return count


def _rows(texts: Path) -> Iterator[dict]:
    with texts.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


if __name__ == "__main__":
    main()
