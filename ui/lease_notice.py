"""What a worker reads when the laptop has not met its county for long: in time, and when it takes no new work any more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.widgets.banner import Notice

if TYPE_CHECKING:
    from sync.core.lease import Standing

translate = QCoreApplication.translate


def lease_notice(standing: "Standing", *, closable: bool = False) -> Notice | None:
    """The notice for a laptop that stands so; None while there is nothing to say."""
    silent = translate("lease", "This laptop has not met the county for %n days.", "", standing.silent_days)
    if standing.ended:
        hint = translate(
            "lease", "It takes no new work until it does. Everything can be read, and nothing is lost."
        )
        return Notice("red", silent, hint, closable=closable)
    if standing.warns:
        hint = translate(
            "lease",
            "In %n days it will take no new work. Connect it to the internet.",
            "",
            standing.days_left,
        )
        return Notice("amber", silent, hint, closable=closable)
    return None
