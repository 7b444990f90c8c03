"""The process that asks: it shows the gate when its turn comes, hands the keys over and ends.

It is started while somebody still works, so that the tiles are there as soon as the desk is gone. It imports no screen
of the desk and opens no vault; what was typed ends with it.
"""

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import window_process
from app.errors import DeskLost, DeskRevoked, VatraError
from app.supervisor import DESK_LOST, DESK_REVOKED, Ended
from ui import preferences
from ui.appearance import Appearance
from ui.application import make_application, watch_for_crashes
from ui.gate import Gate
from ui.main_window import MainWindow
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Unlocked

PROBLEMS: dict[str, type[VatraError]] = {DESK_LOST: DeskLost, DESK_REVOKED: DeskRevoked}
"""What the supervisor says ended the desk before."""


def main(folder: Path, preferences_path: Path | None = None) -> int:
    """Wait for the turn, ask, hand over. Ends the process with a code of ``Ended``."""
    pipes = window_process.begin()
    app = make_application()
    tasks = Tasks()
    watch_for_crashes(tasks)
    window = MainWindow()
    appearance = Appearance(app, preferences_path or preferences.default_path())

    def enter(keys: "Unlocked") -> Ended:
        if sys.platform == "win32":
            # Windows lets only the program in front say who comes next; ours is about to go.
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
        try:
            pipes.hand_over(keys)
        except DeskLost:
            return Ended.PARTNER_LOST
        return Ended.HANDED_OVER

    gate = Gate(folder, window, tasks, appearance, enter)
    gate.passed.connect(window_process.end)

    def ask(after: str | None) -> None:
        if after is None:
            window_process.end(Ended.CLOSED)
        gate.problem = PROBLEMS[after]() if after in PROBLEMS else None
        appearance.read()
        appearance.place(window)
        gate.show()
        window.show()
        window.activateWindow()

    appearance.language_changed.connect(gate.show)
    window.text_size_asked.connect(appearance.change_text_size)
    window.lock_asked.connect(gate.show)
    window.closing.connect(lambda: appearance.keep_place(window))
    window.closing.connect(lambda: window_process.end(Ended.CLOSED))
    app.setQuitOnLastWindowClosed(False)
    tasks.records.run(pipes.wait_for_turn, ask)
    return app.exec()
