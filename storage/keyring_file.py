"""The keyring on disk: two copies, written one after the other, newest valid generation wins."""

from pathlib import Path

from app.errors import KeyringDamaged, VaultMissing
from app.keys.keyring import Keyring, decode_keyring, encode_keyring
from storage.durable import write_whole

NAMES = ("keyring.a", "keyring.b")
MAX_BYTES = 4 * 1024 * 1024


def read_keyring(folder: Path) -> Keyring:
    """The newest valid copy. VaultMissing when there is none at all, KeyringDamaged when none can be verified."""
    found = [path for path in (folder / name for name in NAMES) if path.is_file()]
    if not found:
        raise VaultMissing(part="keyring")
    valid: list[Keyring] = []
    for path in found:
        try:
            with path.open("rb") as file:
                valid.append(decode_keyring(file.read(MAX_BYTES)))
        except (KeyringDamaged, OSError):
            continue
    if not valid:
        raise KeyringDamaged(part="keyring")
    return max(valid, key=lambda keyring: keyring.generation)


def write_keyring(folder: Path, keyring: Keyring) -> None:
    """Write both copies; after a power cut in between, one of old and new is whole in each."""
    body = encode_keyring(keyring)
    for name in NAMES:
        write_whole(folder / name, body)
