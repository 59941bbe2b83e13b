"""A small site and the people who use it, for any test that asks for them."""

from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from wagtail.models import Site

from news.awards.models import AwardsIndexPage
from news.factories import SectionPageFactory
from news.models import NewsIndexPage, SectionPage
from website.models import HomePage


@dataclass(frozen=True)
class SiteTree:
    """The published pages of the small site, by what they are for."""

    site: Site
    home: HomePage
    news: NewsIndexPage
    emulation: SectionPage
    structure: SectionPage
    awards: AwardsIndexPage


@pytest.fixture
def site_tree(db) -> SiteTree:
    """The pages every new site has, and under /tin-tuc/ thi-dua and to-chuc-bo-may."""
    return plant_site_tree()


def plant_site_tree() -> SiteTree:
    news = NewsIndexPage.objects.get()
    return SiteTree(
        site=Site.objects.get(),
        home=HomePage.objects.get(),
        news=news,
        emulation=_section(news, "Thi đua"),
        structure=_section(news, "Tổ chức bộ máy"),
        awards=AwardsIndexPage.objects.get(),
    )


def _section(news: NewsIndexPage, title: str) -> SectionPage:
    """It stands there from the first (conftest.py), until a test that commits has emptied the tables."""
    standing = SectionPage.objects.child_of(news).filter(title=title).first()
    return standing or SectionPageFactory(parent=news, title=title)


@pytest.fixture
def lan(db) -> AbstractUser:
    """Lan writes: she may edit every page, and must ask for publication."""
    return _user("lan", "Nguyễn Thị Ngọc Lan", "Biên tập viên")


@pytest.fixture
def minh(db) -> AbstractUser:
    """Minh approves and publishes."""
    return _user("minh", "Đặng Đức Minh", "Lãnh đạo duyệt")


@pytest.fixture
def stranger(db) -> AbstractUser:
    """Somebody with an account and no rights at all."""
    return _user("nguoi-la", "Người Lạ")


def _user(username: str, full_name: str, *groups: str) -> AbstractUser:
    family_name, _, name = full_name.partition(" ")
    user = get_user_model().objects.create_user(
        username, f"{username}@sonoivu.example.vn", last_name=family_name, first_name=name
    )
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
