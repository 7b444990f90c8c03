"""A county begins: its keys, its TLS root, its card, an empty log, and a recovery key that nobody holds whole.

The recovery key's private half is split 2-of-3 (SLIP-39) before anything is written, and only the shares are: three
people carry one each, and two of them together can open a laptop whose worker forgot everything.
"""

import datetime as dt
import secrets
from collections.abc import Sequence
from pathlib import Path

import msgspec
import shamir_mnemonic
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import insert, select

from app.domain.ids import random_id
from app.keys.card import CountyCard, card_file, fingerprint, make_card
from sync.core.county import LOG_GENESIS
from sync.server import folder as names
from sync.server import tables
from sync.server.certificates import make_root, make_server_certificate
from sync.server.folder import CountyExists, CountyFolder, write_private
from sync.server.store import Store

SHARES = 3
SHARES_NEEDED = 2
_SHARE = """Vatra recovery share {number} of {of} - county "{county}"
Card fingerprint: {fingerprint}

{words}

Any {needed} of the {of} shares together open the vault of a worker who lost every passphrase.
Give each share to another person, print it or move it to a stick of its own, and delete this
file from the server. Never keep two shares in one place.
"""


class Founded(msgspec.Struct, frozen=True):
    """What ``init`` made."""

    folder: CountyFolder
    card: CountyCard
    card_file: Path
    share_files: tuple[Path, ...]


def found_county(
    path: Path,
    *,
    name: str,
    country: str,
    urls: Sequence[str],
    database: str | None,
    now: dt.datetime,
) -> Founded:
    """Make a county in ``path``, which is created; CountyExists when one is there."""
    folder = CountyFolder(path)
    if folder.of(names.CARD).exists():
        raise CountyExists(str(path))
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    sign_key = Ed25519PrivateKey.generate()
    exchange_key = X25519PrivateKey.generate()
    recovery_public, shares = _recovery_shares()
    root_key, root = make_root(name, now)
    server_key, server = make_server_certificate(root_key, root, now)
    card = make_card(
        sign_key,
        county=random_id(),
        name=name,
        country=country,
        urls=urls,
        tls_root_pem=root.decode(),
        exchange_key=exchange_key.public_key().public_bytes_raw(),
        recovery_key=recovery_public,
        made_at=int(now.timestamp()),
    )
    store = folder.create_store(database)
    try:
        _begin_log(store, card)
    finally:
        store.close()
    if database:
        write_private(folder.of(names.DATABASE_URL), database.encode())
    for file, content in (
        (names.SIGN_KEY, _pem(sign_key)),
        (names.EXCHANGE_KEY, _pem(exchange_key)),
        (names.ROOT_KEY, root_key),
        (names.ROOT, root),
        (names.SERVER_KEY, server_key),
        (names.SERVER, server),
    ):
        write_private(folder.of(file), content)
    share_files = tuple(_write_share(folder, card, number, words) for number, words in enumerate(shares, 1))
    # The card comes last: a folder with a card is a whole county.
    write_private(folder.of(names.CARD), card_file(card))
    return Founded(folder, card, folder.of(names.CARD), share_files)


def renew_tls(folder: CountyFolder, now: dt.datetime) -> None:
    """A new key and certificate for the server, under the same root; it is used from the next start."""
    folder.card()
    key, certificate = make_server_certificate(
        folder.of(names.ROOT_KEY).read_bytes(), folder.of(names.ROOT).read_bytes(), now
    )
    write_private(folder.of(names.SERVER_KEY), key, replace=True)
    write_private(folder.of(names.SERVER), certificate, replace=True)


def _recovery_shares() -> tuple[bytes, list[str]]:
    private = secrets.token_bytes(32)
    public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    groups = shamir_mnemonic.generate_mnemonics(
        group_threshold=1, groups=[(SHARES_NEEDED, SHARES)], master_secret=private
    )
    return public, groups[0]


def _write_share(folder: CountyFolder, card: CountyCard, number: int, words: str) -> Path:
    file = folder.of(f"recovery-share-{number}.txt")
    listed = words.split()
    lines = "\n".join(" ".join(listed[start : start + 6]) for start in range(0, len(listed), 6))
    text = _SHARE.format(
        number=number,
        of=SHARES,
        needed=SHARES_NEEDED,
        county=card.name,
        fingerprint=fingerprint(card),
        words=lines,
    )
    write_private(file, text.encode())
    return file


def _begin_log(store: Store, card: CountyCard) -> None:
    with store.engine.connect().execution_options(vatra_writes=True) as connection, connection.begin():
        if connection.execute(select(tables.county.c.name)).all():
            raise CountyExists("this database")
        connection.execute(
            insert(tables.county).values(
                id=card.county,
                name=card.name,
                country=card.country,
                csn=0,
                log_hash=LOG_GENESIS,
                epoch=1,
                durable_csn=0,
                made_at=card.made_at,
            )
        )


def _pem(key: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
