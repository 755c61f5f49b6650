"""The address: is the port free, how is it written, does it answer."""

import errno
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from wellrun.cli.serving.address import AddressRefused, address, answers, reason, require_free


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://localhost:8000"),
        ("0.0.0.0", "http://localhost:8000"),
        ("::", "http://localhost:8000"),
        ("10.0.0.4", "http://10.0.0.4:8000"),
        ("2001:db8::1", "http://[2001:db8::1]:8000"),
    ],
)
def test_the_address_is_one_that_people_can_type(host: str, expected: str) -> None:
    assert address(host, 8000) == expected


def test_a_free_port_is_taken_without_a_word_and_a_taken_one_is_not() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    require_free("127.0.0.1", port)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with pytest.raises(AddressRefused, match=f"Port {port} is in use"):
            require_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(AddressRefused, match=r"no address “192\.0\.2\.1”"):
        require_free("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "Port 80 needs an administrator"),
        (errno.EADDRINUSE, "for example PORT=81"),
        (errno.ENOBUFS, "Port 80 cannot be used: "),
    ],
)
def test_each_reason_has_its_remedy(code: int, words: str) -> None:
    assert words in reason(OSError(code, "No room"), "127.0.0.1", 80)


def test_after_the_last_port_comes_the_usual_one() -> None:
    assert "PORT=8000" in reason(OSError(errno.EADDRINUSE, ""), "127.0.0.1", 65535)


def test_it_waits_for_the_first_answer() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said: list[bool] = []
    waiting = threading.Thread(target=lambda: said.append(answers("0.0.0.0", port)))
    waiting.start()
    with HTTPServer(("127.0.0.1", port), Page) as server:
        server.handle_request()
    waiting.join()
    assert said == [True]


def test_it_does_not_wait_for_ever() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        assert not answers("127.0.0.1", probe.getsockname()[1], within=0.2)
