"""The search for words in clear finds what is planted, in every form it claims to know - and nothing in noise."""

import base64
import secrets
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "installer"))

import evidence

WORD = "Zăvoianu Paraschiva"
PLANTED = {
    "utf-8": WORD.encode(),
    "utf-16": WORD.encode("utf-16-le"),
    "utf-16 big endian": WORD.encode("utf-16-be"),
    "hexadecimal": WORD.encode().hex().upper().encode(),
    "base64": base64.b64encode(WORD.encode() + b" and more"),
    "base64, one byte later": base64.b64encode(b"x" + WORD.encode() + b" and more"),
    "base64, two bytes later": base64.b64encode(b"xy" + WORD.encode() + b" and more"),
}


@pytest.mark.parametrize("form", PLANTED)
def test_a_planted_word_is_found(tmp_path: Path, form: str) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(
        secrets.token_bytes(5000) + PLANTED[form] + secrets.token_bytes(5000)
    )
    assert evidence.clear_words(tmp_path, [WORD, "Nobody of this name"]) == [WORD]


def test_noise_holds_no_word(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(secrets.token_bytes(200_000))
    assert evidence.clear_words(tmp_path, [WORD]) == []
