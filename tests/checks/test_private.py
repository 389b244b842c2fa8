"""Private data is told from figures, dates and ordinary words."""

from __future__ import annotations

import pytest

from generator.checks._names import Names, find_name
from generator.checks._private import BIRTH_DATE, EMAIL, HANDLE, PHONE, STREET

FOUND = [
    (PHONE, "Call 555-201-4477"), (PHONE, "(212) 555-0142"), (PHONE, "+44 20 7946 0958"), (PHONE, "ring us on 5550142 00"),
    (PHONE, "06 12 34 56 78"), (PHONE, "0171 2345678"), (PHONE, "1-800-555-0100"), (PHONE, "Mi móvil: 612 345 678"),
    (EMAIL, "write to ana.r@mail.example today"),
    (STREET, "at 27 Willow Bank Road"), (STREET, "221B Baker Street"), (STREET, "Calle de la Luna, 14"),
    (STREET, "in der Hauptstraße 12"), (STREET, "12 rue de la Paix"), (STREET, "430 N 5th Ave"),
    (BIRTH_DATE, "born on 12 May 2013"), (BIRTH_DATE, "My birthday is 03/04/2014"), (BIRTH_DATE, "DOB: 2013-05-12"),
    (BIRTH_DATE, "nací el 4 de mayo"),
    (HANDLE, "find me @ana_river"), (HANDLE, "my instagram is ana.river"), (HANDLE, "discord: ana#1234"),
    (HANDLE, "https://www.tiktok.com/@anariver"),
]
LEFT_ALONE = [
    (PHONE, "from 2026-10-03 to 2026-11-14"), (PHONE, "3.14159265358979"), (PHONE, "1 000 000 litres"), (PHONE, "ISBN 978-3-16-148410-0"),
    (PHONE, "readings 120 135 1420 1500"), (PHONE, "pages 100-1000"), (PHONE, "0123456789 in order"), (PHONE, "at 40.7128, -74.0060"),
    (PHONE, "The score was 21-19, 21-17"), (PHONE, "05/10/2026"), (PHONE, "RGB 255 255 255"),
    (EMAIL, "a sensor @ the bridge"),
    (STREET, "12 drives on the road"), (STREET, "We asked 40 people in the street"), (STREET, "9 dollars"), (STREET, "3 Ways to listen"),
    (BIRTH_DATE, "The idea was born in a storm"), (BIRTH_DATE, "Born free, 40 otters"), (BIRTH_DATE, "our river was born 10,000 years ago"),
    (HANDLE, "a snap of the fingers"), (HANDLE, "use `@property` here"), (HANDLE, "I was in discord with it"), (HANDLE, "9 @ 3 dollars"),
]


@pytest.mark.parametrize(("pattern", "text"), FOUND)
def test_private_data_is_found(pattern, text: str) -> None:
    """These forms are hardly anything else."""
    assert pattern.search(text)


@pytest.mark.parametrize(("pattern", "text"), LEFT_ALONE)
def test_ordinary_words_are_left_alone(pattern, text: str) -> None:
    """A piece about measurements is not held back for its figures."""
    assert not pattern.search(text)


NAMES = Names(frozenset({"garcia", "lopez", "brown", "brien", "nguyen"}), frozenset({"ana", "ben"}), ("山田",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thanks to García for the boat", "García"), ("GARCIA held it", "GARCIA"), ("López's jar", "López"), ("with O'Brien", "Brien"),
        ("Ben Brown held it", "Brown"), ("asked Mrs. Brown", "Brown"), ("山田さん", "山田"), ("(Nguyen)", "Nguyen"),
    ],
)
def test_family_names_are_found(text: str, found: str) -> None:
    """Accents, capitals, possessives and other scripts do not hide a name."""
    assert find_name(NAMES, text) == found


@pytest.mark.parametrize("text", ["Brown to the line", "The Brown River", "brown water", "lopezian", "Ana held it", "Ben saw brown"])
def test_ordinary_words_are_no_names(text: str) -> None:
    """A family name that is an ordinary word is found behind a given name or a title only."""
    assert find_name(NAMES, text) == ""


@pytest.mark.parametrize("pattern", [PHONE, EMAIL, STREET, BIRTH_DATE, HANDLE])
@pytest.mark.parametrize("unit", ["x", "1", "1.", "a_", "+1", "A ", "27 Willow ", "born ", "@", "Calle de ", "instagram is "])
def test_long_words_do_not_stall(pattern, unit: str) -> None:
    """The time a pattern takes grows with the text and not with its square: this test would not end."""
    text = unit * (200_000 // len(unit))
    found = pattern.search(text)
    assert found is None or found.end() <= len(text)
