"""An article as data for the reader component: plain strings and numbers, which it draws with textContent.

A piece is a string, or {"t": text, "m": mention, "p": place_id, "u": use, "c": type, "unsure": bool, "title": words}
for a mention, or {"t": text, "d": words} for a date. A reference ("the capital") is like a mention, but has "u":
"reference", as "m" a mention of the place it stands for, and "r": where it begins.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dashboard.reader.passages import STATUS_ORDER, Filter, Mention, Passage, Passages, in_order
from dashboard.reader.words import coordinates, date_words, kind_words, percent, relation_words, shortened
from dashboard.records import DateSpan, Event, Span

Piece = str | dict[str, Any]
Block = dict[str, Any]

# A browser draws this many passages at once without a pause; a longer text (5 MB is 36,000) says what is left out.
MOST_PASSAGES = 600
MOST_ITEMS = 200  # sentences listed under a place, likewise
UNSURE_BELOW = 0.6  # confidence; a mark below it is dotted
_UNQUOTED = str.maketrans("", "", '"“”„«»')  # the words that tell of an event are shown in quotes
NO_EVENT = "no event"


class Pieces:
    """The blocks of the article, the card and the passages of a place, under a filter."""

    def __init__(self, passages: Passages, wanted: Filter) -> None:
        self.passages = passages
        self.wanted = wanted
        self._text = passages.reading.article.text
        self._dates = passages.reading.dates
        self._date_starts = [span.start for span in self._dates]
        self._references = passages.reading.references
        self._reference_starts = [reference.start for reference in self._references]

    # ---- the whole article

    def article(self, labels: dict[str, str]) -> list[Block]:
        """Every passage in order, those that the filter hides folded to {"fold": how many, "label": why}.

        labels: the short label of each type, for the words of a fold.
        """
        blocks: list[Block] = []
        hidden = 0
        for passage in self.passages.all:
            if len(blocks) == MOST_PASSAGES:
                left = len(self.passages.all) - passage.number
                return [
                    *blocks,
                    {
                        "kind": "notice",
                        "pieces": [
                            f"{left:,} more {'passage' if left == 1 else 'passages'}: choose a place to read its own."
                        ],
                    },
                ]
            heads = passage.segment.kind in ("title", "dek")
            if not heads and not passage.shown_under(self.wanted):
                hidden += 1
                continue
            if hidden:
                blocks.append(self._fold(hidden, labels))
                hidden = 0
            blocks.append(self._block(passage))
        if hidden:
            blocks.append(self._fold(hidden, labels))
        return blocks + self._notices()

    def _fold(self, hidden: int, labels: dict[str, str]) -> Block:
        wanted = [labels[key].lower() for key in in_order(set(self.wanted.types))] + sorted(self.wanted.statuses)
        passages = "passage" if hidden == 1 else "passages"
        return {"fold": hidden, "label": f"{hidden} {passages} without {' or '.join(wanted)}"}

    def _block(self, passage: Passage) -> Block:
        segment, credit = passage.segment, passage.segment.credit
        end = credit.start if credit else segment.end
        types = passage.types_under(self.wanted)
        return {
            "kind": segment.kind,
            "pieces": self._pieces(segment.start, end, passage.mentions),
            "credit": self._text[credit.start : credit.end].strip("() ") if credit else None,
            "dates": self._margin_dates(segment.start, segment.end),
            "status": self._margin_status(passage),
            "types": types,
        }

    def _margin_status(self, passage: Passage) -> str | None:
        """The one status of a passage's wanted events; None where it is "reported" or they differ."""
        found = {event.status for event in passage.events if self.wanted.keeps_event(event)}
        return next(iter(found)) if len(found) == 1 and "reported" not in found else None

    def _notices(self) -> list[Block]:
        return [
            {"kind": "notice", "pieces": [self._text[segment.start : segment.end]]}
            for segment in self.passages.reading.segments
            if segment.kind == "notice" and segment.copy_of is None
        ]

    def byline(self) -> str | None:
        """Who wrote it, as the text says."""
        lines = [s for s in self.passages.reading.segments if s.kind == "byline" and s.copy_of is None]
        return self._text[lines[0].start : lines[0].end] if lines else None

    # ---- one place

    def card(self, chosen: Mention, shown: Sequence[Mention]) -> Block:
        """The place card of the chosen mention. shown: the mentions of its place to walk through."""
        place, resolution = chosen.place, chosen.resolution
        numbers = [mention.number for mention in shown]
        at = bisect_left(numbers, chosen.number)
        here = at < len(numbers) and numbers[at] == chosen.number
        return {
            "name": place.name,
            "kind": kind_words(place),
            "coordinates": coordinates(place.lat, place.lon),
            "sure": percent(resolution.confidence),
            "share": round(resolution.confidence, 3),
            "relation": relation_words(resolution),
            "why": list(resolution.reasons),
            "rivals": [
                {
                    "id": other.place.place_id,
                    "name": other.place.name,
                    "kind": kind_words(other.place),
                    "share": percent(other.score),
                }
                for other in resolution.candidates
                if other.place.place_id != place.place_id
            ],
            "position": f"{at + 1} of {len(numbers)}" if here else f"{len(numbers)} shown",
            "before": numbers[at - 1] if at > 0 else None,
            "after": numbers[at + here] if at + here < len(numbers) else None,
        }

    def passages_of(self, shown: Iterable[Mention]) -> list[Block]:
        """The sentences of the mentions by status: [{"status", "items": [{"pieces", "dates", "types", "status"}]}]."""
        groups: dict[str, list[Block]] = {}
        sentences: set[Span] = set()
        for mention in shown:
            sentence = self._sentence(mention)
            if sentence not in sentences and len(sentences) < MOST_ITEMS:
                sentences.add(sentence)
                status = self._status(mention)
                groups.setdefault(status, []).append(self._item(mention, sentence, status))
        order = (*STATUS_ORDER, NO_EVENT)
        return [{"status": status, "items": groups[status]} for status in order if status in groups]

    def _item(self, mention: Mention, sentence: Span, status: str) -> Block:
        passage = self.passages.all[mention.passage]
        events = {event.type: event for event in mention.events if self.wanted.keeps_event(event)}
        types = in_order(set(events))
        return {
            "pieces": self._pieces(sentence.start, sentence.end, passage.mentions),
            "dates": self._margin_dates(sentence.start, sentence.end),
            "types": types,
            "told": [self._told(events[key]) for key in types],
            "status": status,
        }

    def _told(self, event: Event) -> Block:
        """The evidence of an event: the words that tell of it, and who takes part."""
        people = [shortened(one.text) for one in (event.actor, event.recipient) if one]
        trigger = self._text[slice(*event.trigger)].translate(_UNQUOTED)
        return {"trigger": shortened(trigger), "who": " → ".join(people)}

    def _status(self, mention: Mention) -> str:
        kind = mention.type_under(self.wanted)
        return next((e.status for e in mention.events if e.type == kind and self.wanted.keeps_event(e)), NO_EVENT)

    def _sentence(self, mention: Mention) -> Span:
        segment, toponym = self.passages.all[mention.passage].segment, mention.resolution.toponym
        holding = (s for s in segment.sentences if s.start <= toponym.start < s.end)
        return next(holding, Span(segment.start, segment.end))

    # ---- marks in the text

    def _pieces(self, start: int, end: int, mentions: Sequence[Mention]) -> list[Piece]:
        marks: list[tuple[int, int, dict[str, Any]]] = [
            (toponym.start, toponym.end, self._mention_mark(mention))
            for mention in mentions
            if start <= (toponym := mention.resolution.toponym).start and toponym.end <= end
        ]
        marks += [
            (d.start, d.end, {"d": date_words(d.value)}) for d in self._dates_in(start, end) if date_words(d.value)
        ]
        marks += self._reference_marks(start, end)
        pieces: list[Piece] = []
        at = start
        for first, last, mark in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
            if first < at:
                continue
            if first > at:
                pieces.append(self._text[at:first])
            pieces.append({"t": self._text[first:last], **mark})
            at = last
        if at < end:
            pieces.append(self._text[at:end])
        return pieces

    def _mention_mark(self, mention: Mention) -> dict[str, Any]:
        confidence = mention.resolution.confidence
        return {
            "m": mention.number,
            "p": mention.place.place_id,
            "u": mention.resolution.toponym.use,
            "c": mention.type_under(self.wanted),
            "unsure": confidence < UNSURE_BELOW,
            "title": f"{mention.place.name}, {kind_words(mention.place)}"
            + (" (unsure)" if confidence < UNSURE_BELOW else ""),
        }

    def _reference_marks(self, start: int, end: int) -> Iterator[tuple[int, int, dict[str, Any]]]:
        """Marks of the references to one place that the text names, but for those that hold a name themselves."""
        first, last = (bisect_left(self._reference_starts, at) for at in (start, end))
        for reference in self._references[first:last]:
            mention = self.passages.first_of(reference.place_ids[0]) if len(reference.place_ids) == 1 else None
            if mention is not None:
                words = {"u": "reference", "r": reference.start, "title": f"{mention.place.name}, as the text tells"}
                yield reference.start, reference.end, {**self._mention_mark(mention), **words, "unsure": False}

    def _dates_in(self, start: int, end: int) -> Sequence[DateSpan]:
        return self._dates[bisect_left(self._date_starts, start) : bisect_left(self._date_starts, end)]

    def _margin_dates(self, start: int, end: int) -> list[str]:
        words = (date_words(span.value) for span in self._dates_in(start, end))
        return list(dict.fromkeys(filter(None, words)))
