// A reviewer's packet: counts the answers, keeps them in this browser, and saves them as a file. It asks no network.
"use strict";
const form = document.getElementById("packet");
const facts = form.dataset;
const texts = JSON.parse(facts.texts);
const kept = document.getElementById("kept");
const claims = [...form.querySelectorAll(".claim")];
const asked = claims.filter((claim) => "asked" in claim.dataset);
const KEY = `citewell-packet ${facts.slug}`;
let saved = true;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const choice = (claim) => claim.querySelector("input[type=radio]:checked");
const note = (claim) => claim.querySelector("textarea").value.trim();

// ---- What was answered ----

function readAnswer(claim) {
  const { claim: id, digest, text } = claim.dataset;
  return { claim: id, digest, verdict: choice(claim)?.value ?? null, note: note(claim), text };
}

function writeAnswers() {
  const day = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const head = {
    format: facts.format,
    version: Number(facts.version),
    slug: facts.slug,
    content_day: facts.contentDay,
    made: facts.made,
    by: form.elements.by.value,
    on: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    signed: form.elements.signed.checked,
    note: form.elements.summary.value.trim(),
    sections: JSON.parse(facts.sections),
  };
  const lines = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const answers = claims.map((claim) => `    ${JSON.stringify(readAnswer(claim))}`);
  return `{\n${lines.join("")}  "answers": [\n${answers.join(",\n")}\n  ]\n}\n`;
}

function showCounts() {
  const done = asked.filter(choice).length;
  for (const claim of claims) {
    claim.classList.toggle("answered", Boolean(choice(claim)));
    claim.querySelector("[data-clear]").hidden = !choice(claim);
  }
  for (const part of form.querySelectorAll(".part")) {
    const own = [...part.querySelectorAll("[data-asked]")];
    const count = part.querySelector(".count");
    count.textContent = own.length ? fill(texts.answered, { done: own.filter(choice).length, total: own.length }) : "";
  }
  const words = fill(texts.answered, { done, total: asked.length });
  const output = document.getElementById("done");
  if (output.textContent !== words) output.textContent = words;
  showMissing();
}

// The statements without an answer, as links, where the answers are saved.
function showMissing() {
  const missing = asked.filter((claim) => !choice(claim));
  const list = document.getElementById("missing");
  list.replaceChildren(
    ...missing.map((claim) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = `#${claim.id}`;
      link.textContent = claim.querySelector("h3").textContent;
      return item;
    }),
  );
  list.hidden = document.getElementById("missing-title").hidden = !missing.length;
  document.getElementById("next").hidden = !missing.length;
}

// ---- Kept in this browser ----

function keep() {
  saved = false;
  const answers = claims.map(readAnswer).filter((each) => each.verdict || each.note);
  const { by, signed, summary } = form.elements;
  const state = { by: by.value, signed: signed.checked, summary: summary.value, answers };
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
    kept.textContent = texts.kept;
  } catch {
    kept.textContent = texts.not_kept;
  }
}

// An answer is put back only where its statement is what it was.
function restore() {
  let state = null;
  try {
    state = JSON.parse(localStorage.getItem(KEY));
    kept.textContent = state ? texts.restored : texts.will_keep;
  } catch {
    kept.textContent = texts.not_kept;
  }
  if (!state || !Array.isArray(state.answers)) return;
  const { by, signed, summary } = form.elements;
  if ([...by.options].some((option) => option.value === state.by)) by.value = state.by;
  signed.checked = Boolean(state.signed);
  summary.value = state.summary ?? "";
  for (const answer of state.answers) {
    const claim = claims.find((each) => each.dataset.claim === answer.claim && each.dataset.digest === answer.digest);
    const radio = claim?.querySelectorAll("input[type=radio]") ?? [];
    for (const each of radio) each.checked = each.value === answer.verdict;
    if (claim) claim.querySelector("textarea").value = answer.note ?? "";
  }
}

function forget() {
  if (!confirm(texts.forget_sure)) return;
  form.reset();
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing to delete where nothing may be kept.
  }
  kept.textContent = texts.forgotten;
  saved = true;
  arrange("danger");
  showCounts();
}

// ---- Order ----

function arrange(order) {
  const parts = new Map([...form.querySelectorAll(".part")].map((part) => [`${part.dataset.order} ${part.dataset.group}`, part]));
  const number = (claim) => Number(claim.id.split("-").pop());
  const shown = order === "page" ? [...claims].sort((one, other) => number(one) - number(other)) : claims;
  for (const claim of shown) {
    const group = order === "page" ? claim.dataset.section : claim.dataset.danger;
    parts.get(`${order} ${group}`).append(claim);
  }
  for (const part of parts.values()) part.hidden = part.dataset.order !== order;
}

// ---- Buttons ----

function goToNext() {
  const shown = [...form.querySelectorAll("[data-asked]")]; // in the order in which they are shown now
  const here = shown.findIndex((claim) => claim.contains(document.activeElement));
  const after = [...shown.slice(here + 1), ...shown.slice(0, here + 1)].find((claim) => !choice(claim));
  after?.querySelector("h3").focus();
}

function save() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([writeAnswers()], { type: "application/json" }));
  link.download = `${facts.slug}.review.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  saved = true;
  report(fill(texts.saved, { file: link.download }));
}

function copy() {
  const box = document.getElementById("as-text");
  box.value = writeAnswers();
  box.parentElement.hidden = false;
  box.focus();
  box.select();
  report(document.execCommand("copy") ? texts.copied : texts.copy_yourself);
}

function report(words) {
  document.getElementById("outcome").textContent = words;
}

function clear(claim) {
  choice(claim).checked = false;
  keep();
  showCounts();
  claim.querySelector("input[type=radio]").focus();
}

form.addEventListener("input", (event) => {
  if (event.target.name === "order") {
    arrange(event.target.value);
  } else if (event.target.id !== "as-text") {
    keep();
  }
  showCounts();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("click", (event) => {
  const claim = event.target.closest("[data-clear]")?.closest(".claim");
  if (claim) clear(claim);
});
document.getElementById("next").addEventListener("click", goToNext);
document.getElementById("save").addEventListener("click", save);
document.getElementById("copy").addEventListener("click", copy);
document.getElementById("forget").addEventListener("click", forget);
addEventListener("beforeunload", (event) => {
  if (!saved && kept.textContent === texts.not_kept) event.preventDefault();
});
document.documentElement.classList.add("scripts");
restore();
arrange(form.elements.order.value);
showCounts();
