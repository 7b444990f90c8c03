"""Generated passphrases: 100 random bits in groups that are easy to read aloud and type.

Letters and digits that look alike (0 O 1 I L) are left out.
"""

import secrets

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS = 5
_LETTERS = 4


def new_passphrase() -> str:
    """Five groups of four signs, e.g. ``h7km-x2ab-9wqe-rt4d-mm3z``: 31^20, about 99 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS)) for _ in range(_GROUPS))
