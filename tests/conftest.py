"""Records built by hand that several tests share."""

from collections.abc import Iterator
from datetime import date

import pytest

from dashboard.records import (
    Article,
    Candidate,
    DateSpan,
    Event,
    Participant,
    Place,
    Reading,
    Resolution,
    Segment,
    Span,
    Toponym,
)

TITLE = "Envoy in Basra"
MET, QUIET = "A minister met Turkish envoys in Basra and Sydney on Sept. 10.", "Quxville was quiet."
TEXT = f"{TITLE}\n{TITLE}\n\n{MET} {QUIET}"
BASRA = Place(
    "geonames:99532",
    "Basra",
    "city",
    30.50852,
    47.7804,
    country="IQ",
    country_name="Iraq",
    admin1="IQ.02",
    admin1_name="Basra Governorate",
    population=1_326_564,
)
SYDNEY = Place(
    "geonames:2147714",
    "Sydney",
    "city",
    -33.86785,
    151.20732,
    country="AU",
    country_name="Australia",
    admin1="AU.02",
    admin1_name="New South Wales",
    population=5_557_233,
)
TURKEY = Place("geonames:298795", "Turkey", "country", 39.0, 35.0, country="TR", country_name="Turkey")


def span_of(text: str, words: str, *, nth: int = 1) -> Span:
    """Where the nth `words` stand in `text`."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def resolved(
    words: str, place: Place | None, *, nth: int = 1, use: str = "literal", copy_of: int | None = None
) -> Resolution:
    start, end = span_of(TEXT, words, nth=nth)
    candidates = (Candidate(place, 0.9),) if place else ()
    reasons = ("most populous of its name", "named beside Iraq") if place else ()
    return Resolution(Toponym(start, end, words, use, 1.0, copy_of), place, 0.9 if place else 0.0, reasons, candidates)


@pytest.fixture(scope="session", autouse=True)
def no_gazetteer_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests may have imported one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GAZETTE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def reading() -> Reading:
    """A repeated title and two sentences: four places of which one is unknown, one event, one date."""
    title, again, met, quiet = (
        span_of(TEXT, TITLE),
        span_of(TEXT, TITLE, nth=2),
        span_of(TEXT, MET),
        span_of(TEXT, QUIET),
    )
    event = Event(
        met.start, met.end, "talks_visits", "reported", span_of(TEXT, "met"), 0.8, "CONSULT", "meet",
        actor=Participant(*span_of(TEXT, "A minister"), "A minister"),
        recipient=Participant(*span_of(TEXT, "Turkish envoys"), "Turkish envoys", TURKEY.place_id),
        place_ids=(BASRA.place_id, SYDNEY.place_id), date="2024-09-10", date_source="stated",
    )  # fmt: skip
    return Reading(
        Article("envoy", TEXT, TITLE, date(2024, 9, 11), "given"),
        (
            Segment(*title, "title", (title,)),
            Segment(*again, "title", (again,), copy_of=title.start),
            Segment(met.start, quiet.end, "paragraph", (met, quiet)),
        ),
        (
            resolved("Basra", BASRA),
            resolved("Basra", BASRA, nth=2, copy_of=span_of(TEXT, "Basra").start),
            resolved("Turkish", TURKEY, use="demonym"),
            resolved("Basra", BASRA, nth=3),
            resolved("Sydney", SYDNEY),
            resolved("Quxville", None),
        ),
        (event,),
        (DateSpan(*span_of(TEXT, "Sept. 10"), "Sept. 10", "2024-09-10", "DATE"),),
    )


@pytest.fixture
def empty_reading() -> Reading:
    """An article in which nothing was found, and whose date nobody knows."""
    return Reading(Article("quiet", "Nothing here."), (Segment(0, 13, "paragraph", (Span(0, 13),)),))
