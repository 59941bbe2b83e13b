"""What the public sees, as rows, and the portals that take it."""

from .edition import Edition
from .portals import OfferedArticle, Portal, PortalDay, PortalKey, Scope
from .publications import (
    Publication,
    PublicationContent,
    PublicationDependency,
    PublicationFacet,
    PublicationHtml,
    WaitingPage,
)
from .webhooks import Webhook, WebhookDelivery

__all__ = [
    "Edition",
    "OfferedArticle",
    "Portal",
    "PortalDay",
    "PortalKey",
    "Publication",
    "PublicationContent",
    "PublicationDependency",
    "PublicationFacet",
    "PublicationHtml",
    "Scope",
    "WaitingPage",
    "Webhook",
    "WebhookDelivery",
]
