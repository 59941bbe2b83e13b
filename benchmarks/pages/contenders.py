"""Both projects with pages to look at; what of them keeps what, the environment says."""

import dataclasses
import os
import shutil
from pathlib import Path

from benchmarks.contenders import ours, stock
from benchmarks.programs import Project

LISTING = Path(__file__).with_name("stock") / "listing"


def our_project(folder: Path, database: str) -> Project:
    return changed(
        ours.project(folder, database), folder, DJANGO_SETTINGS_MODULE="benchmarks.pages.settings"
    )


def our_uncached_project(folder: Path, database: str) -> Project:
    return changed(our_project(folder, database), folder, KEEP="0")


def stock_project(folder: Path, database: str) -> Project:
    made = stock.project(folder, database)
    shutil.copytree(LISTING, made.root / "listing", ignore=shutil.ignore_patterns("__pycache__"))
    made = changed(made, folder, DJANGO_SETTINGS_MODULE="listing.settings")
    made.manage("makemigrations", "listing")
    return made


def server_alone(folder: Path, files: Path) -> Project:
    """Needs no database: it gives away the files, from its memory."""
    folder.mkdir()
    environment = {"FILES": str(files), "PYTHONPATH": os.fspath(ours.ROOT)}
    return Project(ours.ROOT, folder, "benchmarks.pages.alone:application", environment)


def changed(project: Project, folder: Path, **environment: str) -> Project:
    """The same project in another environment; its logs go to the folder."""
    folder.mkdir(exist_ok=True)
    return dataclasses.replace(
        project, folder=folder, environment={**project.environment, **environment}
    )
