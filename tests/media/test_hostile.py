"""Whatever is in a file, reading its facts never raises and never takes another way out."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.media import UnreadableMedium, find_medium, get_medium, read_facts
from generator.media.picture import plan_widths, render_derivatives
from generator.model.medium import MediumFacts

CALM = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _damage(data: bytes, cut: float, flips: list[tuple[float, int]]) -> bytes:
    """A file with its end missing and some bytes changed."""
    damaged = bytearray(data[: int(len(data) * cut)])
    for place, value in flips:
        if damaged:
            damaged[int(place * (len(damaged) - 1))] = value
    return bytes(damaged)


FLIPS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6)


@CALM
@given(data=st.data(), cut=st.sampled_from([1.0, 1.0, 0.99, 0.9, 0.5, 0.1, 0.01, 0.0]), flips=FLIPS)
def test_damaged_samples_never_raise(data, cut, flips, samples, tmp_path: Path) -> None:
    """Truncating or changing bytes of any sample: facts, with words wherever something is wrong."""
    name = data.draw(st.sampled_from(sorted(samples)))
    path = tmp_path / name
    path.write_bytes(_damage(samples[name], cut, flips))
    facts = read_facts(path)
    assert isinstance(facts, MediumFacts)
    assert bool(facts.problem) == bool(facts.advice)
    assert facts.problem or facts.kind
    assert 0 <= facts.seconds < 1e12 and facts.width >= 0 and facts.height >= 0


@CALM
@given(data=st.data(), cut=st.sampled_from([1.0, 0.9, 0.5]), flips=FLIPS)
def test_parts_raise_one_exception_only(data, cut, flips, samples, tmp_path: Path) -> None:
    """A part's own readers raise nothing but `UnreadableMedium` for what they claim."""
    name = data.draw(st.sampled_from(sorted(samples)))
    path = tmp_path / name
    path.write_bytes(_damage(samples[name], cut, flips))
    part = find_medium(path)
    try:
        facts = part.read_facts(path) if part else None
        if facts and hasattr(part, "read_words"):
            assert part.read_words(path, facts) is not None
    except UnreadableMedium as problem:
        assert problem.reason and problem.advice


@CALM
@given(head=st.binary(max_size=200), kind=st.sampled_from(sorted("abc")), data=st.data())
def test_random_bytes_under_any_name(head, kind, data, samples, tmp_path: Path) -> None:
    """Any bytes under any known ending, with and without a sample's first bytes."""
    name = data.draw(st.sampled_from(sorted(samples)))
    start = samples[data.draw(st.sampled_from(sorted(samples)))][:16] if kind == "a" else b""
    (tmp_path / name).write_bytes(start + head)
    assert isinstance(read_facts(tmp_path / name), MediumFacts)


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo.webp", "moving.gif"])
def test_damaged_pictures_render_or_say_why(name: str, samples, tmp_path: Path) -> None:
    """A scrambled picture gives the planned derivatives or `UnreadableMedium`, nothing else."""
    choose, path = random.Random(name), tmp_path / name
    for _ in range(150):
        flips = [(choose.random(), choose.randrange(256)) for _ in range(choose.randrange(1, 6))]
        path.write_bytes(_damage(samples[name], choose.choice([1, 1, 0.95, 0.6]), flips))
        try:
            made = render_derivatives(path, (20, 40), 1600)
        except UnreadableMedium as problem:
            assert problem.reason and problem.advice
        else:
            facts = get_medium("picture").read_facts(path)
            planned = plan_widths(facts.width, facts.height, (20, 40), 1600)
            sizes = [Image.open(io.BytesIO(made[width])).size for width in sorted(made)]
            assert sizes == list(planned)
