// What scripts add to a page of text: previews of sources and terms, the way back to where the reader was, the panel with
// the evidence for a statement, and a memory for the switch that shows it. Without scripts every mark is a link to its source, and letters there lead back.
// There is no text here: all words come from the page. Nothing is fetched; only that switch is stored, once it is used.
"use strict";

/** The mark or source whose address was opened; their ids are never encoded. @returns {?HTMLElement} */
const landed = () => document.getElementById(location.hash.slice(1));

/** The last thing a reader did: the name of a key, or "mouse", "pen", "touch"; until then as if by keyboard, but where
 * a link of another page has led: browsers focus that of themselves. @type {string} */
let hand = landed() ? "" : "Tab";
addEventListener("keydown", ({ key }) => { hand = key; }, true);
addEventListener("pointerdown", ({ pointerType }) => { hand = pointerType; }, true);

/** Whether a click follows its link in this window. @param {MouseEvent} click */
const isPlain = (click) =>
  !(click.defaultPrevented || click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey);

/** The list of sources; it has the words of the links that are made here. @type {?HTMLElement} */
const sources = document.querySelector(".sources");

// ---- Previews (WCAG 2.2, 1.4.13: Escape closes it, the pointer may move onto it, it stays until left)

const MARKS = "a.cite, a.term";
const GAP = 6, MARGIN = 16, LEAST = 96; // CSS pixels: from the mark, from the edges of the window; the least height
const OPEN_AFTER = 150, CLOSE_AFTER = 300; // milliseconds: a pointer that only passes; the way across the gap

/** The one preview. While it is open, it is right after its mark, in reading order and in that of Tab.
 * It is drawn in the top layer, so nothing cuts it off and nothing moves. */
const glance = Object.assign(document.createElement("div"), { className: "glance", popover: "manual", role: "group" });
/** The mark whose preview is open. @type {?HTMLAnchorElement} */
let owner = null;
/** Whether it was opened by keyboard: then it stays while the reader is there, whatever the pointer does. */
let stays = false;
let waiting = 0;

/** Do something soon, unless something else comes first. @param {number} time @param {() => void} then */
const soon = (time, then) => { clearTimeout(waiting); waiting = setTimeout(then, time); };

/** A paragraph with copies of nodes. @param {string} name @param {Iterable<Node>} nodes */
const line = (name, nodes) => {
  const made = Object.assign(document.createElement("p"), { className: name });
  made.append(...[...nodes].map((node) => node.cloneNode(true)));
  return made;
};

/** A paragraph with a link. @param {string} name @param {string} textContent @param {string} href */
const linkLine = (name, textContent, href) =>
  line(name, [Object.assign(document.createElement("a"), { href, textContent })]);

/** What the list of sources says of one use of a source. @param {Element} letter leads to the use */
const readUse = (letter) => {
  const entry = letter.closest("li"), quote = entry.querySelectorAll("blockquote")[letter.dataset.quote];
  const mark = document.getElementById(letter.hash.slice(1)), open = mark?.nextElementSibling === glance;
  const after = (open ? glance : mark)?.nextElementSibling;
  return {
    href: `#${entry.id}`,
    intent: after?.matches(".intent") ? [...after.childNodes] : [],
    number: [...entry.parentElement.children].indexOf(entry) + 1,
    notices: [...entry.querySelectorAll(".said")].map((notice) => line(notice.className, notice.childNodes)),
    title: entry.querySelector(".entry :is(a, .title):not(.said *)").childNodes,
    where: entry.querySelectorAll(".where"),
    kind: entry.querySelectorAll(".badge"),
    year: entry.querySelector(".facts").dataset.year,
    people: entry.querySelectorAll(".people > span"),
    quote: quote ? [quote, quote.nextElementSibling] : [],
    check: entry.querySelectorAll(".status > *"),
  };
};

/** The same for a preview, gravest first. @param {Element} letter */
const aboutUse = (letter) => {
  const { href, number, intent, notices, title, where, kind, people, quote, check } = readUse(letter);
  return [
    ...(intent.length ? [line("intent", intent)] : []),
    ...notices,
    line("title", title),
    line("where", where),
    line("facts", [...kind, ...people, ...check]),
    ...quote.map((part) => part.cloneNode(true)),
    linkLine("see", sources.dataset.see.replace("{number}", number), href),
  ];
};

/** What a term means. @param {HTMLAnchorElement} term */
const aboutTerm = (term) => {
  const plain = document.createTextNode(term.dataset.plain);
  return [line("title", term.childNodes), line("plain", [plain]), linkLine("see", term.dataset.see, term.href)];
};

/** The letters of the uses that a mark shows: the dash of a range stands for several. @param {HTMLAnchorElement} mark */
const lettersOf = (mark) =>
  [mark, ...mark.querySelectorAll("[id]")].map(({ id }) => sources?.querySelector(`.letters [href="#${id}"]`)).filter(Boolean);

/** What there is to show for a mark: first how sure its statement is. @param {HTMLAnchorElement} mark */
const about = (mark) => {
  if (mark.matches(".term")) return [aboutTerm(mark)];
  const parts = lettersOf(mark).map(aboutUse);
  parts[0]?.unshift(...certaintyOf([mark]));
  return parts;
};

/** How sure the statement with some marks is, where its source says so. @param {HTMLAnchorElement[]} marks */
const certaintyOf = (marks) => {
  const said = marks.map((mark) => mark.closest(".cites")?.querySelector(":scope > .certainty")).find(Boolean);
  return said ? [line("certainty", said.childNodes)] : [];
};

/** Below the mark, or above it where there is more room; inside the window, never over the mark. */
const place = () => {
  const mark = owner.getBoundingClientRect(), { clientWidth, clientHeight } = document.documentElement;
  glance.style.maxBlockSize = "";
  const { width, height } = glance.getBoundingClientRect();
  const below = clientHeight - mark.bottom - 2 * GAP, above = mark.top - 2 * GAP;
  const isBelow = height <= below || below >= above;
  const used = Math.min(height, Math.max(LEAST, isBelow ? below : above));
  const start = getComputedStyle(owner).direction === "rtl" ? mark.right + MARGIN - width : mark.left - MARGIN;
  const left = Math.max(MARGIN, Math.min(start, clientWidth - MARGIN - width));
  const top = isBelow ? mark.bottom + GAP : mark.top - GAP - used;
  Object.assign(glance.style, { maxBlockSize: `${used}px`, left: `${left + scrollX}px`, top: `${top + scrollY}px` });
};

/** Close the preview. A reader who was in it is back at its mark. */
const close = () => {
  clearTimeout(waiting);
  const mark = owner, wasInside = glance.contains(document.activeElement);
  owner = null;
  stays = false;
  if (wasInside) mark.focus({ preventScroll: true });
  glance.remove();
};

/** Open the preview of a mark. @param {HTMLAnchorElement} mark */
const open = (mark) => {
  if (mark === owner) return place();
  close();
  const parts = about(mark);
  if (!parts.length) return;
  owner = mark;
  glance.replaceChildren(...parts.map((lines) => {
    const part = document.createElement("div");
    part.append(...lines.filter((each) => each.hasChildNodes()));
    return part;
  }));
  glance.ariaLabel = [...glance.querySelectorAll(".title")].map((title) => title.textContent).join(". ");
  mark.after(glance);
  glance.showPopover();
  place();
  // One stop of Tab at each mark is enough where the mark leads to the same place; what scrolls needs one within.
  const [link, ...others] = glance.querySelectorAll(".see a");
  if (!others.length && glance.scrollHeight <= glance.clientHeight) link.tabIndex = -1;
};

/** Whether something belongs to the open preview. @param {EventTarget} node */
const isOpenAt = (node) => owner !== null && (owner.contains(node) || glance.contains(node));

/** The pointer has left: close soon, unless a reader came by keyboard and is still there. */
const leave = () => soon(CLOSE_AFTER, () => { if (!stays || !isOpenAt(document.activeElement)) close(); });

/** The mark that the pointer was moved onto, and where the pointer is. @type {?HTMLAnchorElement} */
let pointed = null;
let spot = "";

if ("popover" in HTMLElement.prototype) {
  addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    pointed = null;
    if (pointerType === "touch" || buttons) return;
    if (isOpenAt(target)) clearTimeout(waiting);
    else leave();
  });
  // Only a hand opens a preview: a page that jumps or scrolls brings marks below a pointer that rests.
  addEventListener("pointermove", ({ target, pointerType, buttons, clientX, clientY }) => {
    const mark = target.closest(MARKS), now = `${clientX} ${clientY}`, isAtRest = now === spot;
    spot = now;
    if (pointerType === "touch" || buttons || isAtRest || mark === pointed) return;
    pointed = mark;
    if (mark && !isOpenAt(mark)) soon(OPEN_AFTER, () => open(mark));
  });
  document.documentElement.addEventListener("pointerleave", leave);
  // By Tab only: screen readers move the focus along while they read, and a reader who came back needs no preview.
  addEventListener("focusin", ({ target }) => {
    if (hand === "Tab" && target.matches(MARKS)) {
      open(target);
      stays = owner === target;
    } else if (!isOpenAt(target)) close();
  });
  addEventListener("keydown", ({ key }) => { if (key === "Escape") close(); });
  addEventListener("pointerup", ({ target }) => { if (!isOpenAt(target)) close(); });
  // The first tap shows the preview, the second follows the link. Mouse and keyboard follow it at once.
  addEventListener("click", (click) => {
    const mark = click.target.closest(MARKS);
    if (!mark || hand !== "touch" || mark === owner) return;
    open(mark);
    if (mark === owner) click.preventDefault();
  });
  addEventListener("resize", () => { if (owner) place(); });
  addEventListener("pagehide", () => { // a browser that keeps the page would show it again after Back
    hand = "";
    close();
  });
  addEventListener("scroll", ({ target }) => { if (owner && target !== document && target !== glance) place(); }, true);
}

// ---- The way back. The history of the tab remembers it, so it outlasts other jumps, other sites and a reload.

/** Go to a source. The place that is left gets a note for the browser's Back, and loses what its address landed on:
 * with that, Back would lead there, and a second visit to the same source would be no step of its own.
 * @param {HTMLAnchorElement} mark @param {string} hash */
const follow = (mark, hash) => {
  const { top } = mark.getBoundingClientRect();
  history.replaceState({ reading: mark.id }, "", location.pathname + location.search);
  location.hash = hash;
  history.replaceState({ from: mark.id, top }, "");
  offerWayBack();
};

/** Go back to a mark by its address, which highlights it, and show it as high in the window as it was.
 * @param {HTMLElement} mark @param {number} top */
const goBack = (mark, top) => {
  location.hash = mark.id;
  const now = mark.getBoundingClientRect();
  scrollBy(0, now.top - Math.min(top, innerHeight - now.height)); // a window that was turned may be less high
  mark.focus({ preventScroll: true });
};

/** Show in the source that was reached the link back to where the reader was. */
const offerWayBack = () => {
  const uses = landed()?.querySelector(".uses"), mark = document.getElementById(history.state?.from);
  if (!uses || !mark) return;
  const { top } = history.state;
  if (!uses.previousElementSibling?.matches(".back")) uses.before(linkLine("back", sources.dataset.back, ""));
  const link = uses.previousElementSibling.firstChild;
  link.href = `#${mark.id}`;
  link.onclick = (click) => {
    if (!isPlain(click)) return;
    click.preventDefault();
    goBack(mark, top);
  };
};

addEventListener("click", (click) => {
  const link = click.target.closest("a.cite, .glance .see a, .proof .source a");
  const mark = glance.contains(link) ? owner : document.getElementById(link?.dataset.mark)?.closest("a") ?? link;
  if (!mark?.matches(".cite") || !isPlain(click)) return;
  click.preventDefault();
  close();
  follow(mark, link.hash);
});

// After Back and Forward, too, Tab goes on from where the reader is: from the mark, or from within the source.
addEventListener("popstate", () => {
  const mark = document.getElementById(history.state?.reading) ?? landed()?.closest("a.cite");
  const wasElsewhere = document.activeElement !== document.body && !landed()?.contains(document.activeElement);
  hand = "";
  offerWayBack();
  (mark ?? (wasElsewhere ? landed()?.querySelector("a") : null))?.focus({ preventScroll: true });
});
offerWayBack();

// ---- The evidence view. Its lines work by themselves, in the style sheet. Here its switch is remembered, the kind of each
// line is said after its statement, and one statement at a time has a panel with its evidence: beside the text where there
// is room, else below its paragraph. What it says of a source is taken from the list of sources.

/** @type {?HTMLInputElement} */
const evidence = document.querySelector("#evidence");
const KEPT = "citewell.evidence";
const BLOCKS = "p, li, td, th, dd, dt, figcaption, caption, h2, h3, h4";
const WORDS = 60; // letters of a statement in the title of its panel

/** @typedef {{block: Element, spans: HTMLElement[], marks: HTMLAnchorElement[], button: ?HTMLButtonElement}} Statement */

/** Every statement of the article, with the marks in it and after it. @returns {Statement[]} */
const findStatements = () => {
  const found = [];
  for (const node of document.querySelectorAll("article :is(.claim, .cites):not(.legend *)")) {
    const last = found.at(-1), block = node.closest(BLOCKS), isHere = last?.block === block;
    if (node.matches(".claim")) {
      if (isHere && last.spans.at(-1).matches(".part")) last.spans.push(node);
      else found.push({ block, spans: [node], marks: [], button: null });
    } else if (isHere) last.marks.push(...node.querySelectorAll("a.cite"));
  }
  return found;
};
const statements = evidence ? findStatements() : [];

/** The statement whose panel is open, and the panel. @type {?{statement: Statement, proof: HTMLElement}} */
let shown = null;

/** The name that the legend gives to how a statement is supported. @param {Statement} statement */
const supportOf = ({ spans }) => document.querySelector(`.legend .${spans[0].classList[1]}`);

/** The first words of a statement. @param {Statement} statement */
const wordsOf = ({ spans }) => {
  const copies = spans.map((span) => span.cloneNode(true));
  for (const copy of copies) for (const hidden of copy.querySelectorAll(".vh, .meaning")) hidden.remove();
  const words = copies.map((copy) => copy.textContent).join(" ").replace(/\s+/g, " ");
  return words.length > WORDS ? `${words.slice(0, WORDS).replace(/\s\S*$/, "")} …` : words;
};

/** Fill the part of the panel that is about one use of a source. @param {HTMLElement} one @param {Element} letter */
const fillSource = (one, letter) => {
  const use = readUse(letter), link = one.querySelector("a");
  link.append(`${use.number}. `, ...line("", use.title).childNodes);
  link.href = use.href;
  link.dataset.mark = letter.hash.slice(1);
  link.parentElement.before(...use.notices);
  if (use.intent.length) link.parentElement.after(line("intent", use.intent));
  for (const fact of one.querySelectorAll("dd")) {
    const said = use[fact.className] ?? [];
    fact.append(...(typeof said === "string" ? [said] : line("", said).childNodes));
    if (!fact.hasChildNodes()) fact.parentElement.remove();
  }
  if (use.quote.length) one.querySelector(".no-quote").remove();
  return one;
};

/** What tells two uses of a source in one statement apart: the words and what they are for. @param {Element} letter */
const keyOf = (letter) => {
  const { href, quote, intent } = readUse(letter);
  return [href, ...[...quote, ...intent].map((part) => part.textContent)].join(" ");
};

/** The panel of a statement. @param {Statement} statement @returns {HTMLElement} */
const makeProof = (statement) => {
  const proof = document.importNode(evidence.closest(".evidence-view").querySelector("template").content, true).firstElementChild;
  const [title, how, one, verified] = [".title", ".how", ".one", ".verified"].map((part) => proof.querySelector(part));
  title.textContent = title.textContent.replace("{words}", wordsOf(statement));
  proof.ariaLabel = title.textContent;
  proof.tabIndex = -1;
  how.textContent = supportOf(statement).parentElement.textContent;
  how.after(...certaintyOf(statement.marks));
  // A source that a statement cites twice in the same way is there once.
  const uses = new Map(statement.marks.flatMap(lettersOf).map((letter) => [keyOf(letter), letter]));
  one.replaceWith(...[...uses.values()].map((letter) => fillSource(one.cloneNode(true), letter)));
  const by = Number(statement.spans.at(-1).dataset.verified ?? -1) + 1;
  for (const other of [...verified.children].filter((_, place) => place !== by)) other.remove();
  if (!statement.marks.length) verified.remove();
  return proof;
};

/** Put a panel below the block of its statement. @param {Statement} statement @param {HTMLElement} proof */
const putBelow = ({ block }, proof) => {
  if (block.matches("p, h2, h3, h4")) block.after(proof);
  else block.append(proof);
};

/** Where the margin is wide enough, the open panel is in it, level with its statement, but below what is there already. */
const dock = () => {
  const { statement, proof } = shown;
  proof.classList.remove("below");
  if (getComputedStyle(proof).position !== "absolute") return;
  const margin = evidence.closest(".beside").getBoundingClientRect();
  const { top: wanted } = statement.spans[0].getBoundingClientRect(), height = proof.offsetHeight;
  const others = [...document.querySelectorAll("article > *")].filter((each) => each !== proof).map((each) => each.getBoundingClientRect());
  const inMargin = others.filter(({ left, right }) => left < margin.right && right > margin.left);
  let top = wanted;
  for (const other of inMargin.sort((one, two) => one.top - two.top)) {
    if (other.top < top + height && other.bottom > top) top = other.bottom + 2 * MARGIN;
  }
  if (top - wanted > innerHeight / 2) return proof.classList.add("below"); // too far away to be seen together
  const from = proof.offsetParent.getBoundingClientRect();
  Object.assign(proof.style, { left: `${margin.left - from.left}px`, top: `${top - from.top}px` });
};

/** Close the panel. */
const hideProof = () => {
  if (!shown) return;
  const { statement, proof } = shown;
  shown = null;
  proof.remove();
  for (const span of statement.spans) span.classList.remove("chosen");
  statement.button.ariaExpanded = "false";
};

/** Close the panel; a reader who was in it is back at its statement. */
const leaveProof = () => {
  const { statement } = shown;
  hideProof();
  statement.button.focus({ preventScroll: true });
};

/** Open the panel of a statement instead of another one. @param {Statement} statement */
const showProof = (statement) => {
  hideProof();
  shown = { statement, proof: makeProof(statement) };
  for (const span of statement.spans) span.classList.add("chosen");
  statement.button.ariaExpanded = "true";
  shown.proof.querySelector("button").onclick = leaveProof;
  putBelow(statement, shown.proof);
  dock();
};

/** Open the panel of a statement, or close it. @param {Statement} statement @param {boolean} isByKey */
const toggleProof = (statement, isByKey) => {
  if (shown?.statement === statement) return hideProof();
  showProof(statement);
  if (isByKey) shown.proof.focus();
};

/** After each statement a button that says how it is supported, and opens its panel: heard, and reached by Tab. */
const sayEvidence = () => {
  hideProof();
  for (const statement of statements) {
    statement.button?.remove();
    if (!evidence.checked) continue;
    statement.button = Object.assign(document.createElement("button"), {
      type: "button", className: "vh heard", textContent: ` (${supportOf(statement).textContent})`, ariaExpanded: "false",
    });
    statement.button.onclick = () => toggleProof(statement, true);
    statement.spans.at(-1).append(statement.button);
  }
};

/** On paper every statement with a source has its panel, if the view is on. */
const printProofs = () => {
  const lasts = new Map(); // the last panel of each block
  for (const statement of evidence.checked ? statements.filter(({ marks }) => marks.length) : []) {
    const proof = makeProof(statement), last = lasts.get(statement.block);
    proof.classList.add("printed");
    if (last) last.after(proof);
    else putBelow(statement, proof);
    lasts.set(statement.block, proof);
  }
};

/** Read or write what is kept of the switch. A browser that keeps nothing may throw: then it holds for this page.
 * @template Kept @param {(storage: Storage) => Kept} use @returns {Kept | undefined} */
const keep = (use) => { try { return use(localStorage); } catch { return undefined; } };

/** Switch it as it was left, on this page or on another. */
const putEvidence = () => {
  evidence.checked = keep((storage) => storage.getItem(KEPT)) === "on";
  evidence.closest("div").classList.toggle("kept", evidence.checked);
  sayEvidence();
};

if (evidence) {
  putEvidence();
  addEventListener("pageshow", ({ persisted }) => { if (persisted) putEvidence(); }); // after Back, as it was kept
  evidence.addEventListener("change", () => {
    evidence.closest("div").classList.remove("kept");
    keep((storage) => evidence.checked ? storage.setItem(KEPT, "on") : storage.removeItem(KEPT));
    sayEvidence();
    const next = statements.find(({ spans, marks }) => marks.length && evidence.compareDocumentPosition(spans[0]) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (evidence.checked && next) showProof(next);
  });
  addEventListener("click", ({ target, defaultPrevented }) => {
    if (!evidence.checked || defaultPrevented || target.closest("a, button, .proof") || String(getSelection())) return;
    const statement = statements.find(({ spans }) => spans.includes(target.closest(".claim")));
    if (statement) toggleProof(statement, false);
  });
  addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape" || !shown) return;
    if (shown.proof.contains(target) || shown.statement.button === target) leaveProof();
    else if (target === document.body) hideProof(); // it was opened by pointer
  });
  addEventListener("resize", () => { if (shown) dock(); });
  addEventListener("beforeprint", printProofs);
  addEventListener("afterprint", () => { for (const proof of document.querySelectorAll(".printed")) proof.remove(); });
}
