"""The consent rule: the table of cases, and what holds for any rows whatever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audience.consent import ConsentBook
from generator.loading import Loaded
from generator.model.office import ConsentRow, Consents, RosterRow
from tests.conftest import CONSENT_HEADER, ROSTER

CASES = yaml.safe_load((Path(__file__).parent / "consent_cases.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["promise"])
def test_consent_rule(case: dict[str, object], school: Callable[..., Loaded]) -> None:
    """Each case of `consent_cases.yml` is decided as it says, on each of its days, by the rule it names."""
    flags = [f"{'yes' if case.get(key) else 'no'}" for key in ("never_publish", "eligible")]
    roster = ROSTER.replace("active,no,no,Kingfisher", f"active,{','.join(flags)},Kingfisher")
    loaded = school({"content/office/roster.csv": roster, "content/office/consent.csv": f"{case.get('header', CONSENT_HEADER)}\n{case['rows']}"})
    book = ConsentBook(loaded.school.consents, loaded.school.roster)
    assert sorted(each.code for each in loaded.problems) == case.get("finds", [])
    for day, (allowed, rule) in case["answers"].items():  # type: ignore[attr-defined]
        decision = book.decide("ana-r", str(case.get("item", "work")), str(case.get("use", "web")), day)
        assert (decision.allowed, str(rule) in decision.rule) == (allowed, True), (day, decision)


def test_a_stranger_is_never_allowed(school: Callable[..., Loaded]) -> None:
    """An id that is not in the roster has no consent, whatever a row says."""
    found = school().school
    assert not ConsentBook(found.consents, {}).decide("ana-r", "work", "web", date(2026, 11, 1)).allowed


def test_a_row_for_nobody_names_the_nearest_ids(school: Callable[..., Loaded]) -> None:
    """The finding says who may have been meant."""
    loaded = school({"content/office/consent.csv": f"{CONSENT_HEADER}\nanna-r,web,work,no,guardian,2026-08-01,,v1,,g1\n"})
    assert "ana-r" in loaded.problems[0].hint


DAYS = st.dates(date(2026, 10, 28), date(2026, 11, 5))
DAY = date(2026, 11, 1)
ROWS = st.builds(
    ConsentRow,
    learner_id=st.just("ana-r"), use=st.just("web"), items=st.just(("work",)),
    answer=st.sampled_from(["yes", "no"]), given_by_role=st.sampled_from(["guardian", "learner", "eligible-student"]),
    given_on=DAYS, until=DAYS, withdrawn_on=st.none() | DAYS, giver=st.sampled_from(["", "g1", "g2"]),
)


def _decide(rows: list[ConsentRow], day: date, eligible: bool) -> bool:
    roster = {"ana-r": RosterRow(learner_id="ana-r", eligible=eligible)}
    return ConsentBook(Consents(rows=tuple(rows)), roster).decide("ana-r", "work", "web", day).allowed


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(ROWS, max_size=6), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_does_not_matter(rows: list[ConsentRow], dice: object, eligible: bool) -> None:
    """However the rows are sorted, the decision and its rule's side are the same."""
    shuffled = list(rows)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _decide(rows, DAY, eligible) == _decide(shuffled, DAY, eligible)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(ROWS, max_size=6), st.sampled_from(["guardian", "learner", "eligible-student"]), st.sampled_from(["", "g1", "g2"]), st.booleans())
def test_a_no_of_today_always_closes(rows: list[ConsentRow], role: str, giver: str, eligible: bool) -> None:
    """Withdrawing is as easy as giving: whoever says no today closes, whatever was said before."""
    refusal = ConsentRow(learner_id="ana-r", use="web", items=("work",), answer="no", given_by_role=role, given_on=DAY, giver=giver)  # type: ignore[arg-type]
    assert not _decide([*rows, refusal], DAY, eligible)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(ROWS, max_size=6), st.booleans())
def test_nothing_is_allowed_without_somebody_who_may_allow_it(rows: list[ConsentRow], eligible: bool) -> None:
    """A yes that holds on the day, of a guardian or an eligible student, stands behind everything allowed."""
    if _decide(rows, DAY, eligible):
        roles = {"guardian", "eligible-student"} if eligible else {"guardian"}
        assert any(row.answer == "yes" and row.given_by_role in roles and row.given_on <= DAY <= row.until for row in rows if row.until)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(ROWS, min_size=1, max_size=6), st.integers(0, 5), st.booleans())
def test_taking_a_yes_back_never_opens(rows: list[ConsentRow], which: int, eligible: bool) -> None:
    """A withdrawal written into any row leaves closed what was closed."""
    index = which % len(rows)
    taken_back = rows[index].model_copy(update={"withdrawn_on": DAY})
    if not _decide(rows, DAY, eligible):
        assert not _decide([*rows[:index], taken_back, *rows[index + 1:]], DAY, eligible)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(ROWS, max_size=6), st.booleans())
def test_rows_of_tomorrow_say_nothing_today(rows: list[ConsentRow], eligible: bool) -> None:
    """A row with a later day changes nothing before it."""
    later = [row.model_copy(update={"given_on": row.given_on + timedelta(days=30)}) for row in rows]
    assert _decide([*rows, *later], DAY, eligible) == _decide(rows, DAY, eligible)
