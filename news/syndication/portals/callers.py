"""Whose request it is, when no key says so: the address, as far as it can be known."""

import logging
from collections.abc import Mapping, Sequence
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any

from django.http import HttpRequest

from .settings import trusted_proxies

logger = logging.getLogger(__name__)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

NOBODY = "nobody"  # a socket file has no address: all that come through it count as one
HOUSEHOLD = 64  # of IPv6, what one connection is given: more addresses than there are requests


def caller(request: HttpRequest) -> str:
    return caller_of(request.META)


def caller_of(meta: Mapping[str, Any]) -> str:
    """The IPv4 address, or the /64 of the IPv6 address, that requests are counted for."""
    address = address_of(meta)
    if address is None:
        return NOBODY
    if isinstance(address, IPv6Address):
        network = int(address) >> (128 - HOUSEHOLD)
        return f"{network:x}::/{HOUSEHOLD}"
    return str(address)


def address_of(meta: Mapping[str, Any]) -> Address | None:
    """Who is connected; what X-Forwarded-For says counts only from proxies the settings name.

    Read from its end: each proxy adds the address it was asked from, and what stands before the
    first one we don't know, anybody can have written.
    """
    remote = meta.get("REMOTE_ADDR", "")
    address = _address(remote)
    proxies = trusted_proxies()
    told = meta.get("HTTP_X_FORWARDED_FOR", "").split(",")
    # Who comes through a socket file has no address, and is the proxy where one is named.
    is_proxy = bool(proxies) and not remote
    if told != [""] and _looks_like_an_unnamed_proxy(address, proxies):
        _warn_of_unnamed_proxies()
    while told and (is_proxy or _is_in(proxies, address)):
        is_proxy = False
        before = _address(told.pop())
        if before is None:
            break
        address = before
    return address


def _is_in(networks: Sequence[Network], address: Address | None) -> bool:
    return address is not None and any(address in network for network in networks)


def _looks_like_an_unnamed_proxy(address: Address | None, proxies: Sequence[Network]) -> bool:
    """Where some are named, one more is on a network like theirs; a stranger may say what he likes."""
    if not proxies:
        return True
    return address is not None and address.is_private and not _is_in(proxies, address)


@cache
def _warn_of_unnamed_proxies() -> None:
    """Once: what is missing would be noticed only on a busy day."""
    logger.warning(
        "Có yêu cầu đến qua máy chủ trung gian mà TRUSTED_PROXIES chưa ghi máy đó: mọi người đọc"
        " qua đó bị tính là một, và cùng chịu một giới hạn."
    )


def _address(text: str) -> Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
