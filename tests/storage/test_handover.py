"""Keys through the pipes: what arrives is what was sent, nothing secret stays in what carried it."""

import os
import threading
from collections.abc import Iterator

import msgspec
import pytest

from app.errors import DeskLost, VaultDamaged
from storage.handover import Pipes, pack, unpack
from storage.vault import Unlocked, Vault, unlock_keys
from tests.fixtures.vault import InventedVault


@pytest.fixture
def pipes() -> Iterator[tuple[Pipes, Pipes]]:
    """(unlock's, the working process's)."""
    there, back = os.pipe(), os.pipe()
    yield Pipes(back[0], there[1]), Pipes(there[0], back[1])
    for end in (*there, *back):
        os.close(end)


@pytest.fixture
def unlocked(invented_vault: InventedVault) -> Unlocked:
    return unlock_keys(invented_vault.folder, invented_vault.worker.id, invented_vault.passphrase)


def secrets_of(unlocked: Unlocked) -> list[bytes]:
    return [
        unlocked.keys.receive.private_bytes_raw(),
        unlocked.keys.sign.private_bytes_raw(),
        *(bytes(key) for key in (*unlocked.data_keys.values(), *unlocked.former_keys.values())),
    ]


def test_the_keys_open_the_vault_on_the_other_side(
    invented_vault: InventedVault, unlocked: Unlocked, pipes: tuple[Pipes, Pipes]
) -> None:
    asking, working = pipes
    told: list[bytes] = []

    def work() -> None:
        handed = working.receive()
        assert handed is not None
        with Vault.open_unlocked(invented_vault.folder, handed) as vault:
            told.append(vault.worker.id)
        working.tell_shown()

    other = threading.Thread(target=work)
    other.start()
    asking.hand_over(unlocked)
    other.join()
    assert told == [invented_vault.worker.id]


def test_what_carried_the_keys_is_zeroed(unlocked: Unlocked) -> None:
    # As it is when a rotation was begun and not ended.
    unlocked = msgspec.structs.replace(unlocked, former_keys={"team": bytearray(range(32))})
    wanted = secrets_of(unlocked)
    frame = pack(unlocked)
    assert all(secret in frame for secret in wanted)
    assert not any(any(key) for key in unlocked.data_keys.values())
    handed = unpack(frame)
    assert not any(frame)
    assert secrets_of(handed) == wanted


def test_what_was_in_the_way_is_raised_where_the_passphrase_was_asked(
    unlocked: Unlocked, pipes: tuple[Pipes, Pipes]
) -> None:
    asking, working = pipes
    working.tell_problem(VaultDamaged(part="team", check="header", size_bytes=12))
    with pytest.raises(VaultDamaged) as raised:
        asking.hand_over(unlocked)
    assert raised.value.facts == {"part": "team", "check": "header", "size_bytes": 12}


def test_an_end_without_keys_is_no_failure_and_half_a_frame_is_one(unlocked: Unlocked) -> None:
    for cut, wanted in ((0, None), (5, DeskLost), (200, DeskLost)):
        reads, writes = os.pipe()
        os.write(writes, pack(unlocked)[:cut])
        os.close(writes)
        if wanted is None:
            assert Pipes(reads, -1).receive() is None
        else:
            with pytest.raises(wanted):
                Pipes(reads, -1).receive()
        os.close(reads)


def test_the_turn_comes_with_what_ended_the_desk_before() -> None:
    reads, writes = os.pipe()
    os.write(writes, b"\ndesk_lost\n")
    os.close(writes)
    asking = Pipes(reads, -1)
    assert [asking.wait_for_turn() for _ in range(3)] == ["", "desk_lost", None]
    os.close(reads)


def test_nobody_at_the_other_end_is_told(unlocked: Unlocked) -> None:
    there, back = os.pipe(), os.pipe()
    os.close(back[1])
    with pytest.raises(DeskLost):
        Pipes(back[0], there[1]).hand_over(unlocked)
    for end in (*there, back[0]):
        os.close(end)


@pytest.mark.parametrize("at", [0, 4, 12, 40])
def test_a_changed_frame_opens_nothing(unlocked: Unlocked, at: int) -> None:
    frame = pack(unlocked)
    frame[at] ^= 0x55
    with pytest.raises(DeskLost):
        unpack(frame)
    assert not any(frame)
