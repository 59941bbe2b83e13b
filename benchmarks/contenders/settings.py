"""The site as it is, but whoever measures may ask as often as they like; every request is still counted."""

from website.settings.development import *  # noqa: F403

API_REQUESTS_PER_MINUTE = 1_000_000_000
DEMO_CONTENT = False
