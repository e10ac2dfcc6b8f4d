"""Credits of pictures. All names are made up."""

import pytest

from dashboard.articles.captions import credit_of, is_caption_label, opens_caption

# The credit stands after ¦, which is taken out of the text.
CREDITS = {
    "agency after a stop": "A soldier in Goma on July 6, 2024. ¦Jane Doe/AFP via Getty Images",
    "agency in brackets": "A soldier in Goma on July 6, 2024. ¦(Jane Doe/AFP via Getty Images)",
    "agency in brackets, no stop": "A soldier in Goma ¦(John Roe/Reuters)",
    "agency first": "A soldier in Goma. ¦REUTERS/Jane Doe",
    "agency photo": "A soldier in Goma. ¦(AP Photo/Jane Doe, File)",
    "agency photo, stop after": "A soldier in Goma. ¦(AP Photo/Jane Doe).",
    "another paper": "A soldier in Goma. ¦(Jane Doe/Goma Herald)",
    "agency alone in brackets": "A soldier in Goma. ¦(CBC)",
    "agency alone after a stop": "A soldier in Goma. ¦AFP via Getty Images",
    "photo with colon": "A soldier in Goma ¦Photo: Jane Doe",
    "photo by": "A soldier in Goma. ¦Photo by Jane Doe",
    "photograph with colon": "A soldier in Goma. ¦Photograph: Jane Doe/AFP",
    "source in brackets": "A soldier in Goma ¦(Source: Getty)",
    "courtesy": "A soldier in Goma. ¦Courtesy of the U.S. Army",
    "owner": "A soldier in Goma. ¦© Jane Doe",
    "whole line, photo": "¦Photo: Jane Doe",
    "whole line, agency": "¦AP Photo/Jane Doe",
    "whole line, copyright": "¦Image copyright AP",
    "whole line, source": "¦Image source, Reuters",
    "whole line, bank": "¦Getty Images",
}
NONE = {
    "prose": "The army left Goma on Tuesday.",
    "brackets": "The army (all of it) left Goma (and Bukavu).",
    "agency named": "The army left, the minister told Reuters.",
    "dateline": "ISLAMABAD, March 18, 2013 (AFP)",
    "dateline before the text": "Goma (CNN)",
    "courtesy in prose": "Courtesy of the army, the roads of the province are open again.",
    "photo in prose": "Photo: the president of the republic speaks in Goma on Tuesday.",
    "photo by photo": "Image by image the film shows the town",
    "two ways": "They need water and/or food",
    "regions in brackets": "The border (Iran/Iraq)",
}


@pytest.mark.parametrize("marked", CREDITS.values(), ids=CREDITS)
def test_the_credit_closes_the_caption(marked):
    text = "Before. " + marked.replace("¦", "") + "\nAfter."
    end = len(text) - len("\nAfter.")
    assert credit_of(text, 8, end) == (8 + marked.index("¦"), end)


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_there_is_no_credit(text):
    assert credit_of(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "line", ["Image caption Goma", "FILE - Goma", "FILE PHOTO: Goma", "(FILES) Goma", "File photo of Goma"]
)
def test_opens_a_caption(line):
    assert opens_caption(line)


@pytest.mark.parametrize("line", ["Images of Goma", "File a complaint", "A file photo of Goma"])
def test_opens_no_caption(line):
    assert not opens_caption(line)


@pytest.mark.parametrize(
    ("line", "is_label"), [("Image caption,", True), ("Media caption", True), ("Image caption, Goma", False)]
)
def test_a_label_says_that_the_next_line_is_a_caption(line, is_label):
    assert is_caption_label(line) is is_label
