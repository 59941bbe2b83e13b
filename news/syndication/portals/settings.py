"""The settings of this folder, each with what holds when a project says nothing."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network

from django.conf import settings


def requests_per_minute() -> int:
    """For one address without a key; 0: no limit. A portal has a number of its own."""
    return int(getattr(settings, "API_REQUESTS_PER_MINUTE", 600))


def usage_written_every() -> float | None:
    """Seconds between two writes of what was counted; None: only when somebody says so."""
    seconds = getattr(settings, "API_USAGE_WRITTEN_EVERY", 5.0)
    return None if seconds is None else float(seconds)


def trusted_proxies() -> tuple[IPv4Network | IPv6Network, ...]:
    """Who may tell for whom it asks: addresses or networks, such as "10.0.0.0/8". Nobody."""
    return _networks(tuple(getattr(settings, "API_TRUSTED_PROXIES", ())))


@lru_cache(maxsize=4)  # read with every view that is counted
def _networks(proxies: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(each) for each in proxies)
