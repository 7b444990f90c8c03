"""Preferences survive, and a broken file never keeps anybody out."""

from pathlib import Path

import pytest

from ui import preferences
from ui.preferences import Preferences


def test_they_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    wanted = Preferences(language="pl", colours="dark", text_scale=1.15)
    preferences.save(path, wanted)
    assert preferences.load(path) == wanted


@pytest.mark.parametrize("text", ["", "{", '{"language": "xx"}', "[1]", "\x00\x01", '{"text_scale": "big"}'])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(text)
    assert preferences.load(path) == Preferences()


def test_a_newer_file_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "hu", "from_the_future": 1}')
    assert preferences.load(path) == Preferences(language="hu")


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    preferences.save(tmp_path / "file" / "preferences.json", Preferences())


def test_nothing_personal_is_in_them() -> None:
    assert set(Preferences.__struct_fields__) == {
        "language",
        "colours",
        "text_scale",
        "move_on_after_choosing",
        "single_key_shortcuts",
    }
