"""What Windows tells its windows, read from messages made here; the system itself is not needed for that."""

import ctypes
from ctypes import wintypes

import pytest

from ui.windows_session import WM_POWERBROADCAST, WM_QUERYENDSESSION, WM_WTSSESSION_CHANGE, away_by

WM_PAINT = 0x000F


@pytest.mark.parametrize(
    ("message", "said", "away"),
    [
        (WM_POWERBROADCAST, 4, "sleep"),
        (WM_POWERBROADCAST, 7, ""),  # it wakes
        (WM_WTSSESSION_CHANGE, 7, "screen_locked"),
        (WM_WTSSESSION_CHANGE, 8, ""),  # unlocked
        (WM_WTSSESSION_CHANGE, 2, "switched"),
        (WM_WTSSESSION_CHANGE, 4, "switched"),
        (WM_WTSSESSION_CHANGE, 6, "shutdown"),
        (WM_QUERYENDSESSION, 0, "shutdown"),
        (WM_PAINT, 4, ""),
    ],
)
def test_what_a_message_says(message: int, said: int, away: str) -> None:
    told = wintypes.MSG(None, message, said, 0, 0, wintypes.POINT(0, 0))
    assert away_by(ctypes.addressof(told)) == away
