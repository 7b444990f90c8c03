"""When the laptop sleeps, is closed, locked or shut down, on the system this runs on."""

import sys

if sys.platform == "win32":
    from ui.windows_session import DesktopEvents as DesktopEvents
else:
    from ui.logind import DesktopEvents as DesktopEvents

IN_A_HURRY = ("sleep", "shutdown")
"""The system waits for us: a copy is made at the next quiet moment instead."""
