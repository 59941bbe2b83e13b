"""backup: a whole copy of the site, made while it runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from website.backups.making import make_backup
from website.backups.manifest import Manifest, Refused


class Command(BaseCommand):
    help = (
        "Sao lưu cơ sở dữ liệu, ảnh, tài liệu và sổ lượt xem vào một thư mục mới trong DIR, trong lúc"
        " trang vẫn chạy. SECRET_KEY và các biến môi trường khác không nằm trong đó."
    )
    requires_system_checks: list[
        str
    ] = []  # what is wrong elsewhere must not keep data from being saved

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="nơi giữ các bản sao lưu")

    def handle(self, *, folder: Path, **options: Any) -> None:
        try:
            backup = make_backup(folder, self.stdout.write)
        except Refused as why:
            raise CommandError(str(why)) from None
        except OSError as error:
            raise CommandError(f"Không sao lưu được vào {folder}: {error}") from None
        made = Manifest.read(backup)
        self.stdout.write(
            f"Đã sao lưu {len(made.files)} tệp, {filesizeformat(made.size)}: {backup}"
        )
        self.stdout.write(
            "Hãy cất riêng, ngoài bản sao lưu: SECRET_KEY và các biến môi trường khác của trang."
        )
