"""The keyring on disk: two copies, written one after the other, newest valid generation wins.

The folder of the backups holds a third: without a keyring no backup opens. It follows the pair with each backup and never
goes back to an older generation.
"""

import contextlib
from pathlib import Path

from app.errors import KeyringDamaged, VaultMissing
from app.keys.keyring import Keyring, decode_keyring, encode_keyring
from app.keys.veil import unveil, veil
from storage.durable import write_whole

NAMES = ("keyring.a", "keyring.b")
COPY = Path("backups", "keyring.copy")
MAX_BYTES = 4 * 1024 * 1024


def read_keyring(folder: Path) -> Keyring:
    """The newest valid copy. VaultMissing when there is none at all, KeyringDamaged when none can be verified."""
    return _newest([folder / name for name in NAMES])


def read_keyring_copy(folder: Path) -> Keyring:
    """The copy beside the backups. VaultMissing when there is none, KeyringDamaged when it cannot be verified."""
    return _newest([folder / COPY])


def copy_keyring(folder: Path, keyring: Keyring) -> None:
    """Bring the copy beside the backups up to this keyring or the pair, whichever is newer; never back."""
    with contextlib.suppress(VaultMissing, KeyringDamaged):
        keyring = max(keyring, read_keyring(folder), key=lambda one: one.generation)
    with contextlib.suppress(VaultMissing, KeyringDamaged):
        if read_keyring_copy(folder).generation >= keyring.generation:
            return
    write_whole(folder / COPY, veil(encode_keyring(keyring)))


def _newest(paths: list[Path]) -> Keyring:
    found = [path for path in paths if path.is_file()]
    if not found:
        raise VaultMissing(part="keyring")
    valid: list[Keyring] = []
    for path in found:
        with contextlib.suppress(KeyringDamaged, OSError), path.open("rb") as file:
            valid.append(decode_keyring(unveil(file.read(MAX_BYTES))))
    if not valid:
        raise KeyringDamaged(part="keyring")
    return max(valid, key=lambda keyring: keyring.generation)


def write_keyring(folder: Path, keyring: Keyring) -> None:
    """Write both copies; after a power cut in between, one of old and new is whole in each."""
    body = veil(encode_keyring(keyring))
    for name in NAMES:
        write_whole(folder / name, body)
