"""No word that was worked with stands in any file of the laptop; a word that is planted is found in every spelling."""

from pathlib import Path

import pytest

from tests.torture import canaries, spellings


def test_nothing_worked_with_stands_in_a_file() -> None:
    outcome = canaries.torture(1)
    assert outcome.files >= 10
    assert outcome.holds, outcome


@pytest.mark.parametrize("spelling", spellings.PLANTS)
def test_a_planted_word_is_found_in_every_spelling(tmp_path: Path, spelling: str) -> None:
    body = spellings.PLANTS[spelling](canaries.PLANTED)
    (tmp_path / "report.log").write_bytes(body if spelling == "zip" else b"before " + body + b" after")
    (tmp_path / "other.log").write_bytes(spellings.PLANTS[spelling]("another word altogether"))
    found, looked = spellings.search(tmp_path, spellings.forms_of({"planted": canaries.PLANTED}))
    assert (found, looked) == ({"report.log": {"planted"}}, 2)


def test_a_key_is_found_in_three_forms(tmp_path: Path) -> None:
    key = bytes(range(100, 132))
    for number, form in enumerate((key, key.hex().encode(), key.hex().upper().encode())):
        (tmp_path / str(number)).write_bytes(b"\x00" + form)
    found, _ = spellings.search(tmp_path, spellings.forms_of_keys({"key": key}))
    assert set(found) == {"0", "1", "2"}
