"""The look: contrast recomputed from the tokens, no colour outside the token file, fonts and sizes."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from resources import resource_text
from ui import icons, theme
from ui.widgets.paint import CHIP_TONES, LEVELS

ROOT = Path(__file__).resolve().parents[2]
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d")
THEMES = ("light", "dark", "high_contrast")
TEXT, LINE = 4.5, 3.0
PAIRS = [
    *[
        ("text", on, TEXT)
        for on in (
            "surface",
            "canvas",
            "rail",
            "hover",
            "accent_tint",
            "accent_tint_2",
            "medium_tint",
            "urgent_tint",
        )
    ],
    *[("text_2", on, TEXT) for on in ("surface", "canvas", "rail", "sunken", "accent_tint")],
    *[("text_3", on, TEXT) for on in ("surface", "canvas", "sunken")],
    *[("accent", on, TEXT) for on in ("surface", "canvas", "accent_tint")],
    *[("on_accent", on, TEXT) for on in ("accent", "accent_hover", "accent_press")],
    ("none", "surface", TEXT),
    *[
        (level, on, TEXT)
        for level in ("low", "medium", "high", "urgent")
        for on in ("surface", f"{level}_tint")
    ],
    ("surface", "urgent", TEXT),
    *[("line_strong", on, LINE) for on in ("surface", "canvas")],
    *[("focus", on, LINE) for on in ("surface", "canvas", "accent_tint")],
    ("accent", "track", LINE),
]


def luminance(hex_colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    colour = QColor(hex_colour)
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(first: str, second: str) -> float:
    """WCAG 2 ratio, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(tokens: dict[str, str]) -> list[str]:
    return [
        f"{front} on {back}: {contrast(tokens[front], tokens[back]):.2f}"
        for front, back, needed in PAIRS
        if contrast(tokens[front], tokens[back]) < needed
    ]


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_colours_can_be_read(name: str) -> None:
    assert not too_weak(json.loads(resource_text("styles/tokens.json"))[name])


def test_a_pair_that_cannot_be_read_is_seen() -> None:
    tokens = json.loads(resource_text("styles/tokens.json"))["light"]
    assert any(one.startswith("text_2 on surface") for one in too_weak({**tokens, "text_2": "#B8B3AD"}))


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_all_themes_have_the_same_tokens() -> None:
    themes = json.loads(resource_text("styles/tokens.json"))
    assert {frozenset(themes[name]) for name in THEMES} == {frozenset(themes["light"])}


def test_no_colour_outside_the_token_file() -> None:
    # printing.py speaks of ink on paper, which has no theme.
    sources = [path for path in (ROOT / "ui").rglob("*.py") if path.name != "printing.py"]
    assert len(sources) > 50
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sources
        for line in path.read_text().splitlines()
        if HEX.search(line)
    ]
    assert not found


def test_a_colour_in_the_code_would_be_found() -> None:
    assert HEX.search("painter.setPen(QColor(255, 0, 0))")
    assert HEX.search('background: "#A71A1B"')


def test_semibold_is_wider_than_regular(qapp: QApplication) -> None:
    """The variable font answers to its axis, not to the weight alone: without it all text would be regular."""
    theme.register_fonts()
    theme.apply(qapp, theme.load("light"))
    assert QFontInfo(theme.font("body")).family() in theme.FAMILIES
    text = "Termene care nu pot aștepta"
    assert (
        QFontMetricsF(theme.font("strong")).horizontalAdvance(text)
        > QFontMetricsF(theme.font("body")).horizontalAdvance(text) + 2
    )


def test_letters_grow_with_the_setting_and_never_fall_below_twelve(qapp: QApplication) -> None:
    label = QLabel("Text")
    theme.apply(qapp, theme.load("light"))
    theme.set_type(label, "body")
    before = label.font().pixelSize()
    theme.apply(qapp, theme.load("light", 1.3))
    assert (before, label.font().pixelSize()) == (14, 18)
    assert all(theme.font(style).pixelSize() >= 12 for style in theme.TYPE)
    theme.apply(qapp, theme.load("light"))
    assert min(theme.font(style).pixelSize() for style in theme.TYPE) == 12


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    theme.apply(qapp, theme.load("light"))
    light = icons.pixmap("flame", "ember").toImage()
    theme.apply(qapp, theme.load("dark"))
    assert icons.pixmap("flame", "ember").toImage() != light
    assert icons.pixmap("flame", "ember", 20, 1.5).width() == 30
    theme.apply(qapp, theme.load("light"))


def test_levels_and_tones_are_those_of_the_design() -> None:
    assert LEVELS == ("none", "low", "medium", "high", "urgent")
    assert set(CHIP_TONES) == {"quiet", "blue", "amber", "red", "green"}
