// Four farms, one river. The river holds 100. Every summer all four take water,
// then a third of what is missing comes back, and never more than 18.
"use strict";
const byId = (id) => document.getElementById(id);
let river, year, others, harvest;

function start() {
  river = 100; year = 1; others = 5; harvest = [0, 0, 0, 0];
  byId("turn").hidden = false;
  byId("again").hidden = true;
  show("Summer 1. The river is full.");
}

function show(text) {
  byId("water").style.width = Math.max(river, 0) + "%";
  byId("state").textContent = text;
  byId("farms").innerHTML = harvest
    .map((h, i) => `<li>${i === 0 ? "You" : "Farm " + (i + 1)}<b>${h}</b>in all</li>`)
    .join("");
}

function end(text) {
  show(text);
  byId("turn").hidden = true;
  byId("again").hidden = false;
  byId("again").focus();
}

byId("take").addEventListener("input", () => { byId("shown").textContent = byId("take").value; });

byId("turn").addEventListener("submit", (event) => {
  event.preventDefault();
  const mine = Number(byId("take").value);
  const wanted = [mine, others, others, others];
  for (let i = 0; i < 4; i++) {
    const got = Math.min(wanted[i], river);
    harvest[i] += got;
    river -= got;
  }
  if (mine > others) others += 1;
  else if (mine < 5) others = Math.max(4, others - 1);
  if (river <= 0) { end(`Summer ${year}. The river is empty. Nobody did anything stupid.`); return; }
  river = Math.min(100, river + Math.min(18, Math.round((100 - river) / 3)));
  year += 1;
  if (year > 10) { end(`Ten summers, and ${river} of 100 is still there. How did you do it?`); return; }
  show(`Summer ${year}. The river has ${river} of 100. The others took ${wanted[1]} each.`);
});

byId("again").addEventListener("click", start);
start();
