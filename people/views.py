"""The directory, and one page for each person, organisation and cluster."""

import datetime
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import Cluster, ClusterYear, Organisation, Person, Post
from .related import related_to


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Who holds which post today, organisation by organisation, as a tree."""
    return render(
        request,
        "people/directory.html",
        {"branches": branches(_organisations_today()), "clusters": Cluster.objects.all()},
    )


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
        "posts": _posts_today().filter(organisation=organisation),
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

    One whose parent is not among them stands at the top.
    """
    nodes = {
        organisation.pk: {
            "organisation": organisation,
            "posts": organisation.posts_today,
            "units": [],
        }
        for organisation in organisations
    }
    top: list[dict] = []
    for node in nodes.values():
        parent = nodes.get(node["organisation"].parent_id)
        (parent["units"] if parent else top).append(node)
    return top


def _organisations_today() -> QuerySet[Organisation]:
    prefetch = Prefetch("posts", queryset=_posts_today(), to_attr="posts_today")
    return Organisation.objects.on(datetime.date.today()).prefetch_related(prefetch)


def _posts_today() -> QuerySet[Post]:
    today = datetime.date.today()
    posts = Post.objects.on(today).order_by("sort_order", "start", "pk")
    return posts.select_related("person", "person__portrait", "organisation")


def _day(text: str) -> datetime.date | None:
    """A day typed the Vietnamese way, 29/02/2024; None when there is no such day."""
    try:
        return datetime.datetime.strptime(text.strip(), "%d/%m/%Y").date()
    except ValueError:
        return None
