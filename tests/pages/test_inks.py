"""The promises of the two inks: words can be read whatever a learner picks, and the hue stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.pages._colour import darken, lighten, measure_contrast, multiply, parse_hex, parse_oklch, render_hex
from generator.pages._inks import BLACK, NIGHT, PAIRS, PAPER, WHITE, Palette, find_palette, make_palette

DAY = ["--ink-a", "--ink-a-on", "--ink-a-text", "--ink-b", "--ink-b-on", "--ink-b-text", "--ink-ab", "--b-on-a"]
NIGHTLY = ["--ink-a-night", "--ink-a-text-night", "--ink-b-night", "--ink-b-text-night"]

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
steady = settings(derandomize=True, deadline=None, max_examples=200)


def read(palette: Palette) -> dict[str, str]:
    """Read the declarations of a palette, day and night."""
    return dict(line.split(":") for line in f"{palette.day};{palette.night}".split(";"))


def any_pair(test):
    """Run a test with many pairs, the ends of the scale among them."""
    for pair in (("#ffffff", "#ffffff"), ("#000000", "#000000"), ("#ffffff", "#000000"), ("#808080", "#808080"), ("#ffff00", "#0000ff")):
        test = example(*pair)(test)
    return steady(given(colours, colours)(test))


@any_pair
def test_white_on_a_reaches_six(a, b):
    """White words on the dark ink reach 6:1, by day and by night."""
    inks = read(make_palette(a, b))
    assert measure_contrast(inks["--ink-a"], WHITE) >= 6
    assert measure_contrast(inks["--ink-a-night"], WHITE) >= 6


@any_pair
def test_black_on_b_reaches_five(a, b):
    """Black words on the light ink reach 5:1, by day and by night."""
    inks = read(make_palette(a, b))
    assert measure_contrast(inks["--ink-b"], BLACK) >= 5
    assert measure_contrast(inks["--ink-b-night"], BLACK) >= 5


@any_pair
def test_inks_as_text_can_be_read_on_paper(a, b):
    """Words in either ink reach 4.6:1 on the day's paper and 7:1 on the night's."""
    inks = read(make_palette(a, b))
    assert measure_contrast(inks["--ink-a-text"], PAPER) >= 4.6
    assert measure_contrast(inks["--ink-b-text"], PAPER) >= 4.6
    assert measure_contrast(inks["--ink-a-text-night"], NIGHT) >= 7
    assert measure_contrast(inks["--ink-b-text-night"], NIGHT) >= 7


@any_pair
def test_the_name_on_the_cover_can_be_read(a, b):
    """The name in light ink reaches 4.2:1 on the dark ink, by day and by night."""
    inks = read(make_palette(a, b))
    assert measure_contrast(inks["--b-on-a"], inks["--ink-a"]) >= 4.2
    assert measure_contrast(inks["--b-on-a"], inks["--ink-a-night"]) >= 4.2


@any_pair
def test_white_on_both_inks_reaches_seven(a, b):
    """White words where both inks are printed reach 7:1."""
    assert measure_contrast(read(make_palette(a, b))["--ink-ab"], WHITE) >= 7


@any_pair
def test_hue_is_never_touched(a, b):
    """Every ink made of a colour keeps its hue, as near as eight bits a channel allow."""
    inks = read(make_palette(a, b))
    dark, light = sorted((a, b), key=lambda colour: (parse_oklch(colour).lightness, colour))
    for source, prefix in ((dark, "--ink-a"), (light, "--ink-b")):
        for name in (prefix, f"{prefix}-text", f"{prefix}-night", f"{prefix}-text-night"):
            made, chosen = parse_oklch(inks[name]), parse_oklch(source)
            if min(made.chroma, chosen.chroma) > 0.05 and made.lightness > 0.2:
                assert abs((made.hue - chosen.hue + 180) % 360 - 180) < 4, name


@any_pair
def test_a_pair_is_the_same_in_either_order(a, b):
    """Which colour is named first makes no difference; the darker one carries white words."""
    assert make_palette(a, b) == make_palette(b, a)


@any_pair
def test_declarations_are_what_the_style_sheet_reads(a, b):
    """Day and night hold exactly the custom properties of the style sheet, and nothing that ends a rule."""
    palette = make_palette(a, b)
    assert [line.split(":")[0] for line in palette.day.split(";")] == DAY
    assert [line.split(":")[0] for line in palette.night.split(";")] == NIGHTLY
    for css in (palette.day, palette.night):
        assert re.fullmatch(r"(--[a-z-]+:#[0-9a-f]{6};?)+", css)


@steady
@given(colours)
def test_a_colour_survives_the_way_to_oklch_and_back(colour):
    """A colour of the screen comes back as it was."""
    assert render_hex(parse_oklch(colour)) == colour


@steady
@given(st.floats(0, 1), st.floats(0, 0.5), st.floats(0, 360))
def test_any_oklch_becomes_six_digits(lightness, chroma, hue):
    """Colours that no screen can show lose chroma until they can be; lightness stays but for rounding near black."""
    colour = render_hex(parse_oklch("#123456")._replace(lightness=lightness, chroma=chroma, hue=hue))
    assert re.fullmatch(r"#[0-9a-f]{6}", colour)
    if lightness > 0.15:
        assert abs(parse_oklch(colour).lightness - lightness) < 0.02


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_a_ready_pair_is_printed_nearly_as_it_stands(name):
    """The twelve pairs need no advice: their flat areas move by two steps at most."""
    palette = make_palette(*PAIRS[name])
    inks = read(palette)
    assert not palette.moved
    for chosen, made in zip(PAIRS[name], (inks["--ink-a"], inks["--ink-b"])):
        assert abs(parse_oklch(chosen).lightness - parse_oklch(made).lightness) <= 0.012


def test_there_are_twelve_pairs_and_no_two_look_alike():
    """A learner picks among twelve pairs that differ in both inks."""
    assert len(PAIRS) == 12
    assert len({a for a, _ in PAIRS.values()}) == len({b for _, b in PAIRS.values()}) == 12
    assert PAIRS["pine-and-yolk"] == ("#0f5b45", "#f5b81c")


def test_a_far_move_is_told():
    """White with white, black with black: an answer is found, and advice is due."""
    assert make_palette("#ffffff", "#ffffff").moved
    assert make_palette("#000000", "#000000").moved
    assert make_palette("#000", "#fff").moved is False


def test_known_contrasts_and_colours():
    """Contrast is WCAG's, multiply is CSS's, lightness is OKLCH's."""
    assert round(measure_contrast("#000000", "#ffffff"), 3) == 21
    assert round(measure_contrast("#777777", "#ffffff"), 2) == 4.48
    assert multiply("#ff8000", "#80ff40") == "#808000"
    red = parse_oklch("#ff0000")
    assert (round(red.lightness, 3), round(red.chroma, 3), round(red.hue, 1)) == (0.628, 0.258, 29.2)


def test_steps_stop_at_black_and_white():
    """What can never be enough ends at black or white."""
    assert darken("#f5b81c", lambda colour: False) == "#000000"
    assert lighten("#0f5b45", lambda colour: False) == "#ffffff"
    assert darken("#f5b81c", lambda colour: True) == "#f5b81c"


def test_a_palette_is_found_by_name_or_by_colours():
    """A name comes first; colours follow; what cannot be read gives the default."""
    default = make_palette(*PAIRS["brick-and-sky"])
    pine = make_palette(*PAIRS["pine-and-yolk"])
    assert find_palette("pine-and-yolk", None, default) == pine
    assert find_palette(" Pine-and-Yolk ", ("#000000", "#ffffff"), default) == pine
    assert find_palette("", ("#F5B81C", "#0f5b45"), default) == pine
    for pair, chosen in (("", None), ("no-such-pair", None), ("", ("red", "#fff")), ("", ("#12", "#fff")), ("", ("#fff;}", "#fff"))):
        assert find_palette(pair, chosen, default) is default


@pytest.mark.parametrize("text", ["", "red", "#ff", "#12345g", "#1234567", "#fff}", "#\uff11\uff12\uff13"])
def test_what_is_no_colour_is_refused(text):
    """Only three or six hexadecimal digits are a colour."""
    with pytest.raises(ValueError, match="is not a colour"):
        parse_hex(text)
