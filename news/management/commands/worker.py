"""`python manage.py worker`: tasks, scheduled publishing and the other periodic jobs."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from news.syndication.publications.moving import former_address, why_not
from news.worker import LOOPS, Worker


class Command(BaseCommand):
    help = (
        "Tiến trình nền: làm các việc trong hàng đợi, đăng bài theo lịch và các việc định kỳ."
        " Dừng bằng Ctrl-C hoặc SIGTERM, sau khi xong việc đang làm."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="làm mỗi việc định kỳ một lần, làm hết hàng đợi rồi kết thúc",
        )

    def handle(self, *, once: bool, **options: Any) -> None:
        former = former_address()
        if former:
            raise CommandError(why_not(former))
        worker = Worker(loops=LOOPS)
        if once:
            if not worker.run_once():
                raise CommandError("Có việc định kỳ thất bại; xem nhật ký ở trên.")
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: worker.stop())
        worker.run()
