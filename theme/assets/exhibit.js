/* The gallery's index. Without script it is a list of links to the pages of competencies; with script
   these give way to checkboxes over the works of the page. A classic script, so that it runs from a disk. */
(function () {
  "use strict";
  var find = function (name) { return document.querySelector("[data-ex-" + name + "]"); };
  var index = find("index"), form = find("filter"), works = find("works"), count = find("count"), empty = find("empty"), tools = find("tools");
  if (!form || !works) { return; }
  var cards = Array.prototype.slice.call(works.children);
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
  var field = tools.querySelector("input"), plain = find("plain"), whole = count.textContent;
  form.hidden = tools.hidden = false;
  if (plain && boxes.length) { plain.hidden = true; }
  if (window.matchMedia("(min-width: 60em)").matches) { index.open = true; }
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  function values(card, key) {
    var text = card.getAttribute("data-" + key) || "";
    return key === "shows" ? text.split(" ") : key === "subject" ? text.split("|") : [text];
  }
  function fits(card, chosen, words) {
    var keys = {}, all = true;
    chosen.forEach(function (box) { (keys[box.name] = keys[box.name] || []).push(box.value); });
    Object.keys(keys).forEach(function (key) {
      var own = values(card, key);
      all = all && keys[key].some(function (value) { return own.indexOf(value) >= 0; });
    });
    var text = card.getAttribute("data-words") || "";
    return all && words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  function fill(text, parts) {
    return text.replace(/\{(\w+)\}/g, function (mark, key) { return key in parts ? parts[key] : mark; });
  }
  function quote(text) { return "\u201c" + text + "\u201d"; }

  /* Says which choices exclude each other, how many each has alone, and offers to take one off. */
  function explain(chosen, term) {
    var say = function (key) { return empty.getAttribute("data-" + key); };
    var names = chosen.map(function (box) { return quote(box.getAttribute("data-words")); });
    if (term) { names.push(quote(term)); }
    var last = names.length > 1 ? fill(say("and"), { first: names.slice(0, -1).join(", "), last: names[names.length - 1] }) : names[0];
    empty.querySelector("h2").textContent = fill(say(names.length > 1 ? "both" : "none"), { names: last });
    var lines = chosen.map(function (box) {
      var n = cards.filter(function (card) { return fits(card, [box], []); }).length;
      return fill(say(n === 1 ? "has-one" : "has"), { n: n, name: quote(box.getAttribute("data-words")) });
    });
    var paragraphs = empty.querySelectorAll("p");
    paragraphs[0].textContent = lines.join(" ");
    paragraphs[1].textContent = "";
    chosen.concat(term ? [null] : []).forEach(function (box) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "ex-chip";
      button.textContent = fill(say("off"), { name: box ? quote(box.getAttribute("data-words")) : quote(term) });
      button.addEventListener("click", function () {
        if (box) { box.checked = false; box.focus(); } else { field.value = ""; field.focus(); }
        show();
      });
      paragraphs[1].appendChild(button);
    });
  }
  function show() {
    var chosen = boxes.filter(function (box) { return box.checked; });
    var term = field.value.trim(), words = term.toLowerCase().split(/\s+/).filter(Boolean), n = 0;
    cards.forEach(function (card) {
      card.hidden = !fits(card, chosen, words);
      n += card.hidden ? 0 : 1;
    });
    count.textContent = chosen.length || term ? fill(count.getAttribute("data-some"), { n: n, all: cards.length }) : whole;
    works.hidden = n === 0;
    empty.hidden = n > 0;
    if (n === 0) { explain(chosen, term); }
  }
  form.addEventListener("change", show);
  field.addEventListener("input", show);
  show();
})();
