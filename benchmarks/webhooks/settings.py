"""The site as it is, but webhooks may be posted to this machine."""

from website.settings.development import *  # noqa: F403

WEBHOOKS_ALLOW_LOOPBACK = True
DEMO_CONTENT = False
