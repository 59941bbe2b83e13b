"""What hostile picture files do to the server: whether each gets a sentence, how long and how much.

A whole server (granian, one worker, one thread) is sent each file through each door of the admin:
many at once, one alone, in the chooser. A failure when a door answers with an error of the server,
takes a file it must refuse, keeps something private, or needs more memory or time than allowed.
"""

import argparse
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import requests
from PIL import Image

from benchmarks.contenders import ours
from benchmarks.contenders.processor import peak_memory_of_server, seconds_of_server
from tests.news.uploads.described_files import from_a_telephone
from tests.news.uploads.hostile_files import flipped, heic, picture, refused

PASSWORD = "chỉ để đo trong chốc lát"  # noqa: S105
MOST_MEMORY = 512 * 2**20
MOST_SECONDS = 5.0  # of the processor: machines that measure are shared
PRIVATE = (b"Exif", b"GPS", b"Oppo", b"xmpmeta", b"<script", b"PK\x03\x04")


@dataclass
class Door:
    """An address files come in by; `fields` names the file's field and the others."""

    name: str
    path: str
    file_field: str
    fields: dict[str, str]
    took: Callable[[requests.Response], bool]


DOORS = (
    Door(
        "many at once",
        "/admin/images/multiple/add/",
        "files[]",
        {"title": "Hội nghị", "collection": "1"},
        lambda answer: answer.json()["success"],
    ),
    Door(
        "one alone",
        "/admin/images/add/",
        "file",
        {"title": "Hội nghị", "collection": "1"},
        lambda answer: bool(answer.history),
    ),
    Door(
        "in the chooser",
        "/admin/images/chooser/create/",
        "image-chooser-upload-file",
        {"image-chooser-upload-title": "Hội nghị", "image-chooser-upload-collection": "1"},
        lambda answer: answer.json()["step"] != "reshow_creation_form",
    ),
)


@dataclass
class Findings:
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    wrong: list[str] = field(default_factory=list)

    def note(self, name: str, outcome: str, seconds: float) -> None:
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, (seconds, name))
        if seconds > MOST_SECONDS:
            self.wrong.append(f"{name}: {seconds:.1f} s")


class Editor:
    def __init__(self, port: int) -> None:
        self.port = port
        self.home = f"http://127.0.0.1:{port}"
        self.session = requests.Session()
        self.session.get(f"{self.home}/admin/login/")
        self._post("/admin/login/", {"username": "lan", "password": PASSWORD, "next": "/admin/"})

    def send(self, door: Door, name: str, content: bytes) -> requests.Response:
        return self._post(door.path, door.fields, {door.file_field: (name, content)})

    def _post(
        self, path: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None
    ) -> requests.Response:
        token = self.session.cookies.get("csrftoken", "")
        headers = {"X-CSRFToken": token, "Referer": self.home}
        return self.session.post(
            f"{self.home}{path}", data=fields, files=files, headers=headers, timeout=120
        )


def large() -> Iterator[tuple[str, bytes]]:
    """Honest pictures as large as they may be, of the kinds that cost most."""
    side = 6_300
    out = io.BytesIO()
    noise = Image.effect_noise((side // 8, side // 8), 60).resize((side, side))
    Image.merge("RGB", (noise, noise, noise)).save(out, "JPEG", quality=75, progressive=True)
    yield "largest.jpg", out.getvalue()
    yield "largest-turned.jpg", _turned(out.getvalue())
    yield "largest.png", picture("PNG", (side, side))
    yield "largest.webp", picture("WEBP", (3_900, 3_900), method=0)
    yield "largest.heic", heic((4_896, 4_896))


def _turned(jpeg: bytes) -> bytes:
    told, out = Image.Exif(), io.BytesIO()
    told[0x0112] = 6
    Image.open(io.BytesIO(jpeg)).save(out, "JPEG", quality="keep", exif=told)
    return out.getvalue()


def try_all(editor: Editor, flips: int) -> Findings:
    findings = Findings()
    for door in DOORS:
        for name, content in refused():
            _try(editor, door, name, content, findings, must_be_refused=True)
    for number, (name, content) in enumerate(flipped(flips)):
        _try(editor, DOORS[number % 3], name, content, findings)
    for name, content in [*large(), ("telephone.jpg", from_a_telephone())]:
        _try(editor, DOORS[0], name, content, findings)
    return findings


def _try(
    editor: Editor,
    door: Door,
    name: str,
    content: bytes,
    findings: Findings,
    *,
    must_be_refused: bool = False,
) -> None:
    before = seconds_of_server(editor.port)
    answer = editor.send(door, name, content)
    seconds = seconds_of_server(editor.port) - before
    if answer.status_code != 200:
        findings.wrong.append(f"{name}, {door.name}: {answer.status_code}")
        return
    took = door.took(answer)
    findings.note(f"{name}, {door.name}", "taken" if took else "refused", seconds)
    if took and must_be_refused:
        findings.wrong.append(f"{name}, {door.name}: taken")


def private_files(media: Path) -> list[str]:
    """Kept files in which something private or strange is left."""
    kept = [path for path in media.rglob("*") if path.is_file()]
    return [path.name for path in kept if any(mark in path.read_bytes() for mark in PRIVATE)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = ours.project(folder, f"sqlite:///{folder / 'site.sqlite3'}")
        project.environment["DJANGO_SUPERUSER_PASSWORD"] = PASSWORD  # type: ignore[index]
        project.manage("migrate", "-v0")
        project.manage(
            "createsuperuser", "--noinput", "--username", "lan", "--email", "lan@example.vn"
        )
        with project.serving() as port:
            editor = Editor(port)
            editor.session.get(f"{editor.home}/admin/images/")
            idle = peak_memory_of_server(port)
            findings = try_all(editor, options.flips)
            grown = peak_memory_of_server(port) - idle
        findings.wrong += [
            f"{name} keeps something private" for name in private_files(folder / "media")
        ]
    if grown > MOST_MEMORY:
        findings.wrong.append(f"{grown / 2**20:.0f} MB more than when idle")
    print(
        f"{dict(findings.outcomes)}; slowest {findings.slowest[0]:.1f} s of processor time: {findings.slowest[1]}"
    )
    print(f"memory: idle {idle / 2**20:.0f} MB, at most {grown / 2**20:.0f} MB more")
    print("\n".join(findings.wrong) or "nothing wrong")
    return int(bool(findings.wrong))


if __name__ == "__main__":
    sys.exit(main())
