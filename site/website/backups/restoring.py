"""A backup becomes a site again, in a place where there is none."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import transaction
from tqdm import tqdm

from news.syndication.models import Edition
from website.byte_path.editions import notice

from . import databases
from .making import OF_THE_DISK, Say, folders
from .manifest import NAME, Kept, Manifest, Refused, copied

STILL_TO_DO = "migrate, start_new_epoch, rebuild_publications --moved, update_index"


def restore_backup(folder: Path, say: Say) -> Path:
    """From this backup, or from the newest of those in the folder. Nothing is touched until all of
    it was looked at; what is there already is never written over."""
    backup = chosen(folder)
    say(f"Bản sao lưu: {backup}")
    manifest = Manifest.read(backup)
    manifest.refuse_another_system()
    refuse_an_occupied_place()
    say("Đang kiểm tra từng tệp của bản sao lưu …")
    manifest.refuse_damaged(backup, _bar(manifest.files))
    _refuse_too_little_room(manifest.size)
    try:
        _bring_back(backup, manifest, say)
    except BaseException:
        half = ", ".join(str(each) for each in folders().values())
        say(f"Khôi phục dở dang: hãy xoá những gì có trong {half} rồi chạy lại.")
        raise
    try:
        _begin_again(say)
    except BaseException:
        say(f"Dữ liệu đã về đủ, nhưng còn phải chạy lần lượt: {STILL_TO_DO}.")
        raise
    return backup


def chosen(folder: Path) -> Path:
    if (folder / NAME).exists():
        return folder
    whole = sorted(each.parent for each in folder.glob(f"[!.]*/{NAME}"))
    if not whole:
        raise Refused(f"Trong {folder} không có bản sao lưu nào trọn vẹn.")
    return whole[-1]


def refuse_an_occupied_place() -> None:
    if databases.tables():
        raise Refused("Cơ sở dữ liệu ở đây đã có nội dung; chỉ khôi phục vào nơi trống.")
    for folder in folders().values():
        if folder.exists() and any(each.name not in OF_THE_DISK for each in folder.iterdir()):
            raise Refused(f"Thư mục {folder} đã có tệp; chỉ khôi phục vào nơi trống.")


def _refuse_too_little_room(size: int) -> None:
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free < size:
        raise Refused(f"Đĩa còn {free // 2**20} MB, bản sao lưu cần {size // 2**20} MB.")


def _bring_back(backup: Path, manifest: Manifest, say: Say) -> None:
    """The database last: without it there is no site yet."""
    say("Đang chép ảnh, tài liệu và sổ lượt xem về chỗ cũ …")
    there = folders()
    for path in _bar(manifest.files):
        name, _, rest = path.partition("/")
        if rest and name in there:
            copied(backup / path, there[name] / rest)
    say("Đang nạp cơ sở dữ liệu …")
    databases.load(backup / databases.file_name())


def _begin_again(say: Say) -> None:
    """Nothing of what was told after the backup may be believed any longer, here or by portals."""
    notice().unlink(missing_ok=True)
    Session.objects.all().delete()  # whoever signed out or lost the account meanwhile stays out
    say("Đang nâng cấp cơ sở dữ liệu …")
    call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        Edition.start_new_epoch()
    say("Đang dựng lại các bản công khai …")
    call_command("rebuild_publications", moved=True, verbosity=0)
    say("Đang dựng lại chỉ mục tìm kiếm …")
    try:
        call_command("update_index", verbosity=0)
    except CommandError as error:
        say(
            f"Chưa dựng được chỉ mục tìm kiếm ({error}). Sửa xong, hãy chạy: manage.py update_index"
        )


def _bar(paths: Mapping[str, Kept]) -> Iterable[str]:
    shown: Iterable[str] = tqdm(paths, unit=" tệp", leave=False, disable=None)
    return shown
