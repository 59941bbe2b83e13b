"""Awards as a register: titles from the law, decisions, grants, and the pages that show them."""

from .consultations import ConsultationNominee, ConsultationPage, Holiday
from .decisions import AwardDecision, EmulationMovement
from .grants import AwardGrant, GrantArticle
from .grants_of_text import GrantsOfText
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
