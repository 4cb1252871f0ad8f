"""How the words of a page differ from those of a quote, as an editor reads it."""

from __future__ import annotations

from citewell.citations.quote_difference import describe_difference


def test_the_difference_is_said_in_plain_words():
    assert describe_difference("may take 4 weeks", "may take 6 weeks") == (
        'the page says "may take [6] weeks", the quote "may take [4] weeks"'
    )
    assert (
        describe_difference("it is not rare", "it is rare")
        == 'the page says "it is rare", the quote "it is [not] rare"'
    )
    assert describe_difference("it “is” rare", 'it "is" rare.') == ""
    assert describe_difference("may take 4 weeks", "may take 6 weeks", "the words looked up last were").startswith(
        'the words looked up last were "may take [6] weeks", the quote'
    )
    assert describe_difference("a b", "") == 'the page says nothing like "a b"'
    long = [f"w{number}" for number in range(30)]
    other = [*long[:15], "other", *long[16:]]
    assert describe_difference(" ".join(long), " ".join(other)) == (
        'the page says "… w10 w11 w12 w13 w14 [other] w16 w17 w18 w19 w20 …", '
        'the quote "… w10 w11 w12 w13 w14 [w15] w16 w17 w18 w19 w20 …"'
    )
