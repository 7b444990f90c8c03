"""Fetching a county card by its address, before there is anything to trust, and looking at who answers instead of a county.

The line proves nothing here: whoever answers may be anybody, and the certificate is not looked at. What was fetched is only
believed when its fingerprint, 120 bits over everything the card says, is the one that people read from the county's paper.
"""

import http.client
import socket
import ssl
from contextlib import closing
from urllib.parse import urlsplit

from cryptography import x509

from app.errors import CountyTroubled, CountyUnreachable, NotTheCounty
from app.keys.card import MAX_CARD_BYTES
from sync.client.wire import READ_TIMEOUT_S
from sync.protocol import CARD_PATH, CONTENT_TYPE, SERVER_NAME


def fetch_card(address: str) -> bytes:
    """The content of a county's card file, unverified. CountyUnreachable, CountyTroubled, NotTheCounty."""
    typed = address.strip().rstrip("/")
    parts = urlsplit(typed if "://" in typed else f"https://{typed}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        raise NotTheCounty(why="address") from None
    if parts.scheme != "https" or not host:
        raise NotTheCounty(why="address")
    line = http.client.HTTPSConnection(host, port, timeout=READ_TIMEOUT_S, context=_anybody())
    try:
        with closing(line):
            line.request("GET", parts.path + CARD_PATH, headers={"User-Agent": "Vatra"})
            answer = line.getresponse()
            if answer.status >= 500:
                raise CountyTroubled(status=answer.status)
            if answer.status != 200 or answer.getheader("Content-Type") != CONTENT_TYPE:
                raise NotTheCounty(status=answer.status)
            return answer.read(MAX_CARD_BYTES + 1)
    except (ssl.SSLError, http.client.HTTPException) as problem:
        raise NotTheCounty(why="not_https") from problem
    except (OSError, UnicodeError) as problem:
        raise CountyUnreachable(why="no_connection") from problem


def names_shown(opened: socket.socket) -> tuple[str, ...]:
    """The names in the certificate of whoever answers on this connection, unverified: only to say whose it may be.

    OSError when there is no handshake. Nothing is said to them.
    """
    with _anybody().wrap_socket(opened, server_hostname=SERVER_NAME) as secure:
        shown = secure.getpeercert(binary_form=True) or b""
    try:
        certificate = x509.load_der_x509_certificate(shown)
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, x509.ExtensionNotFound):
        return ()
    return tuple(names.get_values_for_type(x509.DNSName))


def _anybody() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
