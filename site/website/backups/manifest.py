"""What a backup says of itself: of when, of what, and the sum of every file in it."""

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

NAME = "manifest.json"
FORMAT = 1
PIECE = 2**20  # bytes


class Refused(Exception):
    """Nothing was done, or nothing is left of it; the message tells whoever looks after the site why."""


@dataclass(frozen=True)
class Kept:
    """A file as it was written."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    made_at: str
    engine: str
    versions: dict[str, str]
    migrations: list[str]  # as applied, "app.name"
    files: dict[str, Kept]  # by their paths in the backup
    format: int = FORMAT

    @classmethod
    def read(cls, backup: Path) -> "Manifest":
        try:
            told = json.loads((backup / NAME).read_text(encoding="utf-8"))
            files = {path: Kept(**kept) for path, kept in told.pop("files").items()}
            manifest = cls(**told, files=files)
            is_readable = manifest.format == FORMAT and not any(map(_leads_out, files))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            is_readable = False
        if not is_readable:
            raise Refused(f"Không đọc được {backup / NAME}: tệp hỏng, hoặc của một phiên bản khác.")
        return manifest

    def write(self, backup: Path) -> None:
        words = json.dumps(asdict(self), indent=1)  # ASCII: a file's name may be no UTF-8
        (backup / NAME).write_text(words, encoding="utf-8")

    @property
    def size(self) -> int:
        return sum(kept.size for kept in self.files.values())

    def refuse_another_system(self) -> None:
        """Another database engine, or a program older than the one that made the backup."""
        if self.engine != connection.vendor:
            raise Refused(
                f"Bản sao lưu là của {self.engine}, còn DATABASE_URL ở đây trỏ đến"
                f" {connection.vendor}."
            )
        unknown = unknown_migrations(self.migrations)
        if unknown:
            raise Refused(
                "Bản sao lưu do một phiên bản mới hơn làm ra; hãy nâng cấp chương trình rồi khôi phục."
                f" Ở đây chưa có: {', '.join(unknown[:3])}."
            )

    def refuse_damaged(self, backup: Path, paths: Iterable[str]) -> None:
        """Read the files again; `paths` are those of the manifest, with a bar around them perhaps."""
        for path in paths:
            try:
                is_whole = summed(backup / path) == self.files[path]
            except OSError:
                is_whole = False
            if not is_whole:
                raise Refused(
                    f"Bản sao lưu hỏng: tệp {path} thiếu hoặc không còn như lúc ghi."
                    " Chưa có gì được khôi phục; hãy dùng bản khác."
                )


def applied_migrations() -> list[str]:
    return sorted(".".join(key) for key in MigrationRecorder(connection).applied_migrations())


def unknown_migrations(names: Iterable[str]) -> list[str]:
    """Of the apps that are installed here; what an app was that is no longer, does no harm."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known |= {(app, name) for app, name in migration.replaces}
    keys = (tuple(name.split(".", 1)) for name in names)
    return [".".join(key) for key in keys if key[0] in loader.migrated_apps and key not in known]


def copied(source: Path, target: Path) -> Kept:
    """Copy a file, with its time; its sum is that of the bytes that were written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(PIECE):
            digest.update(piece)
            size += writing.write(piece)
    shutil.copystat(source, target)
    return Kept(size, digest.hexdigest())


def summed(file: Path) -> Kept:
    with file.open("rb") as reading:
        digest = hashlib.file_digest(reading, "sha256").hexdigest()
    return Kept(file.stat().st_size, digest)


def _leads_out(path: str) -> bool:
    parts = PurePosixPath(path)
    return parts.is_absolute() or ".." in parts.parts
