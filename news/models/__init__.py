"""Articles and what belongs to them: sections, photos, imports and what imports propose."""

from .articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticlePage,
    ArticleParticipant,
    ArticleRelated,
    ArticleTag,
)
from .base import BasePage
from .photos import Photo, PhotoRendition, PhotoUse
from .proposals import ImportRecord, Proposal
from .review import ReviewTask
from .sections import NewsIndexPage, SectionPage, Topic

__all__ = [
    "ArticleByline",
    "ArticleCorrection",
    "ArticleOrganisation",
    "ArticlePage",
    "ArticleParticipant",
    "ArticleRelated",
    "ArticleTag",
    "BasePage",
    "ImportRecord",
    "NewsIndexPage",
    "Photo",
    "PhotoRendition",
    "PhotoUse",
    "Proposal",
    "ReviewTask",
    "SectionPage",
    "Topic",
]
