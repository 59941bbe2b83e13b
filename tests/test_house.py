"""The house itself: which rooms there are, and which way the arrows between them point."""

import ast
import itertools
import os
import site
import subprocess
import sys
from pathlib import Path

import pytest
from wagtail.models import get_page_models

from news import checks
from news.models import ArticlePage

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[1]
# From left to right; an arrow may only point to the right.
ROOMS = ("website", "news", "people", "search")
FOLDERS = {room: ROOT / "site" / room if room == "website" else ROOT / room for room in ROOMS}
LINT = f"""
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename={str(ROOT / "pyproject.toml")!r}, no_cache=True))
"""


def test_site_is_a_source_root_and_never_a_package():
    """With an __init__.py it could take the place of Python's own module of that name."""
    assert not list((ROOT / "site").glob("*.py"))
    assert Path(site.__file__).parent != ROOT / "site"
    with pytest.raises(ModuleNotFoundError):
        __import__("site.website")


def test_every_room_is_where_its_name_says():
    for room, folder in FOLDERS.items():
        assert (folder / "__init__.py").is_file(), room


def test_git_keeps_the_folder_that_stock_ignore_files_drop():
    patterns = (ROOT / ".gitignore").read_text().splitlines()
    assert not {"site", "site/", "/site", "/site/"} & set(patterns)


def lint(path: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter with our contract on the rooms found under the path."""
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(path), str(path / "site")])},
        capture_output=True,
        text=True,
    )


def test_every_arrow_in_our_code_points_to_the_right():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.fixture
def empty_rooms(tmp_path):
    for room in ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    return tmp_path


def test_the_contract_allows_every_arrow_to_the_right(empty_rooms):
    for room, other in itertools.combinations(ROOMS, 2):
        (empty_rooms / room / f"uses_{other}.py").write_text(f"import {other}\n")
    assert lint(empty_rooms).returncode == 0


@pytest.mark.parametrize(("room", "other"), list(itertools.combinations(ROOMS, 2)))
def test_the_contract_refuses_every_arrow_to_the_left(empty_rooms, room, other):
    (empty_rooms / other / "inside.py").write_text(
        f"def late():\n    from {room} import anything\n"
    )
    result = lint(empty_rooms)
    assert result.returncode == 1
    assert f"{other}.inside -> {room}" in result.stdout


def modules() -> list[Path]:
    return [
        module
        for folder in FOLDERS.values()
        for module in folder.rglob("*.py")
        if "migrations" not in module.parts
    ]


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {
        f"{'.' * node.level}{node.module or ''}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    return names | {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }


def test_factories_serve_tests_and_demo_content_and_nothing_that_runs_for_readers():
    users = {
        str(module.relative_to(ROOT))
        for module in modules()
        if module.name != "factories.py" and "demo" not in str(module.relative_to(ROOT))
        if any(name.split(".")[-1] == "factories" for name in imported(module))
    }
    assert users == set()


def test_the_vietnamese_analyser_knows_no_django():
    users = {
        module.name
        for module in (ROOT / "search" / "vietnamese").rglob("*.py")
        if any(name.split(".")[0] in {"django", "wagtail"} for name in imported(module))
    }
    assert users == set()


def test_there_is_no_drawer_for_things_without_a_place():
    drawers = {"utils", "util", "helpers", "common", "misc"}
    assert [module for module in modules() if drawers & {module.stem, *module.parts}] == []


def test_a_host_with_another_photo_model_is_stopped(settings):
    assert checks.photo_is_the_image_model(None) == []
    settings.WAGTAILIMAGES_IMAGE_MODEL = "wagtailimages.Image"
    assert [error.id for error in checks.photo_is_the_image_model(None)] == ["news.E001"]


def test_a_host_that_would_keep_accents_in_addresses_is_warned(settings):
    assert checks.slugs_are_ascii(None) == []
    del settings.WAGTAIL_ALLOW_UNICODE_SLUGS
    assert [warning.id for warning in checks.slugs_are_ascii(None)] == ["news.W001"]


def test_a_host_that_would_not_tell_of_unfinished_photos_is_warned(settings):
    assert checks.unfinished_photos_are_told_of(None) == []
    settings.MIDDLEWARE = [each for each in settings.MIDDLEWARE if not each.startswith("news.")]
    assert [warning.id for warning in checks.unfinished_photos_are_told_of(None)] == ["news.W004"]


def test_a_host_that_wants_tones_in_no_known_place_is_stopped(settings):
    for placement in ("old", "new", "any"):
        settings.NEWS_TONE_PLACEMENT = placement
        assert checks.tones_have_a_place(None) == []
    settings.NEWS_TONE_PLACEMENT = "hoà"
    assert [error.id for error in checks.tones_have_a_place(None)] == ["news.E002"]


def test_a_page_type_that_does_not_say_what_it_is_for_is_named(monkeypatch):
    assert checks.page_types_say_what_they_are_for(None) == []
    monkeypatch.setattr(ArticlePage, "page_description", "")
    (warning,) = checks.page_types_say_what_they_are_for(None)
    assert (warning.id, warning.obj) == ("news.W002", ArticlePage)


def test_every_page_type_of_ours_has_a_vietnamese_name():
    for model in get_page_models():
        if model.__module__.split(".")[0] in ROOMS:
            assert not str(model._meta.verbose_name).isascii(), model.__name__


def test_every_page_of_the_docs_is_on_somebodys_list():
    lists = (ROOT / "docs" / "README.md").read_text()
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {page for page in pages if f"]({page})" not in lists} == set()
