"""A small school without a single finding: the ground on which every rule shows its bad and good example.

Two learners, one piece made by both (owned by one, pointed at by the other) and one made alone.
The examples are read on `DAY`.
"""

from __future__ import annotations

import shutil
import zlib
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from pathlib import Path

DAY = date(2026, 10, 20)
"""The day on which the examples are checked."""

SCHOOL = "content/school.yml"
GRADUATE_PROFILE = "content/graduate_profile.yml"
ROSTER = "content/office/roster.csv"
STAFF = "content/office/staff.csv"
CONSENT = "content/office/consent.csv"
APPROVALS = "content/office/approvals.csv"
RATINGS = "content/office/ratings/ana-r.yml"
OFFICE_LEARNER = "content/office/learners/ana-r.yml"
EXHIBITION = "content/exhibitions/2026-fall.yml"
CONFERENCE_DAY = "content/conference_days/2026-11.yml"
PROMPTS = "content/prompts.yml"
RUBRIC = "content/rubrics/craft.yml"
PROFILE = "portfolios/ana-r/profile.yml"
GOAL = "portfolios/ana-r/goals/present-without-notes.yml"
SENSOR = "portfolios/ana-r/artifacts/river-sensor/artifact.yml"
CONFERENCE = "portfolios/ana-r/conferences/2026-11.yml"
REPLIES = "portfolios/ana-r/replies.yml"
POINTER = "portfolios/ben-k/artifacts/river-sensor/artifact.yml"
BRIDGE = "portfolios/ben-k/artifacts/card-bridge/artifact.yml"
SENSOR_FOLDER = "portfolios/ana-r/artifacts/river-sensor"

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAJ0lEQVR42mP4ukMGjvijXeGIVHGGYWwQJZqR"
    "xYezQaPpaDQdUcEgAA422hCusomeAAAAAElFTkSuQmCC"
)
"""A chequered PNG of 24 by 16 pixels."""

FILM = zlib.decompress(b64decode(
    "eNpjYGCQSCupLMgszs9lYGBiANG5BSZGDAyMTLn5+WUMDAw5uWUZKQwogPkFAwP3DgZGBhBCAEZUVeh8Bwa8gAmI"
    "+0qKErOBdExJNthOdkzTgPYy4LcHm72MIOIDmKuVm5KZCKSVMlJyimBqyjJTUpH1gDzOwJGbklgCAIBTGkY="
))
"""An MP4 that says of itself that it holds three seconds of film."""

SOUND = zlib.decompress(b64decode("eNoL8nRzc2FmYAh3DHNNyy1REGBgYGAEQgd5BjBmZOBgSEksSVQAqmkYBaNgFOAEAEoHlq4="))
"""A tenth of a second of silence as WAV."""

FILES: Mapping[str, str | bytes] = {
    SCHOOL: """\
name: Riverbend Community School
timezone: America/New_York
country: US
paper: letter
languages: [en, es]
grade_bands:
  - {id: elementary, title: Elementary, grades: [K, 1, 2, 3, 4, 5]}
  - {id: middle, title: Middle school, grades: [6, 7, 8]}
terms:
  - {id: 2026-fall, title: Fall 2026, starts: 2026-08-24, ends: 2026-12-18}
publishing:
  names: {public: first-initial, onsite: first-initial, family: first}
  contact: office@school.example
""",
    GRADUATE_PROFILE: """\
id: riverbend-graduate
version: "2026"
title: Portrait of a Riverbend graduate
adopted_on: 2026-08-01
levels:
  - {id: beginning, title: Beginning}
  - {id: developing, title: Developing}
  - {id: proficient, title: Proficient}
  - {id: extending, title: Extending}
competencies:
  - id: communicator
    title: Effective communicator
    kind: transferable
    summary: Says what they mean to the people it is meant for.
    indicators:
      - id: adapts-to-audience
        title: Adapts a message to its audience
        i_can:
          beginning: I can say who my audience is.
          developing: I can change my words for a different audience.
          proficient: I can plan form, words and medium for an audience and say why.
          extending: I can test a message with its audience and revise it.
  - id: maker
    title: Careful maker
    kind: habit
    rated: no
evidence_rule:
  min_pieces: 2
  min_contexts: 2
  at_level: developing
expectations:
  middle: {artifacts: 1, goals: 1, check_in_weeks: 4, reflections: 1, level: developing}
""",
    ROSTER: """\
learner_id,given_name,family_name,display_name,grade,group,adviser,cohort_year,status,never_publish
ana-r,Ana,Castellanos,Ana,7,7-blue,k-ortiz,2032,active,no
ben-k,Benjamin,Kowalczyk,Ben,7,7-blue,k-ortiz,2032,active,no
""",
    STAFF: """\
staff_id,name,role,email,active
k-ortiz,Ms Ortiz,adviser,k-ortiz@school.example,yes
m-lindqvist,Mr Lindqvist,office,office@school.example,yes
""",
    CONSENT: """\
learner_id,use,items,answer,given_by_role,given_on,until,notice_version,withdrawn_on
ana-r,web,work name words,yes,guardian,2026-09-01,2027-06-30,2026,
ben-k,web,work words,yes,guardian,2026-09-01,2027-06-30,2026,
""",
    APPROVALS: "item,edition,revision,approved_by,approved_on\n",
    RATINGS: """\
- id: r1
  indicator: communicator/adapts-to-audience
  artifact: ana-r/river-sensor
  level: proficient
  rater: k-ortiz
  rater_kind: adviser
  purpose: interim
  rated_on: 2026-10-12
  released_on: 2026-10-14
  noted: A poster for the fishers, a table for the council.
  feedback:
    next: Ask one of the fishers what is still unclear.
""",
    OFFICE_LEARNER: """\
guardians:
  - {relation: grandmother, may_receive: yes, may_consent: yes, language: es, interpreter: yes}
""",
    EXHIBITION: """\
title: Water we know
mode: night
opens: 2026-12-03
closes: 2026-12-17
teardown: 2026-12-20
coordinator: k-ortiz
sessions:
  - {id: opening, starts: 2026-12-03T17:00, ends: 2026-12-03T19:00, title: Opening night}
rooms:
  - id: gym
    title: Gym
    step_free: yes
    stations:
      - {id: g1, needs: [wall, power]}
  - {id: library, title: Library, step_free: yes}
placements:
  - {artifact: ana-r/river-sensor, station: gym/g1, order: 1, session: opening, presenters: [ana-r]}
""",
    CONFERENCE_DAY: """\
days: [2026-11-12]
adviser_times:
  - {adviser: k-ortiz, windows: [{starts: 2026-11-12T16:00, ends: 2026-11-12T19:00}]}
rooms: [Room 12]
tables:
  - {id: t3, room: Room 12}
families:
  - {learners: [ana-r], language: es, interpreter: yes}
fixed:
  - {learner: ana-r, starts: 2026-11-12T17:20, table: t3}
""",
    PROMPTS: """\
- {id: surprise, use: reflection, block: surprise-and-next, band: middle, language: en, text: What surprised me?}
""",
    RUBRIC: """\
id: craft
title: Craft
criteria:
  - {id: care, title: Made with care}
""",
    PROFILE: """\
public_id: k7f3q2xw
about_me: |
  I ask questions until somebody draws it for me.
strengths:
  - I notice small changes
interests:
  - text: rivers
    since: 2026-01-10
photo:
  file: me.png
  alt: Ana looking at a jar of water
  audience: family
cover: river-sensor
proud_of:
  artifact: river-sensor
  because: A man who fishes there put my poster right.
inks: {a: "#0f5b45", b: "#f5b81c"}
audience: public
""",
    "portfolios/ana-r/me.png": PICTURE,
    GOAL: """\
title: Present to strangers without reading
kind: academic
indicators: [communicator/adapts-to-audience]
why_it_matters: The fishers looked at my paper, not at me.
measure: Minutes without looking down, counted by Ben.
due: 2026-12-03
first_step: Record myself once.
status: active
supports:
  - {who: Ms Ortiz, what: listens to a rehearsal, by: 2026-11-05}
check_ins:
  - on: 2026-10-02
    where_am_i: Two minutes.
    evidence: [river-sensor]
    next_step: Try with grade 3
""",
    SENSOR: """\
public_id: 9xw2m4cq
title: How muddy is our river?
kind: product
made_on: 2026-10-03
summary: A sensor for 9 dollars, and six weeks of readings.
subjects: [science]
setting: community
work_mode: pair
rubric: craft
audience: public
makers:
  - learner_id: ana-r
    role: sensor and calibration
    contribution: I built the case and the three test jars.
  - learner_id: ben-k
    role: readings
media:
  - file: sensor.png
    alt: A hand holding a sensor above brown water
    shows: []
  - link: https://example.org/data
    title: The readings
drafts:
  - file: draft-1.png
    alt: First sketch of the case
    made_on: 2026-09-12
    shows: []
  - file: draft-2.png
    alt: Second case, with a rubber ring
    made_on: 2026-09-28
    changed: Made it waterproof
    because: The first one drowned
    shows: []
evidence:
  - indicator: communicator/adapts-to-audience
    level: developing
    because: I made a poster for the fishers and a table for the council.
reflection:
  protocol: describe-examine-learn
  answers:
    describe: We measured the river from the bridge on forty-one days.
    examine: The readings jump on Tuesdays, when the dredger runs.
    learn: I check a sensor in clean water before I believe it.
  cites: [draft-2.png]
feedback:
  - from: adviser
    by: k-ortiz
    on: 2026-09-20
    now: The table is easy to read.
    next: Say in one line what a high number means.
goals:
  - id: present-without-notes
    because: The council asked me to explain it.
label:
  title: How muddy is our river?
  statement: >
    Every Tuesday the river turns the colour of milk tea. We wanted to know why. From the bridge we
    lowered a sensor that shines light through the water and counts what comes out on the other
    side. Forty-one days of readings later the answer is plain. Look at the jars and find the one
    that was filled on a Tuesday.
""",
    f"{SENSOR_FOLDER}/sensor.png": PICTURE,
    f"{SENSOR_FOLDER}/draft-1.png": PICTURE,
    f"{SENSOR_FOLDER}/draft-2.png": PICTURE,
    f"{SENSOR_FOLDER}/talk.mp4": FILM,
    f"{SENSOR_FOLDER}/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:03.000\nThis jar was filled on a Tuesday.\n",
    f"{SENSOR_FOLDER}/sound.wav": SOUND,
    f"{SENSOR_FOLDER}/sound.md": "Water running, then the beep of the sensor.\n",
    CONFERENCE: """\
type: student-led
starts: 2026-11-12T17:20
length_min: 25
place: Room 12, table 3
language: es
interpreter: {needed: yes, booked: yes}
attendees:
  - {name: Abuela, relation: grandmother, confirmed: yes}
selected:
  - {as: pride, artifact: river-sensor}
  - {as: growth, artifact: river-sensor, drafts: [draft-1.png, draft-2.png]}
  - {as: struggle, artifact: river-sensor}
  - {as: skill, artifact: river-sensor, indicator: communicator/adapts-to-audience}
agenda:
  - {block: welcome, minutes: 5}
  - {block: pride, minutes: 15}
  - {block: commitments, minutes: 15}
commitments:
  - {id: c1, who: learner, what: Practise with grade 3, by: 2026-11-26, goal: present-without-notes}
""",
    REPLIES: """\
- rating: r1
  text: I asked one of the fishers.
  on: 2026-10-16
""",
    "portfolios/ben-k/profile.yml": """\
public_id: t4h8zr2m
about_me: I like things that hold more than they weigh.
""",
    "portfolios/ben-k/goals/finish-early.yml": """\
title: Finish a day early
kind: habit
measure: Days left when I hand in.
due: 2026-11-20
first_step: Write the last day in my planner.
check_ins:
  - {on: 2026-10-09, where_am_i: One of two pieces., next_step: Start on Mondays}
""",
    POINTER: """\
shared_from: ana-r/river-sensor
role: readings
contribution: I read the sensor every morning before school.
audience: public
evidence:
  - indicator: maker
    because: I missed one day in six weeks and wrote down why.
reflection:
  protocol: used-to-think
  answers:
    used_to_think: One reading is enough.
    now_i_think: One reading is a guess.
""",
    BRIDGE: """\
public_id: b6n3vx8d
title: A bridge of card
kind: product
made_on: 2026-09-18
summary: It weighs 40 grams and holds a brick.
media:
  - {file: bridge.png, alt: A brick on a bridge of folded card}
evidence:
  - {indicator: maker, because: I folded each beam three times until two were equal.}
""",
    "portfolios/ben-k/artifacts/card-bridge/bridge.png": PICTURE,
}
"""Path below the school's folder to what stands in the file."""


def change(path: str, *pairs: str) -> dict[str, str | bytes]:
    """Give an overlay in which one file of the example school says `new` instead of `old`.

    `pairs` are old and new in turn; raises `ValueError` where an old text does not stand there once.
    """
    text = FILES[path]
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        if not isinstance(text, str) or text.count(old) != 1:
            raise ValueError(f"{path} does not say once: {old!r}")
        text = text.replace(old, new)
    return {path: text}


def append(path: str, more: str) -> dict[str, str | bytes]:
    """Give an overlay in which one file of the example school goes on with `more`."""
    return {path: f"{FILES.get(path, '')}{more}"}


def keep(path: str) -> dict[str, str | bytes]:
    """Give an overlay that leaves a file of the example school as it is: the good example."""
    return {path: FILES[path]}


def write_example(root: Path, overlay: Mapping[str, str | bytes] | None = None, without: tuple[str, ...] = ()) -> None:
    """Write the example school below `root`, then lay `overlay` over it.

    `without` names files or folders that are taken away. Raises `OSError` where nothing can be written.
    """
    for path, content in {**FILES, **(overlay or {})}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    for path in without:
        if (root / path).is_dir():
            shutil.rmtree(root / path)
        else:
            (root / path).unlink()
