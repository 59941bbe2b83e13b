"""Lists of articles that are no pages in the tree: by topic, and told in photos."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from .cards import listed
from .models import ArticlePage, Topic
from .stretches import stretch_of


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """The topics of the reader's language that something was written about."""
    found = Topic.objects.with_articles(Locale.get_active())
    return render(request, "news/topics.html", {"topics": found})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic, slug=slug, locale=Locale.get_active())
    articles = ArticlePage.objects.publicly_visible().about(topic).newest_first()
    stretch = listed(articles, request.GET)
    context = {
        "topic": topic,
        "articles": stretch,
        "page_query": stretch.own,
        "page_name": stretch.days,
    }
    return render(request, "news/topic.html", context)


@require_safe
def photo_stories(request: HttpRequest) -> HttpResponse:
    """Articles with several photos, in the reader's language."""
    articles = ArticlePage.objects.publicly_visible().filter(locale=Locale.get_active())
    stories = stretch_of(articles.photo_stories().for_cards(), request.GET)
    context = {"articles": stories, "page_query": stories.own, "page_name": stories.days}
    return render(request, "news/photo_stories.html", context)
