"""A copy of the site while it runs: its database, its files, and the page views not yet counted.

The files are copied before the database and what is new once more after it. So whatever the
database names is there: what was deleted meanwhile came with the first round, what was added before
the database was read comes with the second. In the log of page views, likewise, everything stands
that the database says it has counted.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from news.pageviews.logs import is_in_redis
from website.checks import no_demo_logins
from website.versions import versions

from . import databases
from .manifest import Kept, Manifest, Refused, applied_migrations, copied, summed

Say = Callable[[str], object]
UNFINISHED = ".dang-ghi-"
OF_THE_DISK = {"lost+found"}  # in a folder that is a disk of its own


def folders() -> dict[str, Path]:
    """Those that belong to the site, by their names in a backup."""
    found = {"media": Path(settings.MEDIA_ROOT)}
    if not is_in_redis(settings.PAGE_VIEWS_LOG):
        found["pageviews"] = Path(settings.PAGE_VIEWS_LOG)
    return found


def last_backup() -> Path:
    """A note of when the last one was finished; `/-/status` tells how long that is ago."""
    return Path(settings.DATA_DIR) / "last_backup"


def make_backup(folder: Path, say: Say) -> Path:
    """A new folder in this one, named after the moment: it has that name only once it is whole."""
    now = timezone.localtime()
    _refuse_what_cannot_be(folder)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    try:
        files = _copy_all(unfinished, say)
        Manifest(
            made_at=now.isoformat(timespec="seconds"),
            engine=connection.vendor,
            versions=versions(),
            migrations=applied_migrations(),
            files=files,
        ).write(unfinished)
        os.sync()  # or after a power cut a whole name might stand over half a file
        whole = unfinished.rename(folder / f"{now:%Y-%m-%d-%H%M%S}")
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _note(now.isoformat(timespec="seconds"), say)
    return whole


def _note(moment: str, say: Say) -> None:
    """The backup is whole by now, whatever becomes of the note."""
    try:
        last_backup().unlink(missing_ok=True)  # written by root perhaps, who saved once by hand
        last_backup().write_text(moment)
    except OSError as error:
        say(f"Bản sao lưu đã xong, nhưng không ghi lại được điều đó để /-/status biết: {error}")


def _refuse_what_cannot_be(folder: Path) -> None:
    if any(folder.resolve().is_relative_to(each.resolve()) for each in folders().values()):
        raise Refused("Thư mục sao lưu không được nằm trong thư mục ảnh hay sổ lượt xem.")
    for error in no_demo_logins(None):  # or they would come to a server by a backup
        raise Refused(error.msg)
    if not databases.tables():
        raise Refused("Cơ sở dữ liệu còn trống, chưa có gì để sao lưu.")


def _copy_all(to: Path, say: Say) -> dict[str, Kept]:
    copy = _Copy(to)
    say("Đang chép ảnh, tài liệu và sổ lượt xem …")
    copy.take_what_is_new()
    say("Đang chép cơ sở dữ liệu …")
    database = to / databases.file_name()
    databases.dump(database)
    say("Đang chép nốt những gì vừa thêm vào …")
    copy.take_what_is_new()
    return copy.files | {database.name: summed(database)}


class _Copy:
    """Files of the site as they were when last looked at."""

    def __init__(self, to: Path) -> None:
        self.files: dict[str, Kept] = {}
        self._to = to
        self._seen: dict[str, tuple[int, int]] = {}

    def take_what_is_new(self) -> None:
        for name, folder in folders().items():
            for file in tqdm(list(_files(folder)), unit=" tệp", leave=False, disable=None):
                self._take(f"{name}/{file.relative_to(folder).as_posix()}", file)

    def _take(self, path: str, file: Path) -> None:
        try:
            stat = file.stat()
            seen = (stat.st_mtime_ns, stat.st_size)
            if self._seen.get(path) != seen:
                self.files[path] = copied(file, self._to / path)
                self._seen[path] = seen
        except FileNotFoundError:
            pass  # deleted just now: if the database names it, the first round had it


def _files(folder: Path) -> Iterator[Path]:
    """All of them, whatever their names, through links too. What cannot be read ends the backup: it
    would be missed on the day it is needed."""
    for here, below, names in os.walk(folder, onerror=_unless_it_is_gone, followlinks=True):
        within = _real(here, folder)
        below[:] = [
            name
            for name in below
            if name not in OF_THE_DISK and os.path.realpath(Path(here, name)) not in within
        ]
        yield from (each for name in names if (each := Path(here, name)).is_file())


def _real(here: str, folder: Path) -> set[str]:
    """Where the folders from this one up to the first really are: a link to one of them leads round in a
    circle, past files that are taken anyway."""
    way = [Path(here), *Path(here).parents]
    return {os.path.realpath(each) for each in way if each.is_relative_to(folder)}


def _unless_it_is_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error
