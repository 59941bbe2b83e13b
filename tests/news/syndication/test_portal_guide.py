"""docs/portal-guide.md does what it says: its commands are run as printed, with bash and curl."""

import datetime
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import time_machine
from wagtail.models import Site

from news.factories import ArticlePageFactory
from news.syndication.models import OfferedArticle, Portal, PortalKey
from people.factories import PostFactory
from tests.search.engines import write_all_that_is_due

from .real_server import real_server

pytestmark = pytest.mark.once

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "portal-guide.md"
BLOCK = re.compile(
    r"```bash\n(?P<commands>.*?)```\n(?:```(?P<form>json|text)\n(?P<answer>.*?)```)?", re.S
)
HOST, KEY = "HOST=http://127.0.0.1:8000\n", "KEY=cnv_…\n"
BETWEEN = "\x1e"  # printed behind what each block prints


class Example(NamedTuple):
    commands: str
    form: str | None
    answer: str | None
    printed: str


@pytest.fixture
def address(settings, everything, site_tree):
    """The site with the article that has everything, older ones, somebody in office, and an everyday limit."""
    settings.API_REQUESTS_PER_MINUTE = 600
    PostFactory()
    with time_machine.travel(datetime.datetime(2024, 2, 1, 8, tzinfo=datetime.UTC)):
        for _ in range(3):
            ArticlePageFactory(parent=site_tree.emulation)
    with real_server() as url:
        settings.PUBLIC_URL = url
        Site.objects.update(port=int(url.rpartition(":")[2]))
        write_all_that_is_due()
        yield url


def run(guide: str, address: str, key: str, folder: Path) -> list[Example]:
    """All blocks in one shell, as a reader would; the first command that fails ends it."""
    assert shutil.which("curl"), "curl is not installed: apt-get install curl"
    blocks = [match.groupdict() for match in BLOCK.finditer(guide)]
    first = blocks[0]["commands"]
    for line in (HOST, KEY):
        assert line in first, f"the guide no longer begins with {line}"
    first = first.replace(HOST, f"HOST={address}\n").replace(KEY, f"KEY={key}\n")
    commands = [first, *(block["commands"] for block in blocks[1:])]
    script = "".join(f"{each}\nprintf '\\036'\n" for each in commands)
    result = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    *printed, rest = result.stdout.split(BETWEEN)
    assert result.returncode == 0, f"{commands[len(printed)]}\n{rest}{result.stderr}"
    return [
        Example(block["commands"], block["form"], block["answer"], text)
        for block, text in zip(blocks, printed, strict=True)
    ]


def differences(said: Any, given: Any, at: str = "") -> list[str]:
    """Where an answer is not what the guide shows: every key it shows, every value it gives.

    A text with “…” stands for any text, an empty list or object and a number for any of their kind;
    but a status is itself. A list holds something like each of the items shown.
    """
    if type(said) is not type(given):
        return [f"{at}: {said!r}, not {given!r}"]
    if isinstance(said, dict):
        missing = [f"{at}.{name} is missing" for name in said if name not in given]
        shared = [name for name in said if name in given]
        return missing + [
            each for name in shared for each in differences(said[name], given[name], f"{at}.{name}")
        ]
    if isinstance(said, list):
        return [
            f"{at}: nothing like {one!r}"
            for one in said
            if all(differences(one, other) for other in given)
        ]
    if isinstance(said, str):
        return [] if matches(said, given) else [f"{at}: {said!r}, not {given!r}"]
    is_any = isinstance(said, int) and not isinstance(said, bool) and not at.endswith(".status")
    return [] if is_any or said == given else [f"{at}: {said!r}, not {given!r}"]


def matches(said: str, given: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in said.split("…"))
    return re.fullmatch(pattern, given, re.S) is not None


def test_every_command_of_the_guide_prints_what_the_guide_shows(address, tmp_path):
    portal = Portal.objects.create(
        name="Cổng tỉnh Bắc Kạn", may_offer_articles=True, may_report_views=True
    )

    examples = run(GUIDE.read_text(), address, PortalKey.make(portal)[1], tmp_path)

    assert len(examples) == GUIDE.read_text().count("```bash")
    for example in examples:
        if example.form == "json":
            wrong = differences(json.loads(example.answer or ""), json.loads(example.printed))
            assert not wrong, (example.commands, wrong)
        else:
            assert matches(example.answer or "", example.printed), example
    assert OfferedArticle.objects.get().external_id == "huong-dan-1"
    table = (tmp_path / "khen-thuong.csv").read_text("utf-8-sig")
    assert "Cờ thi đua của Bộ Nội vụ" in table


def test_a_command_that_fails_is_named(address, tmp_path):
    broken = GUIDE.read_text().replace("/api/v1/snapshot/?limit=1", "/khong-co/")

    with pytest.raises(AssertionError, match="trang-1"):
        run(broken, address, "cnv_", tmp_path)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ({"next": "…"}, {}),
        ({"next": "…"}, {"next": None}),
        ({"has_more": False}, {"has_more": True}),
        ({"status": 410}, {"status": 404}),
        ({"items": [{"reason": "published"}]}, {"items": [{"reason": "gone"}]}),
        ({"items": [{}]}, {"items": []}),
    ],
)
def test_another_answer_than_the_guide_shows_is_noticed(said, given):
    assert differences(said, given)
