"""The directory, and one page for each person, organisation and cluster."""

import datetime
import re
from collections.abc import Iterable

from django.db.models import Exists, Max, Min, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import (
    Cluster,
    ClusterYear,
    Organisation,
    OrganisationSuccession,
    Person,
    Post,
)
from .models.organisations import all_above
from .related import related_to


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Who holds which post, organisation by organisation, as a tree; today, or the day asked for."""
    today = datetime.date.today()
    wanted = request.GET.get("ngay", "")
    asked = _day(wanted)
    day = asked or today
    ended = Organisation.objects.filter(dissolved_on__lt=day).order_by("-dissolved_on", "name")
    context = {
        "branches": branches(_organisations_on(day)),
        "ended": ended.prefetch_related("successions__successor"),
        "clusters": Cluster.objects.all(),
        "day": day,
        "is_today": day == today,
        "is_ahead": day > today,
        "known_from": _known_from(day),
        "last_change": _last_change(today),
        "day_typed": wanted,
        "day_is_wrong": bool(wanted) and asked is None,
    }
    return render(request, "people/directory.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: the posts over time, and those held on a day the reader asks for."""
    person = get_object_or_404(Person, slug=slug)
    posts = list(person.posts.select_related("organisation"))
    wanted = request.GET.get("ngay", "")
    day = _day(wanted)
    today = datetime.date.today()
    context = {
        "person": person,
        "posts": posts,
        "today": today,
        "current_posts": person.posts_on(today),
        "day_typed": wanted,
        "day": day,
        "day_is_wrong": bool(wanted) and day is None,
        "posts_that_day": person.posts_on(day) if day else None,
        **related_to(person),
    }
    return render(request, "people/person.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(
        Organisation.objects.select_related("parent", "province"), slug=slug
    )
    today = datetime.date.today()
    context = {
        "organisation": organisation,
        "units": organisation.units.all(),
        "posts": _posts_on(today).filter(organisation=organisation),
        "former_names": organisation.former_names.all(),
        "predecessors": organisation.origins.select_related("predecessor"),
        "successors": organisation.successions.select_related("successor"),
        "today": today,
        **related_to(organisation),
    }
    return render(request, "people/organisation.html", context)


@require_safe
def cluster(request: HttpRequest, slug: str) -> HttpResponse:
    years = ClusterYear.objects.select_related("head", "host").prefetch_related("deputies")
    cluster = get_object_or_404(
        Cluster.objects.prefetch_related(
            Prefetch("years", queryset=years), "memberships__organisation"
        ),
        slug=slug,
    )
    context = {"cluster": cluster, "years": cluster.years.all(), **related_to(cluster)}
    return render(request, "people/cluster.html", context)


def branches(organisations: Iterable[Organisation]) -> list[dict]:
    """Organisations as nested lists: [{"organisation": …, "posts": […], "units": […]}, …].

    One whose parent is not among them stands at the top, and so do those that are each other's.
    """
    nodes = {
        organisation.pk: {
            "organisation": organisation,
            "posts": organisation.posts_that_day,
            "units": [],
        }
        for organisation in organisations
    }
    top: list[dict] = []
    parents = {pk: node["organisation"].parent_id for pk, node in nodes.items()}
    for pk, node in nodes.items():
        parent = nodes.get(parents[pk])
        (parent["units"] if parent and pk not in all_above(pk, parents) else top).append(node)
    return top


def _organisations_on(day: datetime.date) -> QuerySet[Organisation]:
    """`has_posts` says that posts are known of it: where none is held that day, they are vacant."""
    prefetch = Prefetch("posts", queryset=_posts_on(day), to_attr="posts_that_day")
    known = Exists(Post.objects.filter(organisation=OuterRef("pk")))
    organisations: QuerySet[Organisation] = Organisation.objects.on(day)
    return organisations.annotate(has_posts=known).prefetch_related(prefetch, "former_names")


def _posts_on(day: datetime.date) -> QuerySet[Post]:
    posts = Post.objects.on(day).order_by("sort_order", "start", "pk")
    return posts.select_related("person__portrait", "organisation").prefetch_related(
        "person__portrait__renditions"
    )


def _known_from(day: datetime.date) -> datetime.date | None:
    """The first day of any post we know, where that day lies before it: nobody was vacant, all is unknown."""
    first = Post.objects.aggregate(start=Min("start"), attested=Min("attested_on"))
    known = min(filter(None, first.values()), default=None)
    return known if known and day < known else None


def _last_change(today: datetime.date) -> dict[str, datetime.date] | None:
    """When one organisation last took another's place, and the day before, which many look for."""
    changes = OrganisationSuccession.objects.filter(on__lte=today)
    on = changes.aggregate(last=Max("on"))["last"]
    return {"on": on, "before": on - datetime.timedelta(days=1)} if on else None


def _day(text: str) -> datetime.date | None:
    """A day typed the Vietnamese way, 29/02/2024 or 29-2-2024; None when there is no such day."""
    day = re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", text)
    try:
        return datetime.date(*map(int, day.groups()[::-1])) if day else None
    except ValueError:
        return None
