"""import_articles FILE… [--section SLUG] [--publish] [--dry-run]"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.importing.errors import UnreadableFile
from news.importing.files import read_file
from news.importing.photos import PhotoShelf
from news.importing.store import Importer, Report, sections_for_imports
from news.models import SectionPage


class Command(BaseCommand):
    help = (
        "Nhập bài từ tệp .txt, .html, .docx hoặc .jsonl. Chạy lại nhiều lần vẫn an toàn: "
        "bài đã nhập không vào lần nữa."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument("--section", help="đường dẫn của chuyên mục đặt bài vào")
        parser.add_argument("--publish", action="store_true", help="đăng ngay, không để bản nháp")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và báo, không lưu gì")

    def handle(self, *args: Any, **options: Any) -> None:
        section = _section(options["section"])
        report = Report()
        for path in options["files"]:
            with Importer(
                section=section,
                publish=options["publish"],
                dry_run=options["dry_run"],
                photos=PhotoShelf(path.parent),
                report=report,
            ) as importer:
                self._read(path, importer)
        self._tell(report, dry_run=options["dry_run"], published=options["publish"])

    def _read(self, path: Path, importer: Importer) -> None:
        """Hand every article of the file over; what cannot be read is told, and passed by."""
        with tqdm(desc=path.name, unit=" bài", file=sys.stderr, disable=None) as progress:
            for text in read_file(path):
                if isinstance(text, UnreadableFile):
                    importer.report.failed(str(text))
                else:
                    importer.take(text, path.name)
                progress.update()

    def _tell(self, report: Report, *, dry_run: bool, published: bool) -> None:
        counts = report.counts
        for message in report.messages:
            self.stderr.write(message)
        done = "Sẽ nhập" if dry_run else "Đã đăng" if published else "Đã nhập làm bản nháp"
        self.stdout.write(
            f"{done} {counts['imported']} bài; {counts['unchanged']} bài đã có, "
            f"{counts['differs']} bài đã có nhưng khác nội dung, {counts['failed']} không nhập được."
        )
        if counts["imported"]:
            self.stdout.write(
                f"{counts['captions']} chú thích ảnh, {counts['proposals']} đề xuất chờ xem, "
                f"{counts['dropped']} dòng đã bỏ, {counts['warnings']} điều cần xem lại."
            )
        if counts["failed"]:
            raise CommandError(f"{counts['failed']} tệp hoặc dòng không nhập được, xem ở trên.")


def _section(slug: str | None) -> SectionPage | None:
    if slug is None:
        return None
    sections = sections_for_imports()
    section = sections.filter(slug=slug).first()
    if section is None:
        known = ", ".join(sections.order_by("slug").values_list("slug", flat=True))
        raise CommandError(f"Không có chuyên mục “{slug}”. Các chuyên mục: {known or 'chưa có'}.")
    return section
