"""The one door to shipped files finds them and refuses what is not there."""

import pytest

from resources import resource_bytes, resource_names, resource_text


def test_names_are_sorted_and_without_python_files_of_the_package() -> None:
    names = resource_names("countries")
    assert list(names) == sorted(names)
    assert {"pl", "ro"} <= set(names)
    assert not [name for name in names if name.startswith((".", "__"))]


def test_text_and_bytes_are_the_same_file() -> None:
    assert resource_text("countries/ro/country.toml").encode() == resource_bytes("countries/ro/country.toml")


@pytest.mark.parametrize("path", ["../pyproject.toml", "countries/../../x", "", "/etc/hosts", "a//b"])
def test_nothing_outside_the_folder_can_be_asked_for(path: str) -> None:
    with pytest.raises(ValueError, match="not a resource path"):
        resource_bytes(path)
