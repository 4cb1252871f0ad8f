"""Whatever colour a site takes for its own, its pages can be read in light and dark, and its signals stay signals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.palette.colours import Oklch, Rgb, measure_distance, to_oklch, to_rgb
from citewell.palette.derive import derive_palette
from citewell.palette.judge_seed import judge_seed, looks_like_signal, read_colour
from citewell.palette.names import NAMED
from citewell.palette.tokens import PAIRS, Scheme, Tokens, list_contrasts, read_theme_tokens

SEEDS = st.builds(Rgb, *(st.integers(0, 255),) * 3)


def list_broken_pairs(tokens: Tokens) -> list[str]:
    return [pair.ink for pair in PAIRS if min(list_contrasts(tokens, pair)) < pair.least]


@pytest.mark.parametrize("scheme", Scheme)
def test_the_colours_of_the_theme_hold_every_pair(scheme: Scheme):
    assert list_broken_pairs(read_theme_tokens(scheme)) == []


@given(seed=SEEDS)
def test_every_colour_that_is_taken_holds_every_pair_in_light_and_dark(seed: Rgb):
    fault = judge_seed(seed)
    taken = fault.nearest if fault else seed
    assert judge_seed(taken) is None, "what is offered instead can be had"
    for scheme in Scheme:
        tokens = {**read_theme_tokens(scheme), **derive_palette(taken, scheme)}
        assert list_broken_pairs(tokens) == []


@given(seed=SEEDS)
def test_in_the_dark_even_a_colour_that_is_refused_would_hold(seed: Rgb):
    assert list_broken_pairs({**read_theme_tokens(Scheme.DARK), **derive_palette(seed, Scheme.DARK)}) == []


@given(colour=SEEDS)
def test_a_colour_survives_the_way_to_what_people_see_and_back(colour: Rgb):
    assert to_rgb(to_oklch(colour)) == colour


def test_oklch_is_that_of_css():
    # The examples of CSS Color 4, section 9.2: green (#008000) is oklch(51.975% 0.17686 142.495).
    assert to_oklch(Rgb(0, 128, 0)) == pytest.approx((0.51975, 0.17686, 142.495), abs=0.001)
    assert to_rgb(Oklch(0.7, 0.4, 150)) == to_rgb(to_oklch(to_rgb(Oklch(0.7, 0.4, 150)))), "no screen shows it"


@pytest.mark.parametrize(
    ("written", "taken", "instead"),
    [
        ("#0e4a59", True, ""),  # the theme's own
        ("#005eb8", True, ""),
        ("darkgreen", True, ""),
        ("RebeccaPurple", True, ""),
        ("#5d4037", True, ""),  # a dull brown is not an orange
        ("#000", True, ""),
        ("#ffd400", False, "hue"),  # too pale to be read, and its dark shades are those of warnings
        ("#e30613", False, "hue"),  # an emergency
        ("#9a4700", False, "hue"),  # urgent
        ("#00ffff", False, "darker"),
        ("white", False, "darker"),
    ],
)
def test_which_colours_a_site_can_have(written: str, taken: bool, instead: str):
    seed = read_colour(written)
    assert seed is not None
    fault = judge_seed(seed)
    assert (fault is None) is taken
    if fault:
        assert looks_like_signal(seed) is (instead == "hue")
        darker = to_oklch(fault.nearest).lightness < to_oklch(seed).lightness
        assert darker or instead != "darker"
        assert measure_distance(fault.nearest, seed) < 0.5


@pytest.mark.parametrize("written", ["#12345", "blau", "rgb(1 2 3)", "#12345g", "", "0e4a59"])
def test_what_is_not_a_colour(written: str):
    assert read_colour(written) is None


def test_names_are_those_of_css():
    assert len(NAMED) == 148
    assert read_colour("Teal") == Rgb(0, 128, 128)
