"""A vault of years: opening it with every check, and giving it a new data key. Each figure by a process of its own.

Run as a script, it does one of the two in a folder and prints what it took, as JSON.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.domain.ids import random_id  # noqa: E402
from app.domain.kinds import NOTE, groups_of  # noqa: E402
from app.keys.keyring import data_keys_of  # noqa: E402
from app.keys.slots import WorkerKeys  # noqa: E402
from storage.compartment import Write  # noqa: E402
from storage.keyring_file import read_keyring  # noqa: E402
from storage.vault import TEAM, Unlocked, Vault  # noqa: E402
from tests.bench.measuring import Figure, peak_mib  # noqa: E402
from tests.fixtures.vault import InventedVault, make_invented_vault  # noqa: E402

TRIES = 3
TEXT = "Ce s-a discutat, ce s-a convenit și ce urmează; " * 80
NOTES_PER_COMMIT = 200


class Took(msgspec.Struct):
    """What a process measured of itself."""

    seconds: float
    processor_s: float
    peak_mib: float


def figures(home: Path, size_mib: int) -> list[Figure]:
    """Make a vault of about that size, then measure."""
    made = make_invented_vault(home / "large")
    _fill(made, size_mib)
    size = made.store.stat().st_size / 1024**2
    opened = sorted((_measured(made, "open") for _ in range(TRIES)), key=lambda took: took.seconds)
    middle = opened[TRIES // 2]
    spread = f"median of {TRIES}, {opened[0].seconds:.2f} to {opened[-1].seconds:.2f}; processor {middle.processor_s:.2f}"
    rotated = _measured(made, "rotate")
    return [
        Figure(
            f"unlock of {size:.0f} MiB with every check, Argon2id apart", middle.seconds, "s", spread, 1.0
        ),
        Figure("peak memory of that", middle.peak_mib, "MiB", "resident set"),
        Figure(
            f"new data key for {size:.0f} MiB, with its verified backup",
            rotated.seconds,
            "s",
            f"one try; processor {rotated.processor_s:.1f}",
        ),
        Figure("peak memory of that", rotated.peak_mib, "MiB", "resident set"),
    ]


def _fill(made: InventedVault, size_mib: int) -> None:
    with made.open() as vault:
        team = vault.team
        while made.store.stat().st_size < size_mib * 1024**2:
            with team.writing():
                for _ in range(NOTES_PER_COMMIT):
                    note = groups_of(NOTE, {"text": TEXT})
                    team.save(vault.worker.id, [Write("note", random_id(), None, note)])


def _measured(made: InventedVault, act: str) -> Took:
    keys = (made.keys.receive.private_bytes_raw(), made.keys.sign.private_bytes_raw())
    command = [
        sys.executable,
        __file__,
        act,
        str(made.folder),
        made.worker.id.hex(),
        *(key.hex() for key in keys),
    ]
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"{act} of the large vault failed:\n{ran.stderr}")
    return msgspec.json.decode(ran.stdout, type=Took)


def _act(act: str, folder: Path, worker: bytes, receive: bytes, sign: bytes) -> Took:
    keys = WorkerKeys(
        X25519PrivateKey.from_private_bytes(receive), Ed25519PrivateKey.from_private_bytes(sign)
    )
    keyring = read_keyring(folder)
    entry = keyring.worker(worker)
    assert entry is not None
    unlocked = Unlocked(keyring, entry, keys, data_keys_of(keyring, worker, keys))
    began, began_cpu = time.perf_counter(), time.process_time()
    with Vault.open_unlocked(folder, unlocked) as vault:
        if act == "rotate":
            began, began_cpu = time.perf_counter(), time.process_time()
            vault.rotate(TEAM)
        return Took(time.perf_counter() - began, time.process_time() - began_cpu, peak_mib())


if __name__ == "__main__":
    ACT, FOLDER, *HEX = sys.argv[1:]
    WORKER, RECEIVE, SIGN = map(bytes.fromhex, HEX)
    sys.stdout.buffer.write(msgspec.json.encode(_act(ACT, Path(FOLDER), WORKER, RECEIVE, SIGN)))
