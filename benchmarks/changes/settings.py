"""The site as it is, for one who asks as often as they like."""

from website.settings.development import *  # noqa: F403

DEMO_CONTENT = False
API_REQUESTS_PER_MINUTE = 0
