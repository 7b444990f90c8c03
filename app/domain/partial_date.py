"""A date of which perhaps only the year, or year and month, is known.

Stored as ``1987``, ``1987-08`` or ``1987-08-03``: the length is the precision, so that "about 1987" never turns into the
first of January by a round trip.
"""

import datetime as dt
from typing import Self

import msgspec


def readable_date(text: str | None) -> "PartialDate | None":
    """The date behind stored text; None when there is none or a colleague's program wrote something else."""
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        return None


class PartialDate(msgspec.Struct, frozen=True, order=True):
    """Year, and perhaps month and day; ``day`` is only known when ``month`` is."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1987``, ``1987-08`` or ``1987-08-03``; ValueError when it is none of them or no such day."""
        parts = [int(part) for part in text.split("-")]
        if not 1 <= len(parts) <= 3:
            raise ValueError(text)
        dt.date(parts[0], *[*parts[1:], 1, 1][:2])
        return cls(*parts)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        return text

    def age_on(self, day: dt.date) -> int:
        """Completed years on ``day``; with only a year known, the age the person reaches that year."""
        if self.month is None:
            return day.year - self.year
        before_birthday = (day.month, day.day) < (self.month, self.day or 1)
        return day.year - self.year - before_birthday
