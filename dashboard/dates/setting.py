"""Where an expression of time stands, and what that says about it: the year, the day, the side of today it lies on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from math import inf
from typing import NamedTuple

from dashboard.dates import periods
from dashboard.dates.tense import Tense, tense
from dashboard.records import Span, TimexType

Parts = Mapping[str, str | None]
"""The named parts of a rule's match, folded; None where a part is absent."""

BACK = frozenset(("last", "past", "previous", "preceding", "prior", "this past", "final"))
"""Words that point to the period before."""
ON = frozenset(("next", "coming", "following", "upcoming", "this coming"))
"""Words that point to the period after."""
SAME = frozenset(("that", "same"))
"""Words that point to the date named before."""

# How many days a day counts: on the side the verb does not look to; to come, where no verb says.
# Chosen on AQUAINT and MEANTIME, 2026-11; score both again after a change.
_AGAINST_TENSE = 6.0
_UNMARKED_FUTURE = 2.0


class Settled(NamedTuple):
    """A TIMEX3 value (None: not settled) and its type."""

    value: str | None
    type: TimexType = "DATE"


@dataclass(frozen=True, slots=True)
class Setting:
    """The folded text, the sentence and span of an expression, the publication date and what was named before.

    before: the last value of the calendar in the text so far. nearby: the same, where it is in this sentence.
    linked: the same, where only a word like "and" or "to" stands between. quarter: the last quarter that was named.
    """

    folded: str
    sentence: Span
    start: int
    end: int
    published: date | None
    before: str | None = None
    nearby: str | None = None
    linked: str | None = None
    quarter: str | None = None

    def tense(self) -> Tense | None:
        """Where the verb of the clause looks."""
        return tense(self.folded, self.sentence, self.start, self.end)


def direction(which: str | None) -> str:
    """The word of `which` that points: without its article."""
    return (which or "").removeprefix("the ")


def relative_value(unit: str, which: str | None, setting: Setting) -> str | None:
    """The value of "last week", "that day", "the following year"; a `which` not in BACK, ON or SAME means this one."""
    which = direction(which)
    if which in SAME:
        return periods.shifted(setting.before, unit, 0)
    if which in ("following", "preceding") or (unit == "day" and which in ("next", "previous")):
        return periods.shifted(setting.before, unit, 1 if which in ON else -1)
    if setting.published is None:
        return None
    return periods.period_after(setting.published, unit, -1 if which in BACK else 1 if which in ON else 0)


def stated_year(parts: Parts, setting: Setting) -> int | None:
    """The year that an expression says itself: "… 2024", "… of last year"."""
    if parts.get("year"):
        return int(parts["year"] or 0)
    whose = (parts.get("whose") or "").rsplit(" ", 1)[0]
    value = relative_value("year", whose, setting) if whose else None
    return int(value) if value else None


def linked_year(setting: Setting) -> int | None:
    """The year of the date that this one is coupled to: "in November 2022 and in December"."""
    period = periods.parse(setting.linked)
    return period.day.year if period and period.unit in ("day", "month") else None


def nearest(setting: Setting, which: str | None, in_year: Callable[[int], str | None]) -> str | None:
    """Of last, this and next year's `in_year` values the nearest to publication, on the side the clause looks to."""
    published, which = setting.published, direction(which)
    if published is None:
        return None
    looks = "past" if which in BACK else "future" if which in ON else setting.tense()

    def cost(value: str) -> float:
        days = periods.days_away(value, published)
        if which in BACK | ON and (days >= 0 if which in BACK else days <= 0):
            return inf
        if looks is None:
            return days * _UNMARKED_FUTURE if days > 0 else -days
        return abs(days) * (1.0 if (days < 0) == (looks == "past") else _AGAINST_TENSE)

    years = range(max(MINYEAR, published.year - 1), min(MAXYEAR, published.year + 1) + 1)
    values = [value for year in years if (value := in_year(year))]
    return min(values, key=cost, default=None)
