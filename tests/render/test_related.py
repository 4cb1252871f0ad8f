"""What stands at the end of an article: what its editors named, then what shares the rarest topics and references."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.content import Results
from tests.growth import assert_linear
from tests.render.samples import built, cited_in, document, html, words

from citewell.model.facts import Card
from citewell.model.site import Settings, Site
from citewell.render.related import MOST, RelatedIndex, asks
from citewell.source.load import Content


def text(title: str, topics: str = "", cites: str = "", **front: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    body = " ".join(f"So it is. [@{key}]" for key in cites.split())
    return f"---\ntitle: {title}\ntopics: [{topics}]\n{lines}---\n\n{body or 'x'}\n"


def lists(articles: dict[str, str], slug: str) -> tuple[list[str], list[str]]:
    """The titles in the two lists of an article's page."""
    page = html(built(articles)[f"articles/{slug}/"])
    return words(page, "[aria-labelledby=related-questions] li"), words(page, "[aria-labelledby=related-articles] li")


def test_nearest_first_rare_before_common_and_ties_by_title():
    articles = {
        "own": text("Own?", "back pain", "everybody rare"),
        "rare": text("Z shares the rare study?", "x", "everybody rare"),
        "topic": text("Y shares the topic?", "Back Pain", "everybody"),
        "b": text("B shares what everybody cites?", "x", "everybody"),
        "a": text("A shares what everybody cites?", "x", "everybody"),
        "none": text("Shares nothing?", "y", "alone"),
    }
    questions, others = lists(articles, "own")
    assert questions == [
        *("Y shares the topic?", "Z shares the rare study?"),
        *("A shares what everybody cites?", "B shares what everybody cites?"),
    ]
    assert others == []
    assert lists(articles, "none") == ([], [])


def test_questions_and_articles_are_two_lists_that_never_repeat_each_other():
    titles = ["Is it a lump?", "“Is it?”", "What a lump is", "Lumps and bumps"]
    articles = {f"a{n}": text(f"'{title}'", "lump") for n, title in enumerate(titles)}
    assert lists(articles, "a0") == (["“Is it?”"], ["Lumps and bumps", "What a lump is"])
    named = {**articles, "own": text("Own", "lump", related_articles="[a0]", related_questions="[a2, a0]")}
    assert lists(named, "own") == (
        ["What a lump is", "Is it a lump?", "“Is it?”"],
        ["Lumps and bumps"],
    )


def test_what_editors_name_comes_first_and_is_filled_up():
    articles = {f"a{n}": text(f"Question {n}?", "lump") for n in range(9)}
    own = text("Own?", "lump", related_questions="[far, a7]")
    far = text("Far away?", "other")
    assert lists({**articles, "own": own, "far": far}, "own")[0] == [
        *("Far away?", "Question 7?", "Question 0?", "Question 1?", "Question 2?")
    ]
    more = text("Own?", "lump", related_questions=f"[{', '.join(f'a{n}' for n in range(8, -1, -1))}]")
    assert lists({**articles, "own": more}, "own")[0] == [f"Question {n}?" for n in range(8, -1, -1)]


def test_an_empty_list_stays_empty_and_one_article_can_be_left_out():
    articles = {f"a{n}": text(f"Question {n}?", "lump") for n in range(3)} | {"b": text("Lumps", "lump")}
    none = text("Own?", "lump", related_questions="[]")
    assert lists({**articles, "own": none}, "own") == ([], ["Lumps"])
    without = text("Own?", "lump", not_related="[a1, b]")
    assert lists({**articles, "own": without}, "own") == (["Question 0?", "Question 2?"], [])


def test_only_what_readers_can_read_is_listed():
    gone = {"status": "withdrawn", "withdrawn": "{date: 2026-01-01, reason: Old.}"}
    articles = {
        "draft": text("A draft?", "lump", "study", status="draft"),
        "gone": text("Gone?", "lump", "study", **gone),
        "own": text("Own?", "lump", "study", related_questions="[draft, gone]"),
    }
    assert lists(articles, "own") == ([], [])


Shape = tuple[bool, list[int], list[int]]
SHAPES = st.tuples(st.booleans(), st.lists(st.integers(0, 3), max_size=3), st.lists(st.integers(0, 6), max_size=5))


def cards(shapes: list[Shape], own: dict[str, str] | None = None) -> list[Card]:
    written = [
        document(
            text(
                f"'Title {n:04}{'?' if question else ''}'",
                ", ".join(f"topic {each}" for each in topics),
                " ".join(f"key-{each}" for each in keys),
                **(own or {} if n == 0 else {}),
            ),
            slug=f"a{n}",
        )
        for n, (question, topics, keys) in enumerate(shapes)
    ]
    content = Content(Site(Settings(), cited_in(*written)), tuple(written), ())
    return list(Results(content).facts.documents)


@settings(max_examples=60)
@given(st.lists(SHAPES, min_size=1, max_size=12), st.lists(st.integers(0, 11), max_size=4, unique=True))
def test_two_lists_without_repeats_of_the_right_kind_and_length(shapes, named):
    articles = cards(shapes, {"related_questions": f"[{', '.join(f'a{n}' for n in named)}]"})
    near = RelatedIndex(articles)
    for each in articles:
        found = near.related(each)
        slugs = [other.slug for other in (*found.questions, *found.articles)]
        assert len(slugs) == len(set(slugs))
        assert each.slug not in slugs
        assert all(not asks(other) for other in found.articles)
        by_hand = [f"a{n}" for n in named if each.slug == "a0" and 0 < n < len(shapes)]
        assert slugs[: len(by_hand)] == by_hand
        assert all(asks(other) for other in found.questions[len(by_hand) :])
        assert max(len(found.questions) - max(MOST, len(by_hand)), len(found.articles) - MOST) <= 0
        own = keys_and_topics(each)
        assert all(own & keys_and_topics(other) for other in found.questions[len(by_hand) :])


def keys_and_topics(each: Card) -> set[str]:
    return {entry.key for entry in each.entries} | {topic.text for topic in each.topics}


@settings(max_examples=40)
@given(st.lists(SHAPES, min_size=2, max_size=8))
def test_sharing_one_thing_more_never_makes_an_article_less_near_than_its_equal(shapes):
    """Two articles alike in all but one: the one that also shares what the reader's article has comes first."""
    _, topics, keys = shapes[0]
    twins = [(True, topics, [*keys, 50]), (True, topics, keys), (True, topics, [*keys, 50])]
    articles = cards([*twins, *[(False, each[1], each[2]) for each in shapes[1:]]])
    found = [other.slug for other in RelatedIndex(articles).related(articles[0]).questions]
    assert found[0] == "a2"
    assert found == ["a2", "a1"] if topics or keys else found == ["a2"]


def test_the_size_of_a_site_decides_and_not_its_square():
    shapes: list[Shape] = [
        (True, [0, n % 40], [0, 1, 2, *(3 + (n * k) % 997 for k in range(1, 9))]) for n in range(2000)
    ]
    articles = cards(shapes)

    def relate(size: int) -> None:
        near = RelatedIndex(articles[:size])
        assert all(len(near.related(each).questions) == MOST for each in articles[:size])

    assert_linear(relate, 500, largest=500)
