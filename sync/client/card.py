"""Fetching a county card by its address, before there is anything to trust.

The line proves nothing here: whoever answers may be anybody, and the certificate is not looked at. What was fetched is only
believed when its fingerprint, 120 bits over everything the card says, is the one that people read from the county's paper.
"""

import ssl

import requests
from urllib3.exceptions import HTTPError

from app.errors import CountyTroubled, CountyUnreachable, NotTheCounty
from app.keys.card import MAX_CARD_BYTES
from sync.client.transport import CONNECT_TIMEOUT_S, READ_TIMEOUT_S, PinnedAdapter, failure_of
from sync.protocol import CARD_PATH, CONTENT_TYPE


def fetch_card(address: str) -> bytes:
    """The content of a county's card file, unverified. CountyUnreachable, CountyTroubled, NotTheCounty."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with requests.Session() as session:
        session.trust_env = False
        session.adapters.clear()
        session.mount("https://", _AnybodyAdapter(context))
        try:
            answer = session.get(
                _complete(address) + CARD_PATH,
                timeout=(CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
                allow_redirects=False,
                stream=True,
            )
        except requests.RequestException as problem:
            raise failure_of(problem) from problem
        with answer:
            if answer.status_code >= 500:
                raise CountyTroubled(status=answer.status_code)
            if answer.status_code != 200 or answer.headers.get("Content-Type") != CONTENT_TYPE:
                raise NotTheCounty(status=answer.status_code)
            try:
                content: bytes = answer.raw.read(MAX_CARD_BYTES + 1, decode_content=False)
            except (HTTPError, OSError) as problem:
                raise CountyUnreachable(why="cut_off") from problem
    return content


class _AnybodyAdapter(PinnedAdapter):
    """Carries one request to whoever answers."""

    def cert_verify(self, conn: object, url: str, verify: object, cert: object) -> None:
        """Nothing to verify: the fingerprint is what is believed."""


def _complete(address: str) -> str:
    """``county.example:8443`` -> ``https://county.example:8443``."""
    typed = address.strip().rstrip("/")
    return typed if "://" in typed else f"https://{typed}"
