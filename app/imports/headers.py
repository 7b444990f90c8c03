"""What a column is: from the words of its header, and from what stands under it.

`phrases.header_scores` judges words alone; `ColumnContent` judges cells alone; `best_fields` brings both together and gives every field to at most one column.
Scores run from 0 to about 1.3; below `ENOUGH` a column stays without a field and becomes a note.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from app.countries.identity import check_identity, kind_of
from app.domain.folding import digits
from app.imports.dates import date_within, read_date
from app.imports.names import name_like
from app.imports.phrases import VISITS, header_scores
from app.imports.values import (
    cell_text,
    is_nothing,
    is_yes,
    phone_like,
    read_identity,
    read_money,
    read_role,
    read_sex,
)
from app.imports.vocabulary import folded, header_words

ENOUGH = 0.62
_SAMPLE_CELLS = 300
_PLAIN_WORDS = 0.97
_EXACT_BONUS = 0.2
_CELLS_TO_DOUBT = 3
_MANY_COLUMNS = frozenset({"notes"})
_NEVER_A_FIELD = "other"
# A header that says "date of ..." something unknown is not about birth.
_DATE_WORDS = frozenset({"data", "date", "datum", "datuma", "termin", "termen"})


class ColumnContent(msgspec.Struct, frozen=True):
    """Shares (0..1) of the filled cells of a column that look like something; `filled` is the share of filled rows."""

    filled: float = 0.0
    identity: float = 0.0
    dated: float = 0.0
    born: float = 0.0
    phone: float = 0.0
    role: float = 0.0
    sex: float = 0.0
    number: float = 0.0
    small_number: float = 0.0
    money: float = 0.0
    name: float = 0.0
    coded: float = 0.0
    long_text: float = 0.0
    distinct: float = 0.0
    cells: int = 0
    label: float = 0.0
    marks: float = 0.0


def examine(cells: Sequence[object], today: date) -> ColumnContent:
    """Judge the cells of one column, empty ones included."""
    written = [cell for cell in cells if cell is not None][:_SAMPLE_CELLS]
    given = [cell for cell in written if not is_nothing(cell_text(cell))]
    marks = _marks(written)
    if not given:
        return ColumnContent(marks=marks)
    texts = [cell_text(cell) for cell in given]
    dates = [read_date(cell, today=today) for cell in given]
    exact = [found for found in dates if found is not None and found.day is not None]

    def share(hits: int) -> float:
        return hits / len(given)

    years = {found.year for found in exact}
    spread = (max(years) - min(years) > 8 or min(years) < today.year - 12) if years else False
    return ColumnContent(
        filled=min(1.0, len(given) / max(1, min(len(cells), _SAMPLE_CELLS))),
        identity=share(sum(_identity_like(cell) for cell in given)),
        dated=share(
            sum(
                found is not None or date_within(cell, today=today) is not None
                for cell, found in zip(given, dates, strict=True)
            )
        ),
        born=share(len(exact)) if spread else 0.0,
        phone=share(sum(phone_like(cell) for cell in given)),
        role=share(
            sum(
                read_role(cell) is not None and len(text) < 40
                for cell, text in zip(given, texts, strict=True)
            )
        ),
        sex=share(sum(read_sex(cell) is not None for cell in given)),
        number=share(
            sum(
                isinstance(cell, int | float) or text.isdigit()
                for cell, text in zip(given, texts, strict=True)
            )
        ),
        small_number=share(sum(text.isdigit() and len(text) <= 2 for text in texts)),
        money=share(sum(read_money(cell, "") is not None for cell in given)),
        name=share(sum(name_like(text) for text in texts)),
        coded=share(sum(any(letter.isdigit() for letter in text) for text in texts)),
        long_text=share(sum(len(text) > 25 for text in texts)),
        distinct=len(set(texts)) / len(texts),
        cells=len(given),
        label=share(sum(_label_like(text) for text in texts)),
        marks=marks,
    )


def _marks(written: Sequence[object]) -> float:
    """The share of cells that only say yes, no or nothing; 0 where nobody says yes."""
    yes = sum(is_yes(cell) for cell in written)
    no = sum(
        is_nothing(cell_text(cell)) or folded(cell_text(cell)) in {"nie", "nem", "no", "n", "0"}
        for cell in written
        if not is_yes(cell)
    )
    return (yes + no) / len(written) if yes else 0.0


def _label_like(text: str) -> bool:
    """Short enough for a number or a code of a household."""
    return len(text) <= 24 and not name_like(text)


def _identity_like(cell: object) -> bool:
    """Eleven or thirteen digits that fit well enough not to be a phone: an impossible number is none."""
    read = read_identity(cell, "cnp") if not isinstance(cell, date) else None
    if read is None or kind_of(read[1]) is None:
        return False
    findings = check_identity(*read).findings
    return "date" not in findings and not (read[0] == "pesel" and cell_text(cell).lstrip("'").startswith("+"))


def identity_kinds(cells: Sequence[object]) -> dict[str, int]:
    """How many numbers of each kind a column holds."""
    found = {"cnp": 0, "pesel": 0}
    for cell in cells[:_SAMPLE_CELLS]:
        kind = kind_of(digits(cell_text(cell))) if _identity_like(cell) else None
        if kind is not None:
            found[kind] += 1
    return found


def field_scores(header: str, content: ColumnContent, kind: str, place: int) -> dict[str, float]:
    """Field -> score of one column by header and content together. Place 0 is the leftmost column."""
    said = header_scores(header, kind)
    scores = {field: score + _EXACT_BONUS * (score == 1.0) for field, score in said.items()}
    _trust_content(scores, content, kind, place, header)
    for field, good, least in _expectations(content) if content.cells else ():
        if field in scores:
            believed = scores[field] >= _PLAIN_WORDS and not _is_something_else(content)
            doubted = good < least and content.cells >= _CELLS_TO_DOUBT and not believed
            scores[field] += 0.15 if good >= 0.5 else (-0.6 if doubted else 0.0)
    if content.cells >= _CELLS_TO_DOUBT and content.label < 0.3:
        scores.pop("family_number", None)
    return scores


def _is_something_else(content: ColumnContent) -> bool:
    """Cells that cannot be taken for anything but what they are, whatever the header says."""
    return max(content.name, content.identity, content.phone, content.role) >= 0.5


def _expectations(content: ColumnContent) -> tuple[tuple[str, float, float], ...]:
    """(field, share of fitting cells, share below which the header must be wrong)."""
    named = max(content.name, 0.9 - content.coded)
    return (
        ("identity_number", content.identity, 0.05 if content.number < 0.5 else 0.0),
        ("birth", content.dated, 0.3),
        ("visit_date", content.dated, 0.3),
        ("last_visit", content.dated, 0.3),
        ("role", max(content.role, content.marks), 0.2),
        ("sex", content.sex, 0.4),
        ("phone", content.phone, 0.2),
        ("monthly_income", content.money, 0.3),
        ("member_count", content.small_number, 0.3),
        ("full_name", named, 0.2),
        ("surname", named, 0.2),
        ("given_names", named, 0.2),
        ("household_name", named, 0.2),
        ("row_number", content.number, 0.3),
    )


def _trust_content(
    scores: dict[str, float], content: ColumnContent, kind: str, place: int, header: str
) -> None:
    """Content that cannot be mistaken names a column whose header says nothing."""

    def at_least(field: str, score: float) -> None:
        scores[field] = max(scores.get(field, 0.0), score)

    if "identity_number" in scores and content.identity >= 0.5:
        scores.pop(_NEVER_A_FIELD, None)  # "CNP / act de identitate"
    if content.marks >= 0.9 and read_role(header) == "head":
        scores.clear()  # "Cap de familie" over an X beside one person of each household
        scores["role"] = _PLAIN_WORDS
    if content.cells < 2 or _NEVER_A_FIELD in scores:
        return
    if "household_name" in scores and content.coded >= 0.9 and content.name < 0.1 and content.label >= 0.7:
        at_least("family_number", scores["household_name"])  # households called by a code are numbered
    if content.identity >= 0.6:
        at_least("identity_number", 0.9)
    if kind == VISITS:
        if content.dated >= 0.9 and place <= 2 and not scores:
            at_least("visit_date", 0.65)
        return
    if content.role >= 0.7 and content.distinct < 0.6:
        at_least("role", 0.75)
    if scores:
        return
    if content.phone >= 0.7:
        at_least("phone", 0.65)
    if content.born >= 0.7 and not _DATE_WORDS & set(header_words(header)):
        at_least("birth", 0.64)
    if content.sex >= 0.95 and content.distinct < 0.5:
        at_least("sex", 0.64)
    if content.name >= 0.7 and content.distinct > 0.5 and content.long_text < 0.5:
        at_least("full_name", 0.63)
    if not header_words(header) and place == 0 and content.number >= 0.95 and content.distinct > 0.9:
        at_least("row_number", 0.63)


def best_fields(scores: Sequence[Mapping[str, float]]) -> list[str | None]:
    """The field of each column: the strongest pairs first, each field once, except those that several columns may share."""
    pairs = sorted(
        ((score, -place, field) for place, column in enumerate(scores) for field, score in column.items()),
        reverse=True,
    )
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for score, negative_place, field in pairs:
        place = -negative_place
        if score < ENOUGH or place in chosen or field in taken:
            continue
        chosen[place] = field
        if field not in _MANY_COLUMNS and field != _NEVER_A_FIELD:
            taken.add(field)
    return [
        None if chosen.get(place) == _NEVER_A_FIELD else chosen.get(place) for place in range(len(scores))
    ]


def is_data_like(cell: object) -> bool:
    """A cell that a header row hardly has: a number, a date, a long text, an identity number."""
    if cell is None or isinstance(cell, bool):
        return False
    if not isinstance(cell, str):
        return True
    text = cell_text(cell)
    compact = digits(text)
    return (bool(compact) and len(compact) >= 0.6 * len(text.replace(" ", ""))) or len(text) > 80
