import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from dashboard.records import Segment, Span, Toponym
from dashboard.resolution import rank
from dashboard.resolution.features import context_features
from dashboard.resolution.rank import SHOWN, resolve
from dashboard.toponyms.recognise import recognise

DISPATCH = (
    "Pilgrims walked from Najaf to Karbala on Friday, Iraqi police said. The governor of Najaf thanked Baghdad for its help. "
    "North of there, shells fell on Altun Kupri, a town between Kirkuk and Erbil in Iraq's Kurdish region."
)
HARD_PLACES = [
    ("A fire broke out in Bangor, Maine, on Monday.", "Bangor", "geonames:4957280"),
    ("She was born in Bangor, Wales.", "Bangor", "geonames:2656397"),
    ("He moved from Paris, Texas, to Dallas.", "Paris", "geonames:4717560"),
    ("Ministers met in Paris, France said.", "Paris", "geonames:2988507"),
    ("The United States opened talks in Washington with Russia.", "Washington", "geonames:4140963"),
    pytest.param(
        *("Washington said it would not sign the treaty with Moscow.", "Washington", "geonames:4140963"),
        marks=pytest.mark.xfail(
            strict=True, reason="it may be a person, and the one other place is in another country"
        ),
    ),
    ("Washington said on Monday it would send troops to Iraq.", "Washington", "geonames:4140963"),
    ("Baghdad and Washington said the two countries had agreed.", "Washington", "geonames:4140963"),
    ("Georgia and Armenia opened the road from Tbilisi to Yerevan.", "Georgia", "geonames:614540"),
    ("Voters in Atlanta, Savannah and Macon will decide who governs Georgia.", "Georgia", "geonames:4197000"),
    ("She studies in Cambridge, Mass., near Boston.", "Cambridge", "geonames:4931972"),
    ("The train from London to Cambridge was late, British officials said.", "Cambridge", "geonames:2653941"),
    ("Police in London, Ontario, arrested two men from Toronto.", "London", "geonames:6058560"),
    ("A church in Birmingham, Ala., burned.", "Birmingham", "geonames:4049979"),
    ("Refugees crossed from Syria into Jordan, officials in Amman said.", "Jordan", "geonames:248816"),
    ("Bombs fell on Gaza and on Rafah, Palestinian doctors said.", "Gaza", None),
    ("Aid trucks entered the Gaza Strip from Egypt.", "Gaza Strip", "geonames:281132"),
    (DISPATCH, "Najaf", "geonames:98860"),
    (DISPATCH, "Karbala", "geonames:94824"),
    (DISPATCH, "Baghdad", "geonames:98182"),
    (DISPATCH, "Altun Kupri", None),
    (DISPATCH, "Kurdish region", None),
    ("The Iraqi parliament met.", "Iraqi", "geonames:99237"),
]
POINTS = {"Gaza": (31.5, 34.4), "Altun Kupri": (35.75, 44.14), "Kurdish region": (36.2, 44.2)}


def answers(text, index):
    return {answer.toponym.text: answer for answer in resolve(text, (), recognise(text, (), index), index)}


def toponyms_of(text, *names):
    starts = [(text.index(name), name) for name in names]
    return [Toponym(start, start + len(name), name, "literal") for start, name in starts]


@pytest.mark.parametrize(("text", "name", "place_id"), HARD_PLACES, ids=lambda value: value[:40] if value else "")
def test_hard_place_goes_to(text, name, place_id, index):
    place = answers(text, index)[name].place
    if place_id:
        assert place.place_id == place_id
    else:
        assert (place.lat, place.lon) == pytest.approx(POINTS[name], abs=1)


def test_a_name_that_may_be_a_persons_keeps_its_likeliest_place_as_candidate(index):
    answer = answers("Washington said it would not sign the treaty with Moscow.", index)["Washington"]
    assert answer.candidates[0].place.place_id == "geonames:4140963"


def test_a_name_is_one_place_throughout_the_text(index):
    text = "Bangor, Maine, has a port. Bangor voted on Monday."
    found = {
        answer.place.place_id
        for answer in resolve(text, (), recognise(text, (), index), index)
        if answer.toponym.text == "Bangor"
    }
    assert found == {"geonames:4957280"}


def test_two_commas_make_two_places_of_one_name(index):
    text = "He flew from Paris, Texas, to Paris, France."
    names = recognise(text, (), index)
    found = [answer.place.country for answer in resolve(text, (), names, index) if answer.toponym.text == "Paris"]
    assert found == ["US", "FR"]


def test_a_name_nobody_knows_leaves_the_others_as_they_are(index):
    text = "They drove from Xyzzyqux to Najaf."
    unknown, known = resolve(text, (), toponyms_of(text, "Xyzzyqux", "Najaf"), index, places=True)
    assert (unknown.place, unknown.relation) == (known.place, "in or near")
    assert unknown.reasons == ("no gazetteer has “Xyzzyqux”", "the text names it with Najaf")
    assert (known.place.country, known.relation) == ("IQ", None)


def test_a_name_nobody_knows_has_no_place_where_the_text_has_none(index):
    (unknown,) = resolve("Xyzzyqux", (), toponyms_of("Xyzzyqux", "Xyzzyqux"), index, places=True)
    assert (unknown.place, unknown.candidates, unknown.reasons) == (None, (), ("no known place has this name",))


def test_a_longer_phrase_has_the_candidates_of_the_name_inside_it(index):
    text = "He spoke at Baghdad technical academy."
    answer = resolve(text, (), toponyms_of(text, "Baghdad technical academy"), index, places=True)[0]
    assert answer.place.name == "Baghdad"
    assert answer.reasons[1] == "Baghdad is in its name"


def test_names_that_first_guesses_put_far_apart_are_tried_in_one_place(index):
    text = "Police in Brandon, Kensington and Alexandria closed the road to Osakis. Douglas County has more snow."
    names = toponyms_of(text, "Brandon", "Kensington", "Alexandria", "Osakis", "Douglas County")
    states = {answer.place.admin1 for answer in resolve(text, (), names, index, places=True)}
    assert states == {"US.MN"}


def test_a_copy_of_a_name_that_is_not_kept_is_not_kept(index):
    text = "Reading helps. Reading helps."
    names = [Toponym(0, 7, "Reading", "literal", 0.01), Toponym(15, 22, "Reading", "literal", 0.99, copy_of=0)]
    assert resolve(text, (), names, index) == ()


def test_at_most_five_candidates_come_best_first_with_shares_of_belief(index):
    text = "A storm hit Springfield."
    (answer,) = resolve(text, (), toponyms_of(text, "Springfield"), index, places=True)
    scores = [candidate.score for candidate in answer.candidates]
    assert len(scores) == SHOWN
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1


def test_names_in_different_segments_do_not_place_each_other(index):
    text = "Bangor,\nMaine voted."
    parts = [Segment(0, 7, "heading", (Span(0, 7),)), Segment(8, 20, "paragraph", (Span(8, 20),))]
    reasons = resolve(text, parts, toponyms_of(text, "Bangor", "Maine"), index, places=True)[0].reasons
    assert not any("Bangor" in reason for reason in reasons)


def test_no_toponyms_have_no_resolutions(index):
    assert resolve("Nothing here.", (), (), index) == ()


def test_work_grows_with_the_distinct_names_not_with_their_mentions(index, monkeypatch):
    calls = []
    monkeypatch.setattr(rank, "context_features", lambda *given: calls.append(1) or context_features(*given))

    def scored(times):
        calls.clear()
        text = "Springfield and Paris and Georgia. " * times
        resolve(text, (), recognise(text, (), index), index)
        return len(calls)

    assert scored(2000) == scored(2) > 0


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12)
TEXTS = st.text(alphabet="Paris, TexSU.'\ud800\u200bé😀\n-", min_size=80, max_size=90)


@settings(max_examples=100, deadline=None)
@for_all(TEXTS, SPANS)
def test_any_spans_of_any_text_have_one_resolution_each(index, text, spans):
    toponyms = [Toponym(start, start + size, text[start : start + size], "literal") for start, size in sorted(spans)]
    answers = resolve(text, (), toponyms, index, places=True)
    assert [answer.toponym for answer in answers] == toponyms
    assert all(0 <= answer.confidence <= 1 and len(answer.reasons) <= 4 for answer in answers)
