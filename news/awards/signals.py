"""A grant is words of the pages that tell of it: when it changes, they are indexed again."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from news.models import ArticlePage
from search.outbox import remember_all

from .models import AwardAnnouncementPage, AwardGrant, GrantArticle


@receiver([post_save, pre_delete], sender=AwardGrant)
def index_pages_of_grant(instance: AwardGrant, **kwargs: Any) -> None:
    remember_all(ArticlePage, instance.article_links.values_list("article", flat=True))
    announcements = AwardAnnouncementPage.objects.filter(more_grants=instance)
    if instance.decision_id:
        announcements |= AwardAnnouncementPage.objects.filter(decision=instance.decision_id)
    remember_all(AwardAnnouncementPage, announcements.values_list("pk", flat=True).distinct())


@receiver([post_save, post_delete], sender=GrantArticle)
def index_article_of_grant(instance: GrantArticle, **kwargs: Any) -> None:
    remember_all(ArticlePage, [instance.article_id])
