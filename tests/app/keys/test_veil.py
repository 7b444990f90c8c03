"""The veil hides names from searches, not from attackers; every changed byte of it is noticed."""

import pytest

from app.errors import KeyringDamaged
from app.keys.veil import unveil, veil

BODY = "Comuna Colonești, Elena M.".encode()


def test_what_is_veiled_comes_back_and_does_not_read_as_text() -> None:
    veiled = veil(BODY)
    assert unveil(veiled) == BODY
    assert b"Elena" not in veiled
    assert veil(BODY) != veiled


@pytest.mark.parametrize("at", range(len(veil(BODY))))
def test_every_changed_byte_is_noticed(at: int) -> None:
    veiled = bytearray(veil(BODY))
    veiled[at] ^= 1
    with pytest.raises(KeyringDamaged):
        unveil(bytes(veiled))


@pytest.mark.parametrize("body", [b"", b"VATRAKR1", BODY, veil(BODY)[:-1]])
def test_anything_else_is_damage(body: bytes) -> None:
    with pytest.raises(KeyringDamaged):
        unveil(body)
