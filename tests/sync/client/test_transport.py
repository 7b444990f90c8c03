"""The line against everything that answers on an address: this county, another one, a portal, nonsense, nothing."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import requests

from app.domain.ids import random_id
from app.errors import (
    CountyRefused,
    CountySpeaksOtherwise,
    CountyTroubled,
    CountyUnreachable,
    EnrolmentRefused,
    NotTheCounty,
    VatraError,
)
from app.keys.card import CountyCard
from sync.client.transport import CountyLine, PinnedAdapter, pinned_context
from sync.protocol import (
    CONTENT_TYPE,
    MAX_MESSAGE_BYTES,
    NONCE_HEADER,
    PROTOCOL,
    SERVER_NAME,
    EnrolRequest,
    Exchange,
    Hello,
    Mark,
    Refusal,
    Reply,
    encode,
)
from sync.server import certificates
from sync.wire import ENCODING, zstd

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
ASKED = Exchange(PROTOCOL, Hello(b"r" * 16, "ro-21891/team", ()), None, 1, {}, 1000)
REPLY = Reply(PROTOCOL, 1, 0, bytes(32), Mark(0, bytes(32)), None, (), (), 1_795_000_000, 0)
ENROL = EnrolRequest(PROTOCOL, "ABCDEFGHJK", b"d" * 16, "laptop", *[b"k" * 32] * 4)


def http(status: str, body: bytes = b"", content_type: str = CONTENT_TYPE, **headers: str) -> bytes:
    named = {"Content-Type": content_type, "Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def _speak_only_tls_1_1(context: ssl.SSLContext) -> None:
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1


class Impostor:
    """A real TLS server that reads requests and says what its script says, one answer per connection."""

    def __init__(
        self, folder: Path, root: tuple[bytes, bytes], chain: tuple[bytes, bytes] | None, old: bool
    ) -> None:
        self.answers: list[bytes] = []
        self.requests: list[bytes] = []
        self.silent = False
        self._context = None
        if chain is not None:
            (folder / "key").write_bytes(chain[0])
            (folder / "certificate").write_bytes(chain[1])
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(folder / "certificate", folder / "key")
            if old:
                _speak_only_tls_1_1(self._context)
        self.card = CountyCard(
            county=b"c" * 16,
            name="Bacău",
            country="ro",
            urls=(),
            tls_root_pem=root[1].decode(),
            sign_key=b"s" * 32,
            exchange_key=b"e" * 32,
            recovery_key=b"r" * 32,
            made_at=0,
            signed=b"",
            signature=b"",
        )
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, name="impostor")
        self._thread.start()

    def line(self, url: str | None = None, timeout_s: float = 10) -> CountyLine:
        return CountyLine(
            self.card,
            b"d" * 16,
            lambda _claim: bytes(64),
            url or self.url,
            connect_timeout_s=timeout_s,
            read_timeout_s=timeout_s,
        )

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                plain, _address = self._listener.accept()
            except OSError:
                return
            with plain:
                try:
                    self._answer(plain)
                except OSError:
                    continue  # the laptop hung up: often just what it should do

    def _answer(self, plain: socket.socket) -> None:
        plain.settimeout(10)
        if self._context is None:
            plain.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\nspeak plainly")
            return
        with self._context.wrap_socket(plain, server_side=True) as secure:
            request = b""
            while b"\r\n\r\n" not in request:
                if not (piece := secure.recv(65536)):
                    return
                request += piece
            head, _, body = request.partition(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            while len(body) < length:
                body += secure.recv(65536)
            self.requests.append(head)
            if self.silent:
                secure.recv(1)  # until the laptop gives up
            if self.answers:
                secure.sendall(self.answers.pop(0))


MakeImpostor = Callable[..., Impostor]


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[MakeImpostor]:
    made: list[Impostor] = []

    def make(
        *answers: bytes,
        chain: tuple[bytes, bytes] | None = None,
        root: tuple[bytes, bytes] | None = None,
        tls: bool = True,
        old: bool = False,
    ) -> Impostor:
        the_root = root or certificates.make_root("Bacău", NOW)
        the_chain = (chain or certificates.make_server_certificate(*the_root, NOW)) if tls else None
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Impostor(folder, the_root, the_chain, old))
        made[-1].answers += answers
        return made[-1]

    yield make
    for one in made:
        one.close()


def _failure(server: Impostor, line: CountyLine | None = None) -> VatraError:
    used = line or server.line()
    with pytest.raises(VatraError) as failed:
        used.exchange(ASKED)
    used.close()
    return failed.value


GOOD = encode(REPLY)
PORTAL: dict[str, object] = {"why": "portal"}

ANSWERS: dict[str, tuple[bytes, type[VatraError], dict[str, object]]] = {
    "a portal's page": (
        http("200 OK", b"<html>Welcome", "text/html"),
        NotTheCounty,
        PORTAL | {"status": 200},
    ),
    "a redirect": (
        http("302 Found", Location="https://portal.example/"),
        NotTheCounty,
        PORTAL | {"status": 302},
    ),
    "a page not found": (
        http("404 Not Found", b"<html>", "text/html"),
        NotTheCounty,
        PORTAL | {"status": 404},
    ),
    "no content": (http("204 No Content"), NotTheCounty, PORTAL | {"status": 204}),
    "trouble": (http("500 Internal Server Error", b"oh"), CountyTroubled, {"why": "trouble", "status": 500}),
    "a gateway": (
        http("502 Bad Gateway", b"<html>", "text/html"),
        CountyTroubled,
        {"why": "trouble", "status": 502},
    ),
    "too many": (
        http("429 Too Many Requests", b"", "text/plain"),
        CountyTroubled,
        {"why": "busy", "status": 429},
    ),
    "later": (
        http("503 Service Unavailable", b"<html>", "text/html", Retry_After="120"),
        CountyTroubled,
        {"why": "busy", "status": 503, "retry_after_s": 120},
    ),
    "later, by a clock": (
        http("503 Service Unavailable", Retry_After="Sun, 22 Nov 2026 04:00:00 GMT"),
        CountyTroubled,
        {"why": "busy", "status": 503},
    ),
    "too long a message": (
        http("413 Content Too Large", b"<html>", "text/html"),
        CountyRefused,
        {"reason": "too_large"},
    ),
    "a network that wants a log-in": (
        http("511 Network Authentication Required", b"<html>", "text/html"),
        NotTheCounty,
        PORTAL | {"status": 511},
    ),
    "a proxy that wants a password": (
        http("407 Proxy Authentication Required", b"<html>", "text/html"),
        NotTheCounty,
        {"why": "proxy", "status": 407},
    ),
    "another service": (
        http("200 OK", b'{"status": "ok"}', "application/json"),
        NotTheCounty,
        PORTAL | {"status": 200},
    ),
    "a refusal": (
        http("403 Forbidden", encode(Refusal("device_revoked"))),
        CountyRefused,
        {"reason": "device_revoked"},
    ),
    "a newer protocol": (
        http("400 Bad Request", encode(Refusal("wrong_proto"))),
        CountySpeaksOtherwise,
        {"reason": "wrong_proto"},
    ),
    "nonsense": (http("200 OK", b"\xc1\xc1\xc1"), CountySpeaksOtherwise, {"reason": "malformed"}),
    "another message": (
        http("200 OK", encode(Refusal("hello"))),
        CountySpeaksOtherwise,
        {"reason": "malformed"},
    ),
    "an empty body": (http("200 OK"), CountySpeaksOtherwise, {"reason": "malformed"}),
    "a broken frame": (
        http("200 OK", b"not zstd", Content_Encoding=ENCODING),
        CountySpeaksOtherwise,
        {"reason": "packing"},
    ),
    "another packing": (
        http("200 OK", GOOD, Content_Encoding="gzip"),
        CountySpeaksOtherwise,
        {"reason": "packing"},
    ),
    "a bomb": (
        http("200 OK", zstd.compress(bytes(256 * 1024 * 1024)), Content_Encoding=ENCODING),
        CountySpeaksOtherwise,
        {"reason": "too_large"},
    ),
    "too much": (
        http("200 OK", bytes(MAX_MESSAGE_BYTES + 1)),
        CountySpeaksOtherwise,
        {"reason": "too_large"},
    ),
    "half an answer": (
        http("200 OK", GOOD)[: -len(GOOD) // 2],
        CountyUnreachable,
        {"why": "cut_off"},
    ),
    "half the headers": (
        f"HTTP/1.1 200 OK\r\nContent-Type: {CONTENT_TYPE}\r\n".encode(),
        CountyUnreachable,
        {"why": "cut_off"},
    ),
    "a status line": (b"HTTP/1.1 200 OK\r\n", CountyUnreachable, {"why": "cut_off"}),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", CountyUnreachable, {"why": "no_connection"}),
    "nothing": (b"", CountyUnreachable, {"why": "cut_off"}),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_becomes_one_plain_error(impostor: MakeImpostor, name: str) -> None:
    answer, error, facts = ANSWERS[name]
    failure = _failure(impostor(answer))
    assert (type(failure), failure.facts) == (error, facts)


def test_a_good_answer_is_read_packed_or_not(impostor: MakeImpostor) -> None:
    server = impostor(
        http("200 OK", GOOD, Connection="close"),
        http("200 OK", zstd.compress(GOOD), Content_Encoding=ENCODING, Connection="close"),
    )
    line = server.line()
    assert line.exchange(ASKED) == line.exchange(ASKED) == REPLY
    assert (line.requests, line.bytes_sent) == (2, 2 * len(encode(ASKED)))
    assert line.bytes_received == len(GOOD) + len(zstd.compress(GOOD))
    line.close()


def test_the_nonce_of_each_answer_signs_the_next_request(impostor: MakeImpostor) -> None:
    close = {"Connection": "close"}
    server = impostor(
        http("401 Unauthorized", encode(Refusal("stale_nonce")), **{NONCE_HEADER: "first"}, **close),
        http("200 OK", GOOD, **{NONCE_HEADER: "second"}, **close),
        http("500 Internal Server Error", **close),
        http("200 OK", GOOD, **close),
    )
    line = server.line()
    line.exchange(ASKED)
    with pytest.raises(CountyTroubled):
        line.exchange(ASKED)
    line.exchange(ASKED)
    nonces = [
        next((row.partition(b": ")[2] for row in head.split(b"\r\n") if row.startswith(b"Vatra-Nonce")), b"-")
        for head in server.requests
    ]
    assert nonces == [b"", b"first", b"second", b"second"]
    line.close()


def test_a_county_that_never_accepts_a_nonce_is_not_asked_for_ever(impostor: MakeImpostor) -> None:
    stale = http(
        "401 Unauthorized", encode(Refusal("stale_nonce")), **{NONCE_HEADER: "again", "Connection": "close"}
    )
    server = impostor(stale, stale, stale)
    assert _failure(server).facts == {"reason": "stale_nonce"}
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "code", ["code_unknown", "code_used", "code_expired", "code_blocked", "device_known"]
)
def test_a_code_that_cannot_be_used_has_its_own_error(impostor: MakeImpostor, code: str) -> None:
    line = impostor(http("403 Forbidden", encode(Refusal(code)))).line()
    with pytest.raises(EnrolmentRefused) as refused:
        line.enrol(ENROL)
    assert refused.value.facts == {"reason": code}
    line.close()


def test_an_answer_that_never_comes_times_out(impostor: MakeImpostor) -> None:
    server = impostor()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}"
        assert _failure(server, server.line(url, timeout_s=0.3)).facts == {"why": "silent"}


def test_a_county_that_listens_and_says_nothing_times_out(impostor: MakeImpostor) -> None:
    server = impostor()
    server.silent = True
    assert _failure(server, server.line(timeout_s=1)).facts == {"why": "silent"}


def test_nobody_there(impostor: MakeImpostor) -> None:
    server = impostor()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    failure = _failure(server, server.line(f"https://127.0.0.1:{port}"))
    assert (type(failure), failure.facts) == (CountyUnreachable, {"why": "refused"})


def test_a_name_nobody_knows(impostor: MakeImpostor) -> None:
    failure = _failure(impostor(), impostor().line("https://[::1%25nowhere]:1"))
    assert (type(failure), failure.facts) == (CountyUnreachable, {"why": "unknown_name"})


def test_the_next_address_of_the_card_is_tried_and_remembered(impostor: MakeImpostor) -> None:
    server = impostor(*[http("200 OK", GOOD, Connection="close")] * 2)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = f"https://127.0.0.1:{listener.getsockname()[1]}"
    card = msgspec.structs.replace(server.card, urls=(gone, server.url))
    line = CountyLine(card, b"d" * 16, lambda _claim: bytes(64))
    assert line.exchange(ASKED) == line.exchange(ASKED) == REPLY
    assert line._urls == [server.url, gone]
    line.close()


def test_a_card_without_an_address_reaches_nobody(impostor: MakeImpostor) -> None:
    line = CountyLine(impostor().card, b"d" * 16, lambda _claim: bytes(64))
    with pytest.raises(CountyUnreachable, match="no_address"):
        line.exchange(ASKED)
    line.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "ftp://127.0.0.1", "county", "https://"])
def test_only_https_is_spoken(impostor: MakeImpostor, url: str) -> None:
    server = impostor()
    assert _failure(server, server.line(url)).facts == {"why": "address"}


# certificates


def test_another_countys_certificate_is_refused(impostor: MakeImpostor) -> None:
    other = certificates.make_root("Bacău", NOW)
    server = impostor(http("200 OK", GOOD), chain=certificates.make_server_certificate(*other, NOW))
    failure = _failure(server)
    assert (type(failure), failure.facts) == (NotTheCounty, {"why": "other_county"})
    assert server.requests == [], "nothing was said to it"


@pytest.mark.parametrize("signed_by_itself", [True, False])
def test_somebody_in_between_is_not_taken_for_a_county(
    impostor: MakeImpostor, monkeypatch: pytest.MonkeyPatch, signed_by_itself: bool
) -> None:
    monkeypatch.setattr(certificates, "SERVER_NAME", "proxy.example")
    other = certificates.make_root("Proxy", NOW)
    chain = other if signed_by_itself else certificates.make_server_certificate(*other, NOW)
    server = impostor(http("200 OK", GOOD), chain=chain)
    assert _failure(server).facts == {"why": "in_between"}
    assert server.requests == []


def test_a_certificate_of_another_name_is_refused(
    impostor: MakeImpostor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificates, "SERVER_NAME", "portal.example")
    server = impostor(http("200 OK", GOOD))  # root and chain hold together: only the name is wrong
    assert _failure(server).facts == {"why": "other_name"}
    assert server.requests == []


def test_an_old_tls_is_not_spoken(impostor: MakeImpostor) -> None:
    server = impostor(http("200 OK", GOOD), old=True)
    failure = _failure(server)
    assert (type(failure), failure.facts) == (NotTheCounty, {"why": "old_tls"})
    assert server.requests == []


def test_a_handshake_that_breaks_off_is_a_line_that_broke(impostor: MakeImpostor) -> None:
    server = impostor()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        hangs_up = threading.Thread(target=lambda: listener.accept()[0].close())
        hangs_up.start()
        failure = _failure(server, server.line(f"https://127.0.0.1:{listener.getsockname()[1]}"))
        hangs_up.join()
    assert (type(failure), failure.facts) == (CountyUnreachable, {"why": "cut_off"})


def test_the_root_signs_for_no_other_name(impostor: MakeImpostor, monkeypatch: pytest.MonkeyPatch) -> None:
    root = certificates.make_root("Bacău", NOW)
    monkeypatch.setattr(certificates, "SERVER_NAME", "portal.example")
    server = impostor(root=root)
    context = pinned_context(root[1].decode())
    port = int(server.url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"),
    ):
        context.wrap_socket(plain, server_hostname="portal.example")


def test_plain_http_on_the_port_is_not_the_county(impostor: MakeImpostor) -> None:
    assert _failure(impostor(tls=False)).facts == {"why": "not_tls"}


@pytest.mark.parametrize("year", [2001, 2090])
def test_a_certificate_of_any_date_is_accepted_and_only_its_date(impostor: MakeImpostor, year: int) -> None:
    then = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    root = certificates.make_root("Bacău", then)
    chain = certificates.make_server_certificate(*root, then, days=1)
    server = impostor(http("200 OK", GOOD), root=root, chain=chain)
    line = server.line()
    assert line.exchange(ASKED) == REPLY
    line.close()
    with pytest.raises(ssl.SSLCertVerificationError, match=r"expired|not yet valid"):
        _handshake(server, pinned_context(server.card.tls_root_pem), ssl.VerifyFlags.VERIFY_DEFAULT)


def _handshake(server: Impostor, context: ssl.SSLContext, flags: ssl.VerifyFlags) -> None:
    """The control: the same context with its date check left on."""
    context.verify_flags = flags
    port = int(server.url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname=SERVER_NAME),
    ):
        pass


def test_the_line_trusts_exactly_one_root(impostor: MakeImpostor) -> None:
    server = impostor(http("200 OK", GOOD))
    line = server.line()
    line.exchange(ASKED)
    assert line.context.cert_store_stats() == {"x509": 1, "crl": 0, "x509_ca": 1}
    line.close()


def test_without_our_adapter_every_authority_would_be_trusted(
    impostor: MakeImpostor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: what requests does to a context of ours by itself."""
    monkeypatch.delattr(PinnedAdapter, "cert_verify")
    line = impostor(http("200 OK", GOOD)).line()
    line.exchange(ASKED)
    assert line.context.cert_store_stats()["x509"] > 50
    line.close()


def test_proxies_and_passwords_of_the_machine_are_left_alone(
    impostor: MakeImpostor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(netrc))
    server = impostor(http("200 OK", GOOD))
    line = server.line()
    assert line.exchange(ASKED) == REPLY
    assert b"Authorization" not in server.requests[0]
    assert b"User-Agent: python" not in server.requests[0]
    line.close()


def test_no_public_authority_is_asked_even_by_the_library(impostor: MakeImpostor) -> None:
    session = requests.Session()
    with pytest.raises(requests.exceptions.SSLError):
        session.post(impostor().url, data=random_id())
    session.close()
