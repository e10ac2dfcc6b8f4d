"""Texts made from the gazetteer, as small papers write: a town, its neighbours and county, seldom its state or country.

Most corpora to fit a model on are world news, in which the largest place of a name is nearly always meant. In a local
paper it seldom is: what tells is the company. These texts teach the ranker that.
"""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.evaluation.labels import Labelled, Mark
from dashboard.gazetteer.index import Index
from dashboard.learning.linear import load_classes
from dashboard.resolution.setting import TABLES

TEXTS = 600
_COUNTRIES = {"US": 0.62, "GB": 0.1, "CA": 0.08, "AU": 0.07, "IE": 0.03, "NZ": 0.03, "ZA": 0.03, "IN": 0.04}
"""Share of the texts by country: where papers are written in English."""
_NEAR = 0.6  # degrees; a neighbour is a town in this half of a box
_LEAST = 500  # people of a town
_SHARPNESS = 0.6  # a town's chance grows with this power of its people
_FAME = 0.4  # and with this power of how much larger its largest namesake is
# Chances that a text names these.
_COUNTY, _STATE, _COUNTRY, _WORLD = 0.45, 0.4, 0.12, 0.35
_TOWN_FRAMES = (
    "The {} council met on Monday.", "Police in {} said nobody was hurt.", "A {} man was charged.",
    "She grew up in {} and still lives there.", "The road to {} was closed.", "{} High won again.",
    "Residents of {} complained of the noise.", "The mayor of {} welcomed the plan.",
    "He was taken to a hospital in {}.",
)  # fmt: skip
_AREA_FRAMES = ("Officials of {} approved it.", "Rain is expected across {}.", "It is the largest in {}.")
_WORLD_FRAMES = ("He had served in {}.", "The firm also has an office in {}.", "Her parents came from {}.")
_STYLE_FRAMES = ("They spoke about the * all evening.", "The * came up again.", "Nobody mentioned the *.")
_MOST_STYLE = 6  # words that tell the country, in one text
_COMMA_FRAMES = ("The family moved to {}, {}.", "He was born in {}, {}.")


class _Town(NamedTuple):
    row: int
    name: str
    people: int
    lat: float
    lon: float
    largest: int


def local_texts(index: Index, *, texts: int = TEXTS) -> list[Labelled]:
    """The same texts every time; each name labelled with its place."""
    draw = random.Random(0)
    writers = {code: _Writer(index, code, draw) for code in _COUNTRIES}
    chosen = draw.choices(list(_COUNTRIES), weights=list(_COUNTRIES.values()), k=texts)
    return [writers[code].text(f"local-{number}") for number, code in enumerate(chosen)]


class _Writer:
    """Writes texts set in one country."""

    def __init__(self, index: Index, country: str, draw: random.Random) -> None:
        self.index, self.country, self.draw = index, country, draw
        rows = [row for row in range(len(index)) if index.country(row) == country]
        self.towns = list(self._towns(rows))
        self.weights = [t.people**_SHARPNESS * (t.largest / t.people) ** _FAME for t in self.towns]
        self.counties = {index.place(row).admin2: row for row in rows if index.kind(row) == "admin2"}
        known = range(len(index))
        self.world = [r for r in known if index.kind(r) == "country" or index.feature_code(r) == "PPLC"]

    def _towns(self, rows: Sequence[int]) -> Iterator[_Town]:
        index = self.index
        for row in rows:
            if index.kind(row) == "city" and index.population[row] >= _LEAST:
                name = index.place(row).name
                senses = index.senses(index.find(name) or 0)
                largest = max(index.people(sense.row) for sense in senses)
                yield _Town(row, name, index.population[row], index.lat[row], index.lon[row], largest)

    def text(self, id_: str) -> Labelled:
        draw, index = self.draw, self.index
        home = draw.choices(self.towns, self.weights)[0]
        sentences = [(draw.choice(_TOWN_FRAMES), [home.row]) for _ in range(draw.randint(1, 5))]
        sentences += [(draw.choice(_TOWN_FRAMES), [row]) for row in self._neighbours(home)]
        place = index.place(home.row)
        county = self.counties.get(place.admin2)
        if county is not None and draw.random() < _COUNTY:
            sentences.append((draw.choice(_AREA_FRAMES), [county]))
        if index.admin1(home.row) >= 0 and draw.random() < _STATE:
            sentences.append((draw.choice(_AREA_FRAMES), [index.admin1(home.row)]))
        if draw.random() < _COUNTRY:
            sentences.append((draw.choice(_AREA_FRAMES), [self._country()]))
        if draw.random() < _WORLD:
            sentences += [(draw.choice(_WORLD_FRAMES), [draw.choice(self.world)]) for _ in range(draw.randint(1, 2))]
        if draw.random() < _WORLD:
            other = draw.choices(self.towns, self.weights)[0].row
            if index.admin1(other) >= 0:
                sentences.append((draw.choice(_COMMA_FRAMES), [other, index.admin1(other)]))
        sentences += [(self.draw.choice(_STYLE_FRAMES).replace("*", word), []) for word in self._style()]
        draw.shuffle(sentences)
        return self._written(id_, sentences)

    def _neighbours(self, home: _Town) -> list[int]:
        near = [
            t for t in self.towns
            if abs(t.lat - home.lat) < _NEAR and abs(t.lon - home.lon) < _NEAR and t.row != home.row
        ]  # fmt: skip
        count = min(len(near), self.draw.randint(0, 5))
        return [t.row for t in self.draw.choices(near, [t.people**_SHARPNESS for t in near], k=count)] if count else []

    def _style(self) -> list[str]:
        """Some words that papers of the country use."""
        words = [
            word for table in TABLES for word, codes in load_classes(table).items() if self.country in codes.split()
        ]
        return self.draw.sample(words, k=min(len(words), self.draw.randint(0, _MOST_STYLE)))

    def _country(self) -> int:
        return next(
            row for row in self.world if self.index.country(row) == self.country and self.index.kind(row) == "country"
        )

    def _written(self, id_: str, sentences: Sequence[tuple[str, list[int]]]) -> Labelled:
        text, marks = "", []
        for frame, rows in sentences:
            for part, row in zip(frame.split("{}"), [*rows, None], strict=True):
                text += part
                if row is not None:
                    place = self.index.place(row)
                    marks.append(
                        Mark(len(text), len(text) + len(place.name), place.lat, place.lon, None, place.place_id)
                    )
                    text += place.name
            text += " "
        return Labelled(id_, text, marks)
