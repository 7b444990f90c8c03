"""A process that shows the window, tells when it was painted, and with a passphrase goes on to Today.

Arguments: folder of a vault, the parent's monotonic clock when it started this process, and perhaps worker and passphrase.
Prints one JSON line with seconds and MiB.
"""

import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer

from app.bootstrap import Vatra, make_application
from storage.vault import Vault
from tests.bench.measuring import peak_mib
from tests.fixtures.event_loop import wait_until

PATIENCE_MS = 120_000


class Painted(QObject):
    """Sees the first paint of the window's content."""

    def __init__(self) -> None:
        super().__init__()
        self.at_s: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at_s is None and type(watched).__name__ == "UnlockView":
            self.at_s = time.monotonic()
        return False


def main(folder: Path, began_s: float, worker: str = "", passphrase: str = "") -> None:
    """Show, measure, leave."""
    app = make_application([])
    painted = Painted()
    app.installEventFilter(painted)
    vatra = Vatra(app, folder, folder.parent / "preferences.json")
    vatra.begin()
    assert wait_until(lambda: painted.at_s is not None, PATIENCE_MS)
    assert painted.at_s is not None, "no window"
    figures = {"first_window_s": painted.at_s - began_s}
    app.removeEventFilter(painted)
    if worker:
        entered_s = time.monotonic()
        vatra.tasks.records.run(
            lambda: Vault.open(folder, bytes.fromhex(worker), passphrase), done=vatra.door.enter
        )
        assert wait_until(lambda: vatra.door.desk is not None and not vatra.tasks.records.busy, PATIENCE_MS)
        figures["to_today_s"] = time.monotonic() - entered_s
        _look_around(vatra)
        figures["peak_mib"] = peak_mib()
    QTimer.singleShot(0, vatra.close)
    assert wait_until(lambda: not vatra.window.isVisible(), PATIENCE_MS)
    print(msgspec.json.encode(figures).decode())


def _look_around(vatra: Vatra) -> None:
    """Open the list of families and search, as somebody would."""
    app = make_application()
    assert vatra.door.desk is not None
    for screen in ("families", "today"):
        vatra.door.desk.navigator.go(screen)
        app.processEvents()
        assert wait_until(lambda: not vatra.tasks.records.busy, PATIENCE_MS)
        app.processEvents()  # paint what came


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), *sys.argv[3:])
