"""Colours, type and the one style sheet: the look of Vatra as application state.

``resources/styles/tokens.json`` is the only place with a hex number. ``apply`` turns one of its themes into the palette,
the style sheet and the fonts of the application, as Qt keeps them: on the application object, where painted widgets find
the theme again with ``current``. Changing the theme or the text size never rebuilds a screen: every widget that was given
a type style is given its new font, and repaints.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import fontpkg_noto_sans
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import resource_text
from ui import icons

ThemeName = Literal["light", "dark", "high_contrast"]
TypeStyle = Literal[
    "display",
    "number",
    "title",
    "heading",
    "question",
    "question_strong",
    "body",
    "strong",
    "small",
    "small_strong",
    "caption",
    "code",
]

REGULAR, SEMIBOLD = 400, 600
TYPE: dict[str, tuple[int, int, int]] = {
    # style: size, line height (logical px), weight
    "display": (28, 36, SEMIBOLD),
    "number": (24, 30, SEMIBOLD),
    "title": (20, 28, SEMIBOLD),
    "heading": (16, 24, SEMIBOLD),
    "question": (15, 22, REGULAR),
    "question_strong": (15, 22, SEMIBOLD),
    "body": (14, 20, REGULAR),
    "strong": (14, 20, SEMIBOLD),
    "small": (13, 18, REGULAR),
    "small_strong": (13, 18, SEMIBOLD),
    "caption": (12, 16, REGULAR),
    "code": (14, 20, REGULAR),
}
TEXT_SIZES = (1.0, 1.15, 1.3)
FAMILIES = ["Segoe UI", "Noto Sans"]
CODE_FAMILIES = ["Cascadia Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono"]
RADIUS, RADIUS_BOX = 4, 8
CONTROL, CONTROL_SMALL, CONTROL_LARGE = 34, 28, 40

_THEME_PROPERTY = "vatra_theme"
_TYPE_PROPERTY = "type_style"


@dataclass(frozen=True)
class Theme:
    """The tokens of one theme and the text size (1, 1.15 or 1.3)."""

    name: ThemeName
    tokens: Mapping[str, str]
    text_scale: float = 1.0


def load(name: ThemeName, text_scale: float = 1.0) -> Theme:
    """Read a theme of the token file; KeyError for a name it does not have."""
    themes = json.loads(resource_text("styles/tokens.json"))
    return Theme(name, themes[name], text_scale)


def theme_of_system() -> ThemeName:
    """The theme the desktop asks for: high contrast before dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def prepare_application() -> None:
    """What Qt must know before the application object exists: 125 % stays 125 %."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)


def register_fonts() -> None:
    """Make the Noto Sans that comes with Vatra known to Qt; call once, after the application object exists."""
    for path in sorted(Path(fontpkg_noto_sans.ROOT, "files").glob("NotoSans[[]*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application this theme: palette, sheet, fonts, icons. Open screens stay as they are and repaint.

    Nothing is done when it wears this theme already.
    """
    if app.property(_THEME_PROPERTY) == theme:
        return
    icons.forget_all()
    app.setProperty(_THEME_PROPERTY, theme)
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light if theme.name == "light" else Qt.ColorScheme.Dark)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme))
    app.setFont(font("body"))
    for widget in app.allWidgets():
        style = widget.property(_TYPE_PROPERTY)
        if style:
            widget.setFont(font(style))
        widget.updateGeometry()
        widget.update()


def current() -> Theme:
    """The theme of the running application; the light one before any was applied."""
    app = QApplication.instance()
    theme = app.property(_THEME_PROPERTY) if app else None
    return theme if isinstance(theme, Theme) else load("light")


def colour(token: str) -> QColor:
    """The colour of a token in the current theme."""
    return QColor(current().tokens[token])


def font(style: str) -> QFont:
    """A font of the type scale, in pixels, multiplied by the text size of the settings."""
    size, _line, weight = TYPE[style]
    made = QFont(CODE_FAMILIES if style == "code" else FAMILIES)
    made.setPixelSize(max(12, round(size * current().text_scale)))
    made.setWeight(QFont.Weight.DemiBold if weight == SEMIBOLD else QFont.Weight.Normal)
    # Noto Sans comes as one variable font: FreeType needs the axis, the weight alone is not enough.
    made.setVariableAxis(QFont.Tag("wght"), float(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def scaled(px: int) -> int:
    """A height that holds text, multiplied by the text size of the settings."""
    return round(px * current().text_scale)


def set_type(widget: QWidget, style: TypeStyle) -> None:
    """Give a widget a type style; it keeps it when the text size changes."""
    widget.setProperty(_TYPE_PROPERTY, style)
    widget.setFont(font(style))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    jobs = {
        role.Window: "canvas",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text_3",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_accent",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Light: "surface",
        role.Midlight: "hover",
        role.Mid: "line_mid",
        role.Dark: "line_strong",
        role.Shadow: "line_strong",
    }
    palette = QPalette()
    for which, token in jobs.items():
        palette.setColor(which, QColor(theme.tokens[token]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.tokens["text_off"]))
    return palette


_SHEET = """
QWidget[plane="canvas"] {{ background: {canvas}; }}
QWidget[plane="surface"] {{ background: {surface}; }}
QWidget[plane="sunken"] {{ background: {sunken}; }}
QFrame[plane="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[plane="overlay"] {{ background: {overlay}; border: 1px solid {line_strong}; border-radius: 8px; }}
QFrame[plane="rail"] {{ background: {rail}; border: none; border-right: 1px solid {line}; }}
QFrame[plane="top"] {{ background: {canvas}; border: none; border-bottom: 1px solid {line}; }}
QFrame[plane="bottom"] {{ background: {canvas}; border: none; border-top: 1px solid {line}; }}
QFrame[plane="rule"] {{ background: {line}; border: none; }}
QFrame[likely="true"] {{ background: {medium_tint}; border: none; border-left: 3px solid {medium}; }}
QLabel[tone="text_2"] {{ color: {text_2}; }}
QLabel[tone="text_3"] {{ color: {text_3}; }}
QLabel[tone="text_off"] {{ color: {text_off}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="low"] {{ color: {low}; }}
QLabel[tone="medium"] {{ color: {medium}; }}
QLabel[tone="urgent"] {{ color: {urgent}; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {line_strong}; border-radius: 4px; padding: 0 10px;
    placeholder-text-color: {text_3};
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {focus}; padding: 0 9px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {text_off}; border-color: {line_mid}; background: {sunken}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {urgent}; padding: 0 9px; }}
QLineEdit[bare="true"] {{ border: none; background: transparent; padding: 0; }}
QPlainTextEdit {{ padding: 6px 8px; }}
QPlainTextEdit:focus {{ padding: 5px 7px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QListView, QTableView, QScrollArea {{ background: transparent; border: none; outline: 0; }}
QScrollArea > QWidget > QWidget[plane="clear"] {{ background: transparent; }}
QTableView {{ background: {surface}; gridline-color: {line}; }}
QHeaderView::section {{ background: {sunken}; color: {text_2}; border: none; border-bottom: 1px solid {line}; padding: 6px 10px; }}
QToolTip {{ background: {overlay}; color: {text}; border: 1px solid {line_strong}; padding: 4px 8px; }}
QMenu {{ background: {overlay}; color: {text}; border: 1px solid {line_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_tint}; color: {text}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line_mid}; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {line_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: none; width: 0; height: 0; }}
"""


def _sheet(theme: Theme) -> str:
    overlay = theme.tokens["surface" if theme.name == "light" else "hover"]
    return _SHEET.format(overlay=overlay, **theme.tokens)
