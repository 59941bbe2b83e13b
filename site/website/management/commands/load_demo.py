"""load_demo: an invented department with people, articles, pictures and awards."""

import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from news.models import ArticlePage
from website.demo.load import DemoLoader
from website.demo.logins import create_logins


class Command(BaseCommand):
    help = "Nạp nội dung mẫu vào một cơ sở dữ liệu còn trống."

    def handle(self, *args: Any, **options: Any) -> None:
        if ArticlePage.objects.exists() or get_user_model().objects.exists():
            raise CommandError("Cơ sở dữ liệu đã có nội dung; nội dung mẫu chỉ nạp vào nơi trống.")
        with (
            tqdm(total=DemoLoader.steps(), unit=" mục", file=sys.stderr, disable=None) as progress,
            transaction.atomic(),
        ):
            DemoLoader(progress.update).load()
            create_logins()
        self.stdout.write(f"Đã nạp nội dung mẫu: {ArticlePage.objects.count()} tin bài.")
