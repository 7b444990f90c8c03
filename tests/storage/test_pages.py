"""The quick look at a closed file says of every page what SQLCipher says, and is never surer than it."""

import os

import pytest

from storage.opening import connect
from storage.pages import PAGE_BYTES, every_page_whole
from tests.fixtures.vault import InventedVault

PIECE_BYTES = 256 * PAGE_BYTES


@pytest.fixture
def stored(invented_vault: InventedVault) -> InventedVault:
    """A closed store that is read in several pieces."""
    connection = connect(invented_vault.store, invented_vault.data_key())
    connection.execute("CREATE TABLE filler (body BLOB)")
    connection.execute("INSERT INTO filler VALUES (?)", (os.urandom(5 * PIECE_BYTES // 2),))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return invented_vault


def test_a_whole_file_is_whole_also_to_sqlcipher(stored: InventedVault) -> None:
    assert stored.store.stat().st_size > 2 * PIECE_BYTES
    assert every_page_whole(stored.store, stored.data_key())
    connection = connect(stored.store, stored.data_key())
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    connection.close()


def test_a_bit_anywhere_in_a_page_is_doubted(stored: InventedVault) -> None:
    key, intact = stored.data_key(), stored.store.read_bytes()
    pages = len(intact) // PAGE_BYTES
    doubted = 0
    for page in (0, 1, pages // 2 - 1, pages // 2, pages - 1, *range(2, pages, pages // 40)):
        for at in (0, 16, 2000, PAGE_BYTES - 70, PAGE_BYTES - 1):
            body = bytearray(intact)
            body[page * PAGE_BYTES + at] ^= 1 << page % 8
            stored.store.write_bytes(body)
            assert not every_page_whole(stored.store, key), f"byte {at} of page {page}"
            doubted += 1
    assert doubted > 200


def test_other_bytes_of_the_right_key_are_doubted(stored: InventedVault) -> None:
    key, intact = stored.data_key(), stored.store.read_bytes()
    fifth, sixth = (intact[page * PAGE_BYTES : (page + 1) * PAGE_BYTES] for page in (5, 6))
    changed = {
        "pages exchanged": intact[: 5 * PAGE_BYTES] + sixth + fifth + intact[7 * PAGE_BYTES :],
        "page of zeros": intact[: 5 * PAGE_BYTES] + bytes(PAGE_BYTES) + intact[6 * PAGE_BYTES :],
        "cut inside a page": intact[:-100],
        "a page more": intact + fifth,
        "empty": b"",
    }
    for what, body in changed.items():
        stored.store.write_bytes(body)
        assert not every_page_whole(stored.store, key), what


def test_another_key_is_doubted(stored: InventedVault) -> None:
    assert not every_page_whole(stored.store, os.urandom(32))
