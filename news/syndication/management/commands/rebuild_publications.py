"""Compute anew what the public sees of every page, and write what differs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from news.syndication.models import Publication
from news.syndication.publications.moving import former_address, why_not
from news.syndication.publications.reconcile import sweep


class Command(BaseCommand):
    help = (
        "Dựng lại bản công khai của mọi tin bài, thông báo, trang lấy ý kiến: sửa bản nào khác với"
        " trang của nó. Chạy lại bao nhiêu lần cũng được; bản đúng thì giữ nguyên."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--moved", action="store_true", help="trang đã sang địa chỉ mới: ghi lại mọi liên kết"
        )

    def handle(self, *, moved: bool, verbosity: int, **options: Any) -> None:
        former = former_address()
        if former and not moved:
            raise CommandError(why_not(former))
        with tqdm(unit=" trang", leave=False, disable=None) as bar:
            changed = sweep(bar.update)
        if verbosity:
            visible = Publication.objects.filter(visible=True).count()
            self.stdout.write(f"Đã sửa {changed} bản; đang công khai {visible} bản.")
