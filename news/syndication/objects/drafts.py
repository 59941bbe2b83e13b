"""A draft as the public would see it: the contract's object, of rows that nobody may have saved.

Only what is public is named in it, as in a publication: a photo of a private collection has words alone.
"""

from django.utils import timezone

from news.awards.models import AwardAnnouncementPage, ConsultationPage
from news.models import ArticlePage

from . import announcements, article_facts, consultations
from .announcements import announcement_object
from .articles import article_object
from .body_facts import photos_shown
from .consultations import consultation_object
from .contract import AnyObject
from .publicity import Publicity
from .renditions import make_small_renditions

Previewed = ArticlePage | AwardAnnouncementPage | ConsultationPage


def draft_object(page: Previewed) -> AnyObject:
    """With two sizes of each photo, made now, where the worker has not come to it yet."""
    public = Publicity()
    page.published_at = page.published_at or page.first_published_at or timezone.now()
    if isinstance(page, ConsultationPage):
        return consultation_object(page, consultations.of_draft(page, public))
    if isinstance(page, ArticlePage):
        page.settle_lead_photo()
    for photo in photos_shown(page, public):
        make_small_renditions(photo)
    if isinstance(page, ArticlePage):
        return article_object(page, article_facts.of_draft(page, public))
    return announcement_object(page, announcements.of_draft(page, public))
