"""The address that people open: is the port free, and does it answer yet."""

from __future__ import annotations

import errno
import socket
import time
from http.client import HTTPConnection, HTTPException


class AddressRefused(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """The address cannot be used; the text says what to do."""


def require_free(host: str, port: int) -> None:
    """Refuse a port that is taken, before anything else is started."""
    try:
        family, kind, protocol, _name, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise AddressRefused(f"This machine has no address “{host}”. Try --host 127.0.0.1.") from error
    with socket.socket(family, kind, protocol) as probe:
        # A connection that has just closed must not count as taken; a program that listens still does.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(where)
        except OSError as error:
            raise AddressRefused(reason(error, host, port)) from error


def reason(error: OSError, host: str, port: int) -> str:
    """Why a port could not be had, and the remedy."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Choose another, for example PORT={_other(port)}."
    if error.errno == errno.EACCES:
        return f"Port {port} needs an administrator. Choose one above 1023, for example PORT=8000."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"This machine has no address “{host}”. Try --host 127.0.0.1."
    return f"Port {port} cannot be used: {error.strerror}. Choose another, for example PORT={_other(port)}."


def _other(port: int) -> int:
    return port + 1 if port < 65535 else 8000


def address(host: str, port: int) -> str:
    """The address as people type it into a browser on this machine."""
    if host in {"127.0.0.1", "::1", "0.0.0.0", "::", "localhost"}:  # noqa: S104 - compared, not bound
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def answers(host: str, port: int, *, within: float = 30) -> bool:
    """Wait until a page comes back; false when none does in that many seconds."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    until = time.monotonic() + within
    while time.monotonic() < until:
        connection = HTTPConnection(host, port, timeout=5)
        try:
            connection.request("GET", "/healthz", headers={"Host": f"localhost:{port}"})
            connection.getresponse()
        except (OSError, HTTPException):
            time.sleep(0.05)
        else:
            return True
        finally:
            connection.close()
    return False
