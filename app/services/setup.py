"""First start of a commune laptop: the county's card, a one-time code, and a vault for the first worker."""

import socket
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.access import compartments_of
from app.domain.ids import random_id
from app.errors import CardInvalid, FingerprintDiffers, VaultExists
from app.keys.card import fingerprint, read_card
from app.keys.keyring import RecoveryRecipient, WorkerEntry
from app.keys.passphrases import new_passphrase as new_passphrase
from app.keys.slots import PROFILE_2026_1, Costs, WorkerKeys
from app.services.session import tile_name
from storage.vault import Vault, create_vault, has_vault
from sync.client.card import fetch_card as card_of_county
from sync.client.transport import CountyLine
from sync.protocol import PROTOCOL, EnrolRequest

MAX_CARD_BYTES = 256 * 1024


class CardShown(msgspec.Struct, frozen=True):
    """What a worker compares before trusting a county card."""

    county_name: str
    fingerprint: str
    urls: tuple[str, ...]


CardSource = Path | bytes
"""A county card's file, or its content."""


def look_at_card(source: CardSource) -> CardShown:
    """What a county card says; CardInvalid when it is none."""
    card = read_card(_bytes_of(source))
    return CardShown(card.name, fingerprint(card), tuple(card.urls))


def fetch_card(address: str, signs: str) -> bytes:
    """The county card from the county's address, believed only when its fingerprint is what somebody typed from paper.

    FingerprintDiffers, CardInvalid, CountyUnreachable, CountyTroubled, NotTheCounty.
    """
    content = card_of_county(address)
    if _signs_alone(fingerprint(read_card(content))) != _signs_alone(signs):
        raise FingerprintDiffers()
    return content


def _signs_alone(typed: str) -> str:
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def _bytes_of(source: CardSource) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            body = file.read(MAX_CARD_BYTES + 1)
    except OSError as problem:
        raise CardInvalid(reason="unreadable") from problem
    if len(body) > MAX_CARD_BYTES:
        raise CardInvalid(reason="too_big")
    return body


def laptop_name() -> str:
    """A first suggestion for what to call this laptop."""
    return socket.gethostname().partition(".")[0][:32]


def enrol(
    folder: Path,
    source: CardSource,
    code: str,
    laptop: str,
    passphrase: str,
    *,
    url: str | None = None,
    costs: Costs = PROFILE_2026_1,
) -> Vault:
    """``set_up``, then open the vault."""
    worker = set_up(folder, source, code, laptop, passphrase, url=url, costs=costs)
    return Vault.open(folder, worker, passphrase)


def set_up(
    folder: Path,
    source: CardSource,
    code: str,
    laptop: str,
    passphrase: str,
    *,
    url: str | None = None,
    costs: Costs = PROFILE_2026_1,
) -> bytes:
    """Ask the county to take this laptop, then make its vault; returns the first worker's id. Needs a connection.

    The code says which commune and which worker. EnrolmentRefused, CountyUnreachable, NotTheCounty; VaultExists before
    anything is asked. If the disk fails after the county agreed, a new code is needed; nothing else is lost.
    """
    if has_vault(folder):
        raise VaultExists(part="keyring")
    body = _bytes_of(source)
    card = read_card(body)
    device, device_key, device_receive = (
        random_id(),
        Ed25519PrivateKey.generate(),
        X25519PrivateKey.generate(),
    )
    keys = WorkerKeys.new()
    line = CountyLine(card, device, device_key.sign, url)
    try:
        reply = line.enrol(
            EnrolRequest(
                PROTOCOL,
                code.strip().upper(),
                device,
                laptop,
                device_key.public_key().public_bytes_raw(),
                device_receive.public_key().public_bytes_raw(),
                keys.sign_public,
                keys.receive_public,
            )
        )
    finally:
        line.close()
    facts = {
        "county": reply.county,
        "county_name": reply.county_name.encode(),
        "county_card": body,
        "county_url": (url or "").encode(),
        "commune": reply.commune.encode(),
        "commune_key": reply.commune_key,
        "epoch": str(reply.epoch).encode(),
        "device": device,
        "device_sign_key": device_key.private_bytes_raw(),
        "device_receive_key": device_receive.private_bytes_raw(),
    }
    # The locked screen needs no more of a name than its tile shows; the whole name is a record inside.
    worker = WorkerEntry(
        reply.worker,
        tile_name(reply.worker_name),
        reply.profession,
        keys.receive_public,
        keys.sign_public,
    )
    create_vault(
        folder,
        worker=worker,
        keys=keys,
        passphrase=passphrase,
        recovery=RecoveryRecipient(card.recovery_key, card.county),
        commune_name=reply.commune_name,
        laptop_name=laptop,
        country=reply.country,
        facts=facts,
        readable=compartments_of(reply.profession),
        costs=costs,
    )
    return worker.id
