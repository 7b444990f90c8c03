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
    while painted.at_s is None:
        app.processEvents()
    figures = {"first_window_s": painted.at_s - began_s}
    app.removeEventFilter(painted)
    if worker:
        entered_s = time.monotonic()
        vatra.tasks.records.run(
            lambda: Vault.open(folder, bytes.fromhex(worker), passphrase), done=vatra.door.enter
        )
        while vatra.door.desk is None or vatra.tasks.records.busy:
            app.processEvents()
        figures["to_today_s"] = time.monotonic() - entered_s
        _look_around(vatra)
        figures["peak_mib"] = peak_mib()
    QTimer.singleShot(0, vatra.close)
    while vatra.window.isVisible():
        app.processEvents()
    print(msgspec.json.encode(figures).decode())


def _look_around(vatra: Vatra) -> None:
    """Open the list of families and search, as somebody would."""
    app = make_application()
    assert vatra.door.desk is not None
    for screen in ("families", "today"):
        vatra.door.desk.navigator.go(screen)
        app.processEvents()
        while vatra.tasks.records.busy:
            app.processEvents()
        app.processEvents()  # paint what came


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), *sys.argv[3:])
