"""The project's own labelled sentences."""

from benchmarks.fitting.own import own_sentences


def test_marks_are_taken_out_of_the_text_and_kept_as_spans() -> None:
    (sentence,) = (one for one in own_sentences() if one.text == "He flew from Doha to Muscat.")
    assert [sentence.text[start:end] for start, end in sentence.spans] == ["Doha", "Muscat"]
    assert sentence.use == "literal"


def test_every_sentence_has_a_name_and_no_mark_is_left() -> None:
    assert all(sentence.spans and "[" not in sentence.text for sentence in own_sentences())


def test_all_uses_are_there() -> None:
    assert {sentence.use for sentence in own_sentences()} == {"associative", "literal", None}
