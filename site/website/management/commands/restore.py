"""restore: a site from a backup, where there is none yet."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from website.backups.manifest import Refused
from website.backups.restoring import restore_backup


class Command(BaseCommand):
    help = (
        "Khôi phục trang từ một bản sao lưu, hoặc từ bản mới nhất trong DIR, vào nơi còn trống. Trang web và"
        " tiến trình nền phải đang dừng."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, metavar="DIR", help="bản sao lưu, hoặc nơi giữ chúng"
        )

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            backup = restore_backup(folder, self.stdout.write)
        except Refused as why:
            raise CommandError(str(why)) from None
        except OSError as error:
            raise CommandError(f"Không khôi phục được từ {folder}: {error}") from None
        self.stdout.write(f"Đã khôi phục từ {backup}. Các cổng tỉnh sẽ lấy lại tin từ đầu.")
