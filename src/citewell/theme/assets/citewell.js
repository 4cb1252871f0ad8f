// What scripts add to a page of text: previews of sources and terms, the way back to where the reader was, and a memory
// for the switch of the evidence view. Without scripts every mark is a link to its source, and letters there lead back.
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

/** What the list of sources says of one use of a source, gravest first. @param {Element} letter leads to the use */
const aboutUse = (letter) => {
  const entry = letter.closest("li"), number = [...entry.parentElement.children].indexOf(entry) + 1;
  const quote = entry.querySelectorAll("blockquote")[letter.dataset.quote];
  const after = document.getElementById(letter.hash.slice(1))?.nextElementSibling;
  return [
    ...(after?.matches(".intent") ? [line("intent", after.childNodes)] : []),
    ...[...entry.querySelectorAll(".said")].map((notice) => line(notice.className, notice.childNodes)),
    line("title", entry.querySelector(".entry :is(a, .title):not(.said *)").childNodes),
    line("where", entry.querySelectorAll(".where")),
    line("facts", entry.querySelectorAll(".badge, .status > *")),
    ...(quote ? [quote, quote.nextElementSibling].map((part) => part.cloneNode(true)) : []),
    linkLine("see", sources.dataset.see.replace("{number}", number), `#${entry.id}`),
  ];
};

/** What a term means. @param {HTMLAnchorElement} term */
const aboutTerm = (term) => {
  const plain = document.createTextNode(term.dataset.plain);
  return [line("title", term.childNodes), line("plain", [plain]), linkLine("see", term.dataset.see, term.href)];
};

/** What there is to show for a mark; the dash of a range stands for several uses. @param {HTMLAnchorElement} mark */
const about = (mark) => {
  if (mark.matches(".term")) return [aboutTerm(mark)];
  const uses = [mark, ...mark.querySelectorAll("[id]")];
  const parts = uses.map(({ id }) => sources?.querySelector(`.letters [href="#${id}"]`)).filter(Boolean).map(aboutUse);
  const certainty = mark.parentElement.closest(".cites")?.querySelector(":scope > .certainty");
  if (certainty) parts[0]?.unshift(line("certainty", certainty.childNodes));
  return parts;
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
  const link = click.target.closest("a.cite, .glance .see a");
  const mark = glance.contains(link) ? owner : link;
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

// ---- The evidence view. Its switch works by itself, in the style sheet; here it is remembered, and its lines are said.

/** @type {?HTMLInputElement} */
const evidence = document.querySelector("#evidence");
const KEPT = "citewell.evidence";

/** Read out after each claim how it is supported, or no longer. The words are the legend's. */
const sayEvidence = () => {
  for (const heard of document.querySelectorAll(".claim > .heard")) heard.remove();
  if (!evidence.checked) return;
  for (const name of document.querySelectorAll(".legend .claim")) {
    for (const claim of document.querySelectorAll(`.claim.${name.classList[1]}:not(.part, .legend *)`)) {
      claim.append(Object.assign(document.createElement("span"), { className: "vh heard", textContent: ` (${name.textContent})` }));
    }
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
  });
}
