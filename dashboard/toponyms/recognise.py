"""Toponyms of a text: candidate spans, each judged by a linear model over named features."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from dashboard.errors import SpanMismatch
from dashboard.gazetteer.index import Index
from dashboard.language.tokens import Token
from dashboard.learning.linear import load_weights, logistic
from dashboard.records import Article, Segment, Toponym
from dashboard.toponyms.document import Document, look_over
from dashboard.toponyms.entities import Entity, with_entities
from dashboard.toponyms.evidence import facts_of, facts_of_loose
from dashboard.toponyms.features import scene_of, span_features
from dashboard.toponyms.spans import Name, candidate_names
from dashboard.toponyms.use import use_of

THRESHOLD = -2.0
"""Log-odds from which a candidate span is handed on, however doubtful: the gate in resolution/ decides what is kept."""


def recognise(
    text: str,
    segments: Sequence[Segment],
    index: Index,
    *,
    tokens: Sequence[Token] | None = None,
    entities: Sequence[Entity] | None = None,
) -> tuple[Toponym, ...]:
    """What may be a toponym, in the order of the text, without overlaps; `score` says how sure that is.

    tokens: those of the segments, where they are known already. entities: what a tagger found, as further evidence.
    """
    document = look_over(text, segments, tokens)
    names = candidate_names(document, index)
    scene = scene_of(document, names, index)
    weights = load_weights("recogniser")
    scored = [(sum([weights[feature] for feature in span_features(scene, name)]), name) for name in names]
    if entities is not None:
        spans = [(document.tokens[name.first].start, document.tokens[name.last - 1].end) for name in names]
        scored = [
            (with_entities(score, *span, entities), name) for span, (score, name) in zip(spans, scored, strict=True)
        ]
    toponyms = []
    for score, name in _choose(scored):
        start, end = document.tokens[name.first].start, document.tokens[name.last - 1].end
        use = use_of(document, name.first, name.last, scene.facts_for(name).role)
        copy = _first_copy(text, start, end, segments)
        toponyms.append(Toponym(start, end, text[start:end], use, round(logistic(score), 4), copy))
    return tuple(toponyms)


def given(article: Article, spans: Iterable[tuple[int, int]], index: Index) -> tuple[Toponym, ...]:
    """Exactly the given spans of an article as toponyms, in text order. Raises SpanMismatch outside the text."""
    document = look_over(article.text, ())
    return tuple(_given_toponym(article, document, start, end, index) for start, end in sorted(spans))


def _given_toponym(article: Article, document: Document, start: int, end: int, index: Index) -> Toponym:
    if not 0 <= start < end <= len(article.text):
        raise SpanMismatch(article.id, start, end)
    surface = article.text[start:end]
    first = bisect_right(document.tokens, start, key=lambda token: token.end)
    last = bisect_left(document.tokens, end, lo=first, key=lambda token: token.start)
    key = index.exact(surface)
    key = index.find(surface) if key is None else key
    facts = facts_of_loose("") if key is None else facts_of(index, key, exact=False)
    return Toponym(start, end, surface, use_of(document, first, last, facts.role) if first < last else "literal")


def _choose(scored: Sequence[tuple[float, Name]]) -> list[tuple[float, Name]]:
    """The spans above the threshold, the best first where they overlap, in the order of the text."""
    taken: set[int] = set()
    chosen = []
    for score, name in sorted(scored, key=lambda item: (-item[0], item[1].first, -item[1].last)):
        if score < THRESHOLD:
            break
        positions = range(name.first, name.last)
        if taken.isdisjoint(positions):
            taken.update(positions)
            chosen.append((score, name))
    return sorted(chosen, key=lambda item: item[1].first)


def _first_copy(text: str, start: int, end: int, segments: Sequence[Segment]) -> int | None:
    """Where the name text[start:end] stands in the segment that its own segment repeats; None outside copies."""
    own = bisect_right(segments, start, key=lambda segment: segment.start) - 1
    if own < 0 or segments[own].copy_of is None:
        return None
    copied = segments[bisect_left(segments, segments[own].copy_of, key=lambda segment: segment.start)]
    same_offset = copied.start + start - segments[own].start
    if text.startswith(text[start:end], same_offset):
        return same_offset
    found = text.find(text[start:end], copied.start, copied.end)
    return found if found >= 0 else None
