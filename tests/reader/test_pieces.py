from dataclasses import replace

import pytest

from dashboard.reader import pieces
from dashboard.reader.passages import Filter, Passages
from dashboard.reader.pieces import NO_EVENT, Pieces
from dashboard.records import Reading, Reference
from tests.conftest import BASRA, MET, SYDNEY

LABELS = {"talks_visits": "Talks", "attacks_fighting": "Fighting"}
TALKS = Filter(types=frozenset({"talks_visits"}))


def plain(pieces: list) -> str:
    return "".join(piece if isinstance(piece, str) else piece["t"] for piece in pieces)


def test_pieces_give_the_text_back_unchanged(reading: Reading) -> None:
    blocks = Pieces(Passages(reading), Filter()).article(LABELS)
    assert [plain(block["pieces"]) for block in blocks] == ["Envoy in Basra", f"{MET} Quxville was quiet."]


def test_mentions_and_dates_are_marked(reading: Reading) -> None:
    pieces = Pieces(Passages(reading), Filter()).article(LABELS)[1]["pieces"]
    marks = [piece for piece in pieces if not isinstance(piece, str)]
    assert [mark["t"] for mark in marks] == ["Turkish", "Basra", "Sydney", "Sept. 10"]
    assert marks[1]["p"] == BASRA.place_id
    assert marks[3]["d"] == "10 Sep 2024"


def test_a_reference_leads_to_a_mention_of_its_place(reading: Reading) -> None:
    at = reading.article.text.index("minister")
    told = Reference(at, at + len("minister"), "minister", (BASRA.place_id,))
    two = Reference(at + 9, at + 12, "met", (BASRA.place_id, "geonames:1"))
    passages = Passages(replace(reading, references=(told, two)))
    marks = [piece for piece in Pieces(passages, Filter()).article(LABELS)[1]["pieces"] if "r" in piece]
    assert [(mark["t"], mark["u"], mark["r"], mark["m"]) for mark in marks] == [("minister", "reference", at, 0)]
    assert marks[0]["title"] == "Basra, as the text tells"


def test_hidden_passages_fold_and_the_title_stays(reading: Reading) -> None:
    fighting = Filter(types=frozenset({"attacks_fighting"}))
    title, fold = Pieces(Passages(reading), fighting).article(LABELS)
    assert title["kind"] == "title"
    assert fold == {"fold": 1, "label": "1 passage without fighting"}


def test_a_place_shows_each_sentence_once_under_its_status(reading: Reading) -> None:
    passages = Passages(reading)
    groups = Pieces(passages, Filter()).passages_of(passages.of_place(BASRA.place_id))
    assert [(group["status"], len(group["items"])) for group in groups] == [("reported", 1), (NO_EVENT, 1)]
    assert plain(groups[0]["items"][0]["pieces"]) == MET
    assert groups[0]["items"][0]["dates"] == ["10 Sep 2024"]


def test_a_sentence_shows_what_words_tell_of_the_event_and_who_takes_part(reading: Reading) -> None:
    passages = Passages(reading)
    (told,) = Pieces(passages, Filter()).passages_of(passages.of_place(BASRA.place_id))[0]["items"][0]["told"]
    assert told == {"trigger": "met", "who": "A minister → Turkish envoys"}


def test_the_card_says_where_why_and_which_of_the_mentions(reading: Reading) -> None:
    passages = Passages(reading)
    mentions = passages.of_place(BASRA.place_id)
    card = Pieces(passages, Filter()).card(mentions[1], mentions)
    assert (card["name"], card["kind"], card["sure"]) == ("Basra", "City in Iraq", "90 %")
    assert card["why"] == ["most populous of its name", "named beside Iraq"]
    assert card["relation"] is None
    assert (card["position"], card["before"], card["after"]) == ("2 of 2", mentions[0].number, None)


def test_a_card_of_a_mention_that_the_filter_hides_counts_the_others(reading: Reading) -> None:
    passages = Passages(reading)
    title, met = passages.of_place(BASRA.place_id)
    card = Pieces(passages, TALKS).card(title, [met])
    assert (card["position"], card["before"], card["after"]) == ("1 shown", None, met.number)


def test_a_long_text_is_drawn_in_part_and_says_so(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST_PASSAGES", 1)
    _, rest = Pieces(Passages(reading), Filter()).article(LABELS)
    assert rest == {"kind": "notice", "pieces": ["1 more passage: choose a place to read its own."]}


def test_a_long_list_of_sentences_stops(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST_ITEMS", 1)
    passages = Passages(reading)
    groups = Pieces(passages, Filter()).passages_of(passages.of_place(BASRA.place_id))
    assert sum(len(group["items"]) for group in groups) == 1


def test_a_place_without_a_rival_has_none(reading: Reading) -> None:
    passages = Passages(reading)
    mentions = passages.of_place(SYDNEY.place_id)
    assert Pieces(passages, Filter()).card(mentions[0], mentions)["rivals"] == []
