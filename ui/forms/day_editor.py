"""A day: one field that is typed freely, the weekday beside it, and a calendar for those who point."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from ui import formatting, languages
from ui.forms.editors import LineEditor, decimal_editor, number_editor, text_editor, time_editor
from ui.forms.typed import read_day
from ui.widgets.buttons import IconButton
from ui.widgets.text import Text

translate = QCoreApplication.translate


class DayEditor(LineEditor):
    """A day, typed freely, with the weekday after it and a calendar for those who point."""

    def __init__(self, name: str, clock: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        self._clock = clock
        super().__init__(
            name,
            read=self._day,
            written=day_written,
            placeholder=translate("forms", "dd.mm.yyyy"),
            width=132,
            parent=parent,
        )
        self._weekday = Text("", "small", "text_2")
        button = IconButton("calendar", translate("forms", "Calendar"), framed=True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._open_calendar(button))
        self._row.insertWidget(0, self._weekday)
        self._row.addWidget(button)

    def _day(self, typed: str) -> str | None:
        day = read_day(typed, self._clock().date())
        return day.isoformat() if day else typed.strip() or None

    def show_answer(self, answer: Any) -> None:
        super().show_answer(answer)
        self._show_weekday(answer)

    def _typed(self, text: str) -> None:
        super()._typed(text)
        self._show_weekday(self._day(text))

    def _show_weekday(self, answer: Any) -> None:
        try:
            day = dt.date.fromisoformat(str(answer))
        except ValueError:
            self._weekday.setText("")
        else:
            self._weekday.setText(QLocale(languages.current()).dayName(day.isoweekday()))

    def _open_calendar(self, button: IconButton) -> None:
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def choose() -> None:
            picked = calendar.selectedDate()
            day = dt.date(picked.year(), picked.month(), picked.day()).isoformat()
            self.field.setText(day_written(day))
            self._show_weekday(day)
            self.changed.emit(day)
            menu.close()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def day_written(answer: Any) -> str:
    try:
        dt.date.fromisoformat(str(answer))
    except ValueError:
        return str(answer)
    return formatting.exact_day(str(answer))


def line_editor(kind: str, name: str, clock: Callable[[], dt.datetime]) -> LineEditor:
    """The editor of one line for a question of this type."""
    if kind == "date":
        return DayEditor(name, clock)
    if kind == "time":
        return time_editor(name)
    if kind == "decimal":
        return decimal_editor(name)
    return number_editor(name) if kind == "int" else text_editor(name)
