/* The search page. Its texts are in the page's templates; this script asks the index and fills their places.
   The address holds the question, so Back, reloading and a link to a search all show the same. Nothing is stored. */

const form = document.querySelector("form.find");
const field = form.elements.q;
const said = document.querySelector(".said");
const section = document.querySelector("main section[hidden]");
const list = section.querySelector("ol");
const more = section.querySelector("button");
const boxes = form.querySelector("details");
document.querySelector(".without").hidden = true; // a browser that does not know the media feature "scripting" shows it
const language = document.documentElement.lang;
const index = new URL(form.dataset.index, document.baseURI).href;

const AT_ONCE = 8; // results shown at first, and added by the button: each costs a file
const PAUSE = 250; // milliseconds after the last key before the index is asked
const QUIET = 900; // … and before the number of results is said, so that nobody is talked over while typing
const PATIENCE = 20_000; // after this long a search has failed
const LONGEST = 200; // letters of a question that are looked for

const limit = (promise) => Promise.race([promise, new Promise((_, refuse) => { setTimeout(refuse, PATIENCE) })]);
const listed = (names) => new Intl.ListFormat(language, { type: "unit" }).format(names);
const template = (name) => document.querySelector(`template[data-says="${name}"]`).content.cloneNode(true);

/* ---- The index. What cannot be loaded Pagefind takes for empty, and "nothing found" would be a lie: so loads are watched. ---- */

let engine, attempts = 0, broken = false;
const known = new Map(); // words that were typed, and whether a page has them
const load = window.fetch;
window.fetch = async (...asked) => {
  try {
    const answer = await load(...asked);
    broken ||= !answer.ok || /html/.test(answer.headers.get("content-type")); // many servers send a page for what is not there
    return answer;
  } catch (error) {
    broken = true;
    throw error;
  }
};

async function open() {
  known.clear();
  const again = attempts++ ? `?again=${attempts}` : ""; // a module that failed once is not asked for again
  const pagefind = await import(`${index}pagefind.js${again}`);
  return pagefind.createInstance({
    noWorker: true, excerptLength: 28, ranking: { metaWeights: { title: 8, also: 4 } },
  });
}

/* A word that no page has Pagefind shortens until a page has it ("cancr" to "can"), or leaves it out. So each word is
   asked for by itself first. That costs the same, however many pages have it: what Pagefind does with a word it does on
   all pages alike. Words that differ by more than spaces are left to Pagefind. */

/* Words as the index has them: the page says what Unicode's form NFKC would spoil, and what is a hyphen. */
const [kept, hyphens] = [form.dataset.kept, form.dataset.hyphens].map((pattern) => new RegExp(pattern, "g"));
const normal = (text) => text.split(kept).map((part, at) => (at % 2 ? part : part.normalize("NFKC"))).join("").replace(hyphens, "-");

const small = new Set(form.dataset.small.split(" "));
const isSpaced = !/^(zh|ja|th)\b/.test(language);
const bare = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
const wordsOf = (text) => [...new Set(text.split(/[\s\p{Pd}/]+/u).map((word) => word.replaceAll('"', "")))].filter(bare);

async function look(pagefind, word) {
  if ((await pagefind.search(`"${word}"`)).results.length) return true; // in quotes Pagefind knows its forms, and shortens nothing
  const [first] = (await pagefind.search(word)).results; // or it is the beginning of one
  if (!first) return false;
  const { content, meta } = await first.data();
  return wordsOf([content, ...Object.values(meta)].join(" ")).some((each) => bare(each).startsWith(bare(word)));
}

function isKnown(pagefind, word) {
  if (!known.has(word)) known.set(word, look(pagefind, word));
  return known.get(word);
}

/* What to ask the index for: the words without small ones such as "the", and without those that no page has. */
async function choose(pagefind, words) {
  if (!isSpaced || /^".+"$/.test(words)) return { chosen: words, missing: [] };
  const typed = wordsOf(words);
  const meant = typed.some((word) => !small.has(bare(word))) ? typed.filter((word) => !small.has(bare(word))) : typed;
  const are = await Promise.all(meant.map((word) => isKnown(pagefind, word)));
  const missing = meant.filter((_, at) => !are[at]);
  const kept = meant.filter((word, at) => are[at] && (!missing.length || bare(word).length > 2));
  return { chosen: kept.join(" "), missing };
}

async function find({ words, topics }) {
  try {
    if (broken) engine = undefined; // the search before, which this one overtakes, has not seen it yet
    broken = false;
    engine ??= open();
    const pagefind = await limit(engine);
    const { chosen, missing } = words ? await limit(choose(pagefind, normal(words).slice(0, LONGEST))) : { chosen: null, missing: [] };
    const filters = topics.length ? { topic: { any: topics } } : {};
    const { results } = chosen === "" ? { results: [] } : await limit(pagefind.search(chosen, { filters }));
    if (broken) throw new Error();
    return { found: results, missing };
  } catch (error) {
    engine = undefined; // the next search starts again
    throw error;
  }
}

/* ---- The question: in the form and in the address ---- */

const asked = () => ({
  words: field.value.trim(),
  topics: new FormData(form).getAll("topic").filter(Boolean),
});

function put() {
  const query = new URLSearchParams(location.search);
  const topics = query.getAll("topic");
  field.value = query.get("q") ?? "";
  for (const box of form.querySelectorAll("[name=topic]:not(select)")) box.checked = topics.includes(box.value);
  for (const option of form.querySelectorAll("option")) option.selected = topics.includes(option.value);
  if (boxes && topics.length) boxes.open = true;
}

function address({ words, topics }) {
  const query = new URLSearchParams([...(words ? [["q", words]] : []), ...topics.map((topic) => ["topic", topic])]);
  return query.size ? `?${query}` : location.pathname;
}

const keep = (question) => history.replaceState({ shown: list.childElementCount, top: scrollY }, "", address(question));

/* ---- What is said and shown ---- */

let saying;
function say(name, values = {}, wait = 0) {
  clearTimeout(saying);
  if (!name) return said.replaceChildren();
  saying = setTimeout(() => {
    const shown = template(name);
    const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\{(\w+)\}/g, (_, key) => inOrder(values[key] ?? ""));
    said.replaceChildren(shown);
  }, wait);
}

/* On a page from right to left the groups of a number would change their order. The page says which numbers; here they are
   isolated by characters (U+2066 and U+2069), because a number may be in several elements: what was found of it is marked. */
const numbers = form.dataset.numbers && new RegExp(form.dataset.numbers, "g");
function inOrder(html) {
  if (!numbers) return html;
  const parts = html.split(/(<\/?mark>)/);
  const whole = parts.filter((_, at) => at % 2 === 0).join("");
  const isolates = new Map([...whole.matchAll(numbers)].flatMap(({ 0: number, index }) => [[index, "\u2066"], [index + number.length, "\u2069"]]));
  let at = 0;
  return parts.map((part, place) => (place % 2 ? part : part.replace(/[^]/g, (unit) => (isolates.get(at++) ?? "") + unit))).join("");
}

/* An excerpt is text with <mark> around what was found, a comma after it, too; nothing else of it is taken as HTML.
   The index has a space after a stroke between words, which is taken out again. */
const excerpt = (html) => inOrder(html.replace(/(?<=\S)\/ (?=\S)/g, "/")).split(/<mark>(.*?)<\/mark>/s).flatMap((part, at) => {
  const plain = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">"); // all that Pagefind escapes
  if (at % 2 === 0) return [plain];
  const [, before, word, after] = plain.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su);
  return [before, Object.assign(document.createElement("mark"), { textContent: word }), after];
});

const names = new Map([...form.querySelectorAll("[name=topic] + span")].map((each) => [each.previousElementSibling.value, each.textContent]));
for (const option of form.querySelectorAll("option[value]")) names.set(option.value, option.textContent);

function entry(page, words) {
  const shown = template("result");
  const link = shown.querySelector("a");
  link.href = page.url;
  link.textContent = inOrder(page.meta.shown ?? page.meta.title);
  shown.querySelector(".excerpt").replaceChildren(...excerpt(page.excerpt));
  const parts = words ? page.sub_results.filter((part) => part.anchor) : [];
  parts.sort((one, other) => other.locations.length - one.locations.length);
  const links = parts.slice(0, 3).map((part) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: part.url, textContent: inOrder(part.title) }));
    return item;
  });
  shown.querySelector(".sections").replaceChildren(...links);
  if (!links.length) shown.querySelector(".sections").remove();
  const topics = (page.filters.topic ?? []).map((topic) => names.get(topic)).filter(Boolean);
  shown.querySelector(".meta > :last-child").textContent = listed(topics);
  if (!topics.length) shown.querySelector(".meta").remove();
  return shown;
}

/* ---- A search ---- */

let results = [], turn = 0;

async function show(upTo, mine, words) {
  const wanted = results.slice(list.childElementCount, upTo);
  const pages = await limit(Promise.all(wanted.map((each) => each.data())));
  if (broken) throw new Error();
  if (mine !== turn) return;
  list.append(...pages.map((page) => entry(page, words)));
  more.hidden = list.childElementCount >= results.length;
}

async function search(quiet = 0, shown = AT_ONCE) {
  const mine = ++turn;
  const question = asked();
  if (!question.words && !question.topics.length) {
    results = [];
    list.replaceChildren();
    section.hidden = true;
    say();
    keep(question);
    return;
  }
  say("searching", {}, 1000);
  try {
    const answer = await find(question);
    if (mine !== turn) return;
    const { found, missing } = answer;
    results = found;
    list.replaceChildren();
    await show(shown, mine, question.words);
    if (mine !== turn) return;
    section.hidden = !results.length;
    for (const heading of section.querySelectorAll("h2 > *")) heading.hidden = heading.matches(".vh") === missing.length > 0;
    const kind = question.words ? "found" : "all";
    const form = `${kind}-${new Intl.PluralRules(language).select(results.length)}`;
    const counted = document.querySelector(`template[data-says="${form}"]`) ? form : `${kind}-other`;
    say();
    const values = {
      count: new Intl.NumberFormat(language).format(results.length),
      query: question.words,
      missing: listed(missing),
    };
    say(!results.length ? "nothing" : missing.length ? "some" : counted, values, quiet);
  } catch {
    if (mine !== turn) return;
    engine = undefined;
    section.hidden = true;
    say("failed");
  }
  keep(question);
}

let typing;
form.addEventListener("input", (event) => {
  clearTimeout(typing);
  clearTimeout(saying);
  typing = setTimeout(search, event.target === field ? PAUSE : 0, event.target === field ? QUIET : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  search();
});
let adding = false;
more.addEventListener("click", async () => {
  if (adding) return; // a second click would list the same ones again
  adding = true;
  const first = list.childElementCount;
  try {
    await (broken ? search(0, first + AT_ONCE) : show(first + AT_ONCE, turn, asked().words));
    list.children[first]?.querySelector("a").focus();
    keep(asked());
  } catch {
    engine = undefined;
    broken = true;
    say("failed");
  }
  adding = false;
});
field.addEventListener("focus", () => { engine ??= open(); engine.catch(() => { engine = undefined }) }, { once: true });

/* Back and reload: the question from the address, as many results as there were, and the place in them. */
history.scrollRestoration = "manual";
addEventListener("popstate", ({ state }) => { // back from a place on the page, such as that of a skip link
  if (!state) return;
  const goBack = () => scrollTo(0, state.top);
  if (address(asked()) === (location.search || location.pathname)) return goBack();
  put();
  search(0, state.shown).then(goBack);
});
addEventListener("pagehide", () => keep(asked()));
addEventListener("click", ({ target }) => { if (target.closest("a[href^='#']")) keep(asked()); });
const before = history.state;
if (boxes) boxes.open = matchMedia("(min-width: 48em)").matches; // else they would push the results off the screen
put();
search(0, Math.max(AT_ONCE, before?.shown ?? 0)).then(() => { if (before?.top) scrollTo(0, before.top) });
