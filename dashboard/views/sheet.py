"""What the reader component is given: the article, and the card and passages of the chosen place."""

from collections.abc import Sequence
from typing import Any

from dashboard.events.types import event_types
from dashboard.reader.passages import Filter, Mention, Passages
from dashboard.reader.pieces import Pieces
from dashboard.reader.words import date_words
from dashboard.views.library import Opened


def sheet(room: Opened, wanted: Filter, chosen: Mention | None, *, rival: str | None) -> dict[str, Any]:
    """The data of the reader component; plain strings, numbers and lists."""
    passages, pieces = room.passages, Pieces(room.passages, wanted)
    article, types = passages.reading.article, event_types()
    shown, groups, card = [], [], None
    if chosen is not None:
        every = passages.of_place(chosen.place.place_id)
        shown = [mention for mention in every if mention.shown_under(wanted)]
        groups = pieces.passages_of(shown)
        card = pieces.card(chosen, shown or every)
    return {
        "article": room.key,
        "types": [{"key": t.key, "shape": t.shape, "letter": t.letter, "label": t.label} for t in types.values()],
        "blocks": _title(passages) + pieces.article({key: kind.short for key, kind in types.items()}),
        "byline": pieces.byline(),
        "published": _published(passages),
        "counts": _counts(passages),
        "card": card,
        "groups": groups,
        "quiet": _quiet(passages, chosen, wanted, len(shown)),
        "chosen": chosen.number if chosen else None,
        "place": chosen.place.place_id if chosen else None,
        "rival": rival,
        "none": _none(passages),
        "empty": _empty(passages, wanted) if article.text.strip() else None,
    }


def _title(passages: Passages) -> list[dict[str, Any]]:
    """The title from the metadata, where the text itself has none."""
    article = passages.reading.article
    if article.title is None or any(passage.segment.kind == "title" for passage in passages.all):
        return []
    return [{"kind": "title", "pieces": [article.title]}]


def _published(passages: Passages) -> str | None:
    article = passages.reading.article
    if article.published is None:
        return None
    words = date_words(article.published.isoformat())
    return f"{words} (inferred from the text)" if article.published_source == "inferred" else words


def _counts(passages: Passages) -> str:
    return ", ".join(
        (
            _many(len(passages.all), "passage"),
            _many(len(passages.mentions), "place name"),
            _many(len(passages.places), "place"),
        )
    )


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _quiet(passages: Passages, chosen: Mention | None, wanted: Filter, shown: int) -> dict[str, Any]:
    """What to say of the mentions of the chosen place that are not shown since the place is speaker or owner there."""
    if chosen is None:
        return {}
    name = chosen.place.name
    everyone = Filter(types=wanted.types, statuses=wanted.statuses, where=True, who=True)
    hidden = sum(m.shown_under(everyone) for m in passages.of_place(chosen.place.place_id)) - shown
    if not hidden:
        return {"none": f"No passage about {name} fits these filters.", "more": None}
    count = _many(hidden, "more mention" if shown else "mention")
    more = f"{count} where {name} is not the scene but the speaker or owner."
    none = f"{name} is named here only as speaker or owner, or the filters hide the rest."
    return {"none": none, "more": more if not wanted.who else None, "offer": "Show them"}


def _none(passages: Passages) -> str | None:
    """What to say of a text without a place."""
    if passages.mentions:
        return None
    unknown = [r.toponym.text for r in passages.reading.resolutions if r.place is None]
    if unknown:
        return f"No place of this text is in the gazetteer. Names that look like places: {', '.join(_first(unknown))}."
    return (
        "This text names no place that the gazetteer knows, so the map stays empty. The text can be read all the same."
    )


def _first(names: Sequence[str], limit: int = 5) -> list[str]:
    return list(dict.fromkeys(names))[:limit]


def _empty(passages: Passages, wanted: Filter) -> dict[str, Any] | None:
    """What to say where the filters hide every passage, with the ways out."""
    if not wanted.by_event or any(passage.shown_under(wanted) for passage in passages.all):
        return None
    types = [event_types()[key].label for key in event_types() if key in wanted.types]
    named = " and ".join([f"“{label}”" for label in types] + [f"“{status}”" for status in sorted(wanted.statuses)])
    text = f"{_many(len(passages.all), 'passage')} {'is' if len(passages.all) == 1 else 'are'} hidden by {named}."
    offers = [["clear", "Clear the filters"]]
    if wanted.statuses and wanted.types:
        offers.append(["status", "Any status"])
    return {"title": "No passage fits these filters", "text": text, "offers": offers}
