"""The person who reviews an article or corrects it: who they are, and why they may not."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_similar_keys
from citewell.errors import ReviewRefused
from citewell.formats.terminal_text import make_visible
from citewell.model.people import Person
from citewell.reviews.reviewers import Refusal, judge_reviewer, list_missing_keys


def find_reviewer(context: ArticleContext, name: str) -> Person:
    """The person with this id, who may review the article. Raises ``ReviewRefused`` if there is none, or may not."""
    person = find_person(context, name)
    match judge_reviewer(name, None, context.article, context.people):
        case Refusal.AUTHOR:
            raise ReviewRefused(f"{person.name} wrote this article, and nobody reviews what they wrote")
        case Refusal.ROLE if person.organisation:
            raise ReviewRefused(f"{person.name} is an organisation", "name the person who reviewed the article")
        case Refusal.ROLE:
            raise ReviewRefused(
                f"content_src/people.yml does not say that {person.name} may review",
                "the publisher adds reviews: medical or reviews: lay to this person",
            )
        case Refusal.INCOMPLETE:
            missing = ", ".join(list_missing_keys(person))
            raise ReviewRefused(
                f"{person.name} needs more in content_src/people.yml for a medical review: {missing}",
                "readers are shown who reviewed an article, with their register and their interests",
            )
        case _:
            return person


def find_person(context: ArticleContext, name: str) -> Person:
    """The person with this id. Raises ``ReviewRefused`` if there is none."""
    person = context.people.get(name)
    if person is None:
        near = find_similar_keys(name, tuple(context.people))
        hint = f'did you mean "{near[0]}"?' if near else "give an id from content_src/people.yml, or add the person"
        raise ReviewRefused(f'no person has the id "{make_visible(name)}"', hint)
    return person
