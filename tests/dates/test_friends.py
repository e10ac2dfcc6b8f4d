"""False friends, rule by rule. Each pair is the false friend and its true neighbour; [ ] is what the rule matched."""

import pytest

from dashboard.dates.friends import is_false
from dashboard.dates.grammar import pattern
from dashboard.dates.vocabulary import fold

PAIRS = [
    ("month", "they [may] go", "in [May] they go"),
    ("month", "Mrs [May] won", "since [May] she won"),
    ("month", "the [March] on Rome", "the [March] vote"),
    ("month", "[April] Smith won", "[April 2003] was dry"),
    ("month", "John and [June] Brown", "in [June] Brown said"),
    ("month", "Dr. [August] came", "last [August] came"),
    ("month", "Radio [Mar] said", "in [Sept.] he said"),
    ("month_day", "they [may 5] go", "on [May 5] they go"),
    ("month_day", "in [June 30] people died", "on [June 30] it rained"),
    ("weekday", "[Sunday] Times readers", "[Sunday] times of prayer"),
    ("weekday", "the sales of Black [Friday]", "the sales of [Friday]"),
    ("year", "Flight [1990] crashed", "in [1990] it crashed"),
    ("year", "some [2000] people", "the [2000] games"),
    ("year", "about [1945] killed", "since [1945] nobody killed"),
    ("year", "call 555-[1990]", "from 1985-[1990]"),
    ("year", "a [1701] note", "in [1701] a note"),
    ("short_year", "rock '[82]", "since ['82]"),
    ("counted", "a [25-year]-old", "a [25-year] war"),
    ("counted", "aged [25 years]", "for [25 years]"),
    ("counted", "500 miles [an hour]", "about [an hour]"),
    ("counted", "just [a second]", "just [30 seconds]"),
    ("counted", "[a quarter] of it", "[two quarters] of growth"),
    ("counted", "expected to [last three days]", "over the [last three days]"),
    ("vague", "it is [years] old", "it took [years]"),
    ("frequency", "the [Daily] News", "the [daily] news"),
    ("quarter", "[second half] goals", "[second half of 2023]"),
    ("quarter", "the [third quarter] of the game", "the [third quarter] of 2003"),
    ("season", "[the fall] of Rome", "[the fall of 2003]"),
    ("season", "prices [fall]", "prices [last fall]"),
    ("slashed", "open [24/7]", "since [9/11]"),
    ("slashed", "lot [1/2/345]", "on [1/2/34]"),
    ("present", "[now] that it is over", "[now] it is over"),
    ("future", "as [soon] as it", "very [soon] it"),
    ("noon", "High [Noon]", "by [noon]"),
    ("day_ends", "save [the day]", "to end [the day] higher"),
]  # fmt: skip


def judge(rule: str, marked: str) -> bool:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    if rule == "short_year":
        start = text.index("'")
    folded = fold(text)
    match = pattern(rule).match(folded, start)
    assert match
    return is_false(rule, match, text, folded)


@pytest.mark.parametrize(("rule", "false", "true"), PAIRS, ids=[f"{rule}: {false}" for rule, false, _ in PAIRS])
def test_false_friend_is_told_from_its_true_neighbour(rule: str, false: str, true: str) -> None:
    assert judge(rule, false)
    assert not judge(rule, true)


def test_rule_without_false_friends_is_trusted() -> None:
    assert not judge("iso", "[2024-07-06]")
