"""Compute anew what the public sees of every page, and write what differs."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from news.syndication.models import Publication
from news.syndication.publications.reconcile import sweep


class Command(BaseCommand):
    help = (
        "Dựng lại bản công khai của mọi tin bài, thông báo, trang lấy ý kiến: sửa bản nào khác với"
        " trang của nó. Chạy lại bao nhiêu lần cũng được; bản đúng thì giữ nguyên."
    )

    def handle(self, **options: Any) -> None:
        with tqdm(unit=" trang", leave=False, disable=None) as bar:
            changed = sweep(bar.update)
        visible = Publication.objects.filter(visible=True).count()
        self.stdout.write(f"Đã sửa {changed} bản; đang công khai {visible} bản.")
