"""A grant is words of the pages that tell of it: when it changes, they are indexed again.

So is a decision, of its announcements.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from news.models import ArticlePage
from search.outbox import remember_all

from .models import AwardAnnouncementPage, AwardDecision, AwardGrant, GrantArticle


@receiver([pre_save, post_save, pre_delete], sender=AwardGrant)
def index_pages_of_grant(instance: AwardGrant, created: bool = False, **kwargs: Any) -> None:
    """Before a change too: it may give the grant another decision, with other pages. Of a new one only
    its decision's pages tell."""
    if instance.pk is None:
        return
    if created:
        if instance.decision_id:
            _remember_announcements(decision=instance.decision_id)
        return
    _remember_texts(grant_links__grant=instance.pk)
    _remember_announcements(decision__grants=instance.pk)
    _remember_announcements(more_grants=instance.pk)


@receiver([post_save, pre_delete], sender=AwardDecision)
def index_pages_of_decision(instance: AwardDecision, **kwargs: Any) -> None:
    _remember_announcements(decision=instance.pk)
    _remember_announcements(more_grants__decision=instance.pk)


def _remember_announcements(**which: Any) -> None:
    pages = AwardAnnouncementPage.objects.filter(**which)
    remember_all(AwardAnnouncementPage, pages.values_list("pk", flat=True).distinct())


@receiver([post_save, post_delete], sender=GrantArticle)
def index_text_of_grant(instance: GrantArticle, **kwargs: Any) -> None:
    _remember_texts(pk=instance.article_id)


@receiver(m2m_changed, sender=GrantArticle)
def index_texts_of_grant(instance: Any, pk_set: set[int] | None, **kwargs: Any) -> None:
    """`grant.articles.add(…)` and its like, from either side."""
    if isinstance(instance, AwardGrant):
        _remember_texts(pk__in=pk_set or ())
    else:
        _remember_texts(pk=instance.pk)


def _remember_texts(**which: Any) -> None:
    """In all their languages: a grant is told in each of them."""
    articles = ArticlePage.objects.filter(**which).in_all_languages()
    remember_all(ArticlePage, articles.values_list("pk", flat=True))
