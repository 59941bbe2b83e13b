"""Which addresses may be called: those of the Internet, never those of the network we stand in.

Whoever enters an address could otherwise have our server ask the services beside it. A name is
resolved once for each attempt, and what is called is the number that was looked at: a name that
leads elsewhere a moment later changes nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urlsplit

from django.conf import settings

PORTS = {443, 8443}
LONGEST = 500
IN_PATHS = "/%:@!$&'()*+,;=~"

IPv4 = ipaddress.IPv4Address

# IANA's registries of special-purpose addresses, and multicast. Written out: what Python calls
# global differs between its versions.
CLOSED_V4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # behind a provider's NAT; some clouds' metadata too
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's services for its machines
        "169.254.0.0/16",  # link-local; most clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",  # multicast, reserved, broadcast
    )
]
OPEN_V6 = ipaddress.IPv6Network("2000::/3")  # all that is given out; what maps IPv4 is outside
CLOSED_V6 = [
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo and other ways to say IPv4
        "2001:db8::/32",
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",
        "3fff::/20",
    )
]


class Refused(Exception):
    """Nothing can be sent there; says why, in Vietnamese."""


@dataclass(frozen=True)
class Address:
    scheme: str
    host: str  # in ASCII
    port: int
    target: str  # path and query, as they stand in a request

    @classmethod
    def parse(cls, url: str) -> Self:
        """Raises Refused."""
        if len(url) > LONGEST or not url.isprintable() or set(url) & set(' \\"<>'):
            raise Refused("Địa chỉ không đọc được.")
        try:
            parts = urlsplit(url)
            host, port = _ascii(parts.hostname or ""), parts.port
        except ValueError as error:
            raise Refused("Địa chỉ không đọc được.") from error
        if parts.scheme != "https" and not (is_loopback_allowed() and parts.scheme == "http"):
            raise Refused("Địa chỉ phải bắt đầu bằng https://.")
        if "@" in parts.netloc:
            raise Refused("Địa chỉ không được chứa tên đăng nhập hay mật khẩu.")
        if parts.fragment:
            raise Refused("Địa chỉ không được chứa dấu #.")
        if not host:
            raise Refused("Địa chỉ thiếu tên máy chủ.")
        port = port or (443 if parts.scheme == "https" else 80)
        if port not in PORTS and not is_loopback_allowed():
            raise Refused("Chỉ gửi được đến cổng 443 hoặc 8443.")
        target = quote(parts.path or "/", IN_PATHS)
        if parts.query:
            target += "?" + quote(parts.query, IN_PATHS + "?")
        return cls(parts.scheme, host, port, target)

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"https": 443, "http": 80}[self.scheme]
        return host if self.port == usual else f"{host}:{self.port}"


def resolve(address: Address) -> list[str]:
    """The numbers behind the name. Raises Refused when there are none, or one is closed to us."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"Không tìm thấy máy chủ {address.host}.") from error
    numbers = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for number in numbers:
        if not may_be_called(number):
            raise Refused(f"Địa chỉ dẫn vào mạng nội bộ ({number}), không phải ra Internet.")
    return numbers


def may_be_called(number: str) -> bool:
    ip = ipaddress.ip_address(number)
    if ip.is_loopback and is_loopback_allowed():
        return True
    if isinstance(ip, IPv4):
        return not any(ip in network for network in CLOSED_V4)
    return ip in OPEN_V6 and not any(ip in network for network in CLOSED_V6)


def is_loopback_allowed() -> bool:
    """For tests alone: plain HTTP, any port, and this very machine."""
    return bool(getattr(settings, "WEBHOOKS_ALLOW_LOOPBACK", False))


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode()
