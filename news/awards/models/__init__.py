"""Awards as a register: titles from the law, decisions, grants, and the pages that show them."""

from .consultations import ConsultationNominee, ConsultationPage, Holiday
from .grants import AwardDecision, AwardGrant, EmulationMovement, GrantArticle, GrantsOfText
from .pages import AwardAnnouncementPage, AwardsIndexPage
from .titles import AwardTitle

__all__ = [
    "AwardAnnouncementPage",
    "AwardDecision",
    "AwardGrant",
    "AwardTitle",
    "AwardsIndexPage",
    "ConsultationNominee",
    "ConsultationPage",
    "EmulationMovement",
    "GrantArticle",
    "GrantsOfText",
    "Holiday",
]
