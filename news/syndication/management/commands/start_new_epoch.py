"""After a database was restored: portals are to start again."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from news.syndication.models import Edition


class Command(BaseCommand):
    help = (
        "Chạy sau khi khôi phục dữ liệu từ bản sao lưu: các cổng tỉnh được báo lấy lại từ đầu, vì"
        " số phát hành đã báo cho họ sau lúc sao lưu nay sẽ đến lần nữa, cho những thay đổi khác."
    )

    def handle(self, **options: Any) -> None:
        with transaction.atomic():
            Edition.start_new_epoch()
        self.stdout.write("Đã bắt đầu kỷ nguyên mới: mọi cổng sẽ lấy lại từ đầu ở lần hỏi sau.")
