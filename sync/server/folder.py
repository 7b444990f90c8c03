"""The folder of a county on its server: keys, certificates, the card, and where the database is.

Every private file is made with mode 0600 in a folder of mode 0700. Nothing in it is the recovery key: that exists only
in shares (``founding``).
"""

import os
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.keys.card import CountyCard, read_card
from sync.server.store import Store

CARD = "county-card.vatra"
DATABASE = "county.db"
DATABASE_URL = "database-url"
SIGN_KEY = "sign.key"
EXCHANGE_KEY = "exchange.key"
ROOT_KEY = "tls-root.key"
ROOT = "tls-root.pem"
SERVER_KEY = "tls-server.key"
SERVER = "tls-server.pem"


class NoCounty(Exception):
    """There is no county in this folder."""


class CountyExists(Exception):
    """There is a county in this folder already; it is never written over."""


class CountyFolder(msgspec.Struct, frozen=True):
    """Paths of one county; ``path`` is what ``--data`` names."""

    path: Path

    def of(self, name: str) -> Path:
        return self.path / name

    def card(self) -> CountyCard:
        """The county's card; NoCounty when the folder holds none."""
        try:
            return read_card(self.of(CARD).read_bytes())
        except FileNotFoundError:
            raise NoCounty(str(self.path)) from None

    def sign_key(self) -> Ed25519PrivateKey:
        key = serialization.load_pem_private_key(self.of(SIGN_KEY).read_bytes(), None)
        assert isinstance(key, Ed25519PrivateKey)
        return key

    def exchange_key(self) -> X25519PrivateKey:
        key = serialization.load_pem_private_key(self.of(EXCHANGE_KEY).read_bytes(), None)
        assert isinstance(key, X25519PrivateKey)
        return key

    def open_store(self, database: str | None = None) -> Store:
        """The county's database: the given URL, or the one ``init`` was given, or the SQLite file of the folder."""
        self.card()
        return self.store_of(database)

    def store_of(self, database: str | None) -> Store:
        """The same, whether or not the folder is a whole county yet; StoreUnreadable without a file."""
        url = self.url_of(database)
        return Store.postgresql(url) if url else Store.sqlite(self.of(DATABASE))

    def create_store(self, database: str | None) -> Store:
        """The tables for a new county."""
        store = Store.postgresql(database) if database else Store.sqlite(self.of(DATABASE), create=True)
        store.migrate()
        return store

    def url_of(self, database: str | None) -> str | None:
        """Where PostgreSQL is, None for the SQLite file of the folder."""
        if database:
            return database
        try:
            return self.of(DATABASE_URL).read_text().strip()
        except FileNotFoundError:
            return None


def write_private(file: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file that only its owner may read; it is complete or not there. FileExistsError unless ``replace``."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    if not replace and file.exists():
        part.unlink()
        raise FileExistsError(str(file))
    part.replace(file)
