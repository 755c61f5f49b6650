// What is typed into a form stays on this device until it is saved: through a closed tab, a lost network, a battery.
// Kept for one person and one thing (data-keeps, data-person), for a week at most. wellrun.js forgets it all when
// somebody signs out. Without this file the forms work as ever.

const PREFIX = "kept:";
const LONGEST = 7 * 24 * 60 * 60 * 1000;
const PAUSE = 300;

const nameOf = (form) => `${PREFIX}${form.dataset.person}:${form.dataset.keeps}`;
const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, entry) => {
  try {
    localStorage.setItem(name, JSON.stringify(entry));
    return true;
  } catch {
    return false; // The browser keeps nothing, or is full: nothing is promised then.
  }
};
const forget = (name) => {
  try {
    localStorage.removeItem(name);
  } catch { /* nothing was kept */ }
};

const fields = (form) =>
  [...form.elements].filter((each) => each.name && each.matches("textarea, select, input:not([type=hidden], [type=password], [type=file])"));
const isChoice = (each) => each.type === "radio" || each.type === "checkbox";
const typed = (form) => {
  const values = {};
  for (const each of fields(form)) {
    if (!isChoice(each)) values[each.name] = each.value;
    else if (each.checked) (values[each.name] ??= []).push(each.value);
  }
  return values;
};
const fill = (form, values) => {
  for (const each of fields(form)) {
    if (isChoice(each)) each.checked = (values[each.name] ?? []).includes(each.value);
    else if (typeof values[each.name] === "string") each.value = values[each.name];
  }
};
// Saving takes spaces from the ends, and a line may end in two ways.
const tidy = (value) => (typeof value === "string" ? value.replace(/\r\n/g, "\n").trim() : (value ?? []).join("\n"));
const same = (one, other) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => tidy(one[name] ?? "") === tidy(other[name] ?? ""));

// The server names what it has just saved.
const justSaved = () => {
  const found = document.cookie.split("; ").find((each) => each.startsWith("saved="));
  if (found) document.cookie = "saved=; path=/; max-age=0; samesite=lax";
  return found?.slice("saved=".length);
};
const kept = () => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
};
// What is old goes, and what was sent and is saved.
const sweep = (saved) => {
  for (const name of kept()) {
    const { at, sent } = read(name) ?? {};
    const thing = name.split(":").slice(2).join(":");
    const isSaved = sent && saved && (thing === saved || thing.startsWith(`${saved}-`));
    if (isSaved || !(at > Date.now() - LONGEST)) forget(name);
  }
};

const say = (form, what) => {
  form.querySelector("[data-kept-back]").hidden = what !== "back";
  // A form whose last fields stand further down says it there as well.
  const now = form.querySelector("[data-kept-now]") ?? document.querySelector(`[data-kept-now="${form.id}"]`);
  now.hidden = what !== "now";
};

const keep = (form) => {
  const name = nameOf(form);
  const shown = typed(form);
  // What is put back was written over the version that was on the page then: the server compares with that one.
  const version = form.querySelector("[name=expected_version], [name=version]") ?? {};
  const newest = version.value;
  let waiting = 0;
  const note = (more = {}) => {
    clearTimeout(waiting);
    waiting = 0;
    const values = typed(form);
    if (same(values, shown) && !("failed" in form.dataset)) {
      forget(name);
      say(form, "");
    } else if (write(name, { values, version: version.value, at: Date.now(), ...more })) {
      say(form, "now");
    }
  };
  const entry = read(name);
  if ("failed" in form.dataset) {
    note(); // What the server gives back is what was typed.
  } else if (entry && same(entry.values, shown)) {
    forget(name);
  } else if (entry) {
    fill(form, entry.values);
    version.value = entry.version;
    form.closest("details")?.setAttribute("open", "");
    for (const each of fields(form)) if (!isChoice(each) && each.value) each.closest("details")?.setAttribute("open", "");
    say(form, "back");
  }
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(note, PAUSE);
  };
  form.addEventListener("input", soon);
  for (const each of fields(form)) if (!form.contains(each)) each.addEventListener("input", soon);
  const flush = () => { if (waiting) note(); };
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  form.addEventListener("submit", () => note({ sent: true }));
  form.querySelector("[data-kept-drop]").addEventListener("click", () => {
    forget(name);
    fill(form, shown);
    version.value = newest;
    say(form, "");
    fields(form)[0]?.focus();
  });
};

sweep(justSaved());
for (const form of document.querySelectorAll("form[data-keeps]")) keep(form);
