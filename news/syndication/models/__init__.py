"""What the public sees, as rows: publications, what hangs on them, and the edition."""

from .edition import Edition
from .publications import (
    Publication,
    PublicationContent,
    PublicationDependency,
    PublicationFacet,
    WaitingPage,
)

__all__ = [
    "Edition",
    "Publication",
    "PublicationContent",
    "PublicationDependency",
    "PublicationFacet",
    "WaitingPage",
]
