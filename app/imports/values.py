"""Single values as offices write them: text, money, counts, phones, identity numbers, sex and role.

Each reader takes a cell and gives the value or None when it cannot be read; the caller keeps the cell as a note then.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from app.countries.identity import check_identity, kind_of
from app.domain.folding import comma_below, digits, fold, words
from app.imports.records import Money
from app.imports.vocabulary import folded, vocabulary

_NOT_IN_A_NUMBER = str.maketrans("", "", " \u00a0\u202f\u2009\u2007'’")
_AMOUNT = re.compile(r"^[+]?\d[\d.,]*$")
_CURRENCY_WORD = re.compile(r"[^\W\d_]+\.?", re.UNICODE)
_PER_MONTH = {
    "luna",
    "pe",
    "lunar",
    "mies",
    "miesiac",
    "m",
    "month",
    "ho",
    "havi",
    "netto",
    "net",
    "brutto",
    "brut",
    "c",
    "cca",
    "ca",
}
_PHONE = re.compile(r"^[+(]?\d[\d\s()./\-\u00a0]{5,}\d$")
_IDENTITY_MARK = re.compile(r"^\s*(?:cnp|pesel|nr)[\s.:]*(?=\d)", re.IGNORECASE)
_MOST_WORDS_OF_A_ROLE = 8
_LONGEST_NOTHING = 12
_TICKS = frozenset({"✓", "✔", "☑", "√", "+", "*", "1", "TRUE"})
_DASHES = frozenset({"-", "--", "–", "—", "x", "nu", "brak", "n/a", "na", "?", "nincs", "fara", "none", "/"})


def cell_text(value: object) -> str:
    """A cell as a person would read it, on one line's worth of spaces; "" when it is empty. Dates are ISO."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return text if text.isascii() else comma_below(text)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    return str(value)


def is_nothing(text: str) -> bool:
    """A cell in which somebody wrote that there is nothing to write."""
    return len(text) <= _LONGEST_NOTHING and fold(text).strip() in _DASHES


def read_money(value: object, currency: str) -> Money | None:
    """An amount; `currency` is used where the cell names none. A point or comma before three digits parts thousands."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return Money(round(Decimal(repr(value)) * 100), currency) if value >= 0 else None
    if not isinstance(value, str):
        return None
    bare = value
    for word in _CURRENCY_WORD.findall(value):
        known = folded(word)
        if known in vocabulary().currencies:
            currency = vocabulary().currencies[known]
        elif known not in _PER_MONTH:
            return None
        bare = bare.replace(word, " ", 1)
    bare = bare.translate(_NOT_IN_A_NUMBER).strip("/.,-–~=: ")
    if not _AMOUNT.match(bare):
        return None
    amount = _decimal(bare)
    return None if amount is None else Money(round(amount * 100), currency)


def _decimal(number: str) -> Decimal | None:
    """ "1.450" and "1 450" are thousands, "1.450,50" and "1,450.50" mix both, "459,5" is a fraction."""
    separators = [letter for letter in number if letter in ".,"]
    if not separators:
        return Decimal(number.lstrip("+"))
    last = separators[-1]
    whole, _, rest = number.rpartition(last)
    mixed = len(set(separators)) == 2
    if not mixed and (len(separators) > 1 or len(rest) == 3):
        groups = number.lstrip("+").split(last)
        good = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
        if good:
            return Decimal("".join(groups))
        if len(separators) > 1:
            return None
    if mixed and separators.count(last) > 1:
        return None
    whole = digits(whole)
    return Decimal(f"{whole or '0'}.{rest or '0'}")


def read_count(value: object) -> int | None:
    """How many people: 5, "5", "5 osób", "2+3" (adults and children)."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if value == int(value) and 0 <= value < 100 else None
    text = cell_text(value)
    if re.fullmatch(r"\d{1,2}(\.0+)?( *[^\W\d_.]+\.?)?", text):
        return int(re.split(r"\D", text)[0])
    if re.fullmatch(r"\d{1,2}( *\+ *\d{1,2})+", text):
        return sum(int(part) for part in text.split("+"))
    return None


def read_phone(value: object) -> str | None:
    """A phone in groups as given; a number that lost its leading zero in the spreadsheet gets it back (Romania)."""
    if isinstance(value, bool):
        return None
    text = cell_text(value).lstrip("'")
    bare = digits(text)
    if isinstance(value, int | float) and len(bare) == 9 and bare[0] in "237":
        return "0" + bare if bare[0] != "2" or bare[1] in "13456" else bare
    return text if _PHONE.match(text) and 6 <= len(bare) <= 15 else None


def phone_like(value: object) -> bool:
    """Digits that are a phone and not an identity number, a date or a count."""
    if isinstance(value, date) or value is None:
        return False
    bare = digits(cell_text(value))
    return (
        read_phone(value) is not None
        and 9 <= len(bare) <= 12
        and kind_of(bare) in (None, "pesel")
        and (len(bare) != 11 or cell_text(value).startswith(("+", "00", "4")))
    )


def read_identity(value: object, default_kind: str) -> tuple[str, str] | None:
    """(kind, number) of a cell in an identity column; the number keeps what is wrong with it. None when nothing is there.

    A spreadsheet turns "00222900009" into the number 222900009: the zeros come back when the cell is a number, or when
    the check digit then fits.
    """
    text = identity_text(value)
    if not text:
        return None
    compact = "".join(text.split()).replace("-", "").replace(".", "")
    if not compact.isdigit() or not compact.isascii():
        return default_kind, text
    kind = kind_of(compact)
    if kind is None and default_kind == "pesel" and 7 <= len(compact) < 11:
        padded = compact.zfill(11)
        if isinstance(value, int | float) or not check_identity("pesel", padded).findings:
            return "pesel", padded
    return kind or default_kind, compact


def identity_text(value: object) -> str:
    """The text of an identity cell without the leading apostrophe or label some offices type."""
    return _IDENTITY_MARK.sub("", cell_text(value).lstrip("'’ "))


def read_sex(value: object) -> str | None:
    """ "female", "male" or None."""
    return vocabulary().sexes.get(folded(cell_text(value)))


def read_role(value: object) -> str | None:
    """The role code of a relation word; None when it is unknown. Remarks after the word do not matter."""
    return None if value is None else _role_in(cell_text(value))


@lru_cache(maxsize=4096)
def _role_in(text: str) -> str | None:
    roles = vocabulary().roles
    said = words(text)[:_MOST_WORDS_OF_A_ROLE]
    for length in range(len(said), 0, -1):
        for start in range(len(said) - length + 1):
            role = roles.get(" ".join(said[start : start + length]))
            if role is not None and (length > 1 or len(said[start]) > 1):
                return role
    return None


def is_yes(value: object) -> bool:
    """A mark or a word that says yes in a column of marks ("X", "DA", a tick)."""
    text = cell_text(value).strip(" .")
    return text in _TICKS or folded(text) in vocabulary().yes


def read_reasons(value: object) -> tuple[str, ...]:
    """A cell of reasons as separate ones: "9,13" and "ubóstwo; bezrobocie" are two each."""
    return tuple(part.strip() for part in re.split(r"[;,\n/]", cell_text(value)) if part.strip())
