"""Chunks prove themselves: whatever is missing, changed or in another's place is noticed."""

from __future__ import annotations

import pytest

from sync.core.chunks import CHUNK_BYTES, joined, missing, name_of, names_of, split
from sync.protocol import ProtocolError

CONTENT = bytes(range(256)) * 600


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, len(CONTENT)])
def test_content_comes_together_again(size: int) -> None:
    content = CONTENT[:size]
    held = {name_of(chunk): chunk for chunk in reversed(split(content))}
    assert all(len(chunk) == CHUNK_BYTES for chunk in split(content)[:-1])
    assert joined(names_of(content), held) == content


def test_what_is_there_is_not_fetched_again() -> None:
    content = bytes(2 * CHUNK_BYTES) + b"end"
    names = names_of(content)
    held = {names[0]: bytes(CHUNK_BYTES)}
    assert names[0] == names[1]
    assert missing(names, held) == [names[2]]


@pytest.mark.parametrize(
    "change", [lambda held, name: held.pop(name), lambda held, name: held.update({name: b"x"})]
)
def test_a_chunk_that_is_missing_or_another_is_noticed(change: object) -> None:
    held = {name_of(chunk): chunk for chunk in split(CONTENT)}
    change(held, names_of(CONTENT)[1])  # type: ignore[operator]
    with pytest.raises(ProtocolError):
        joined(names_of(CONTENT), held)
