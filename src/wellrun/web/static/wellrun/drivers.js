// The driver diagram by keyboard and by dragging. Every change is a form that works without this file.

const theory = () => document.getElementById("theory");
const nodes = () => [...theory().querySelectorAll(".node")];
const works = () => "works" in theory().dataset;
const isWide = () => matchMedia("(min-width: 60em)").matches;
let isSending = false;

// What stands above a node, below it, and beside it on the page.
const listOf = (node) => node.closest("li").parentElement;
const above = (node) => listOf(node).closest("li")?.querySelector(".node") ?? null;
const below = (node) => [...node.closest("li").querySelectorAll(":scope > ul > li > .node-at > .node")];
const depth = (node) => { let n = 0; for (let at = above(node); at; at = above(at)) n += 1; return n; };
const column = (node) => nodes().filter((each) => !isWide() || depth(each) === depth(node));

const dress = () => {
  if (!theory()) return;
  const hint = theory().querySelector("[data-keys-hint]");
  if (hint) hint.hidden = false;
  if (!works()) return;
  for (const node of nodes()) {
    if (!node.dataset.part || node.nextElementSibling) continue;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.setAttribute("aria-hidden", "true");
    node.after(grip);
  }
};

// After the exchange, the keyboard stays where the person was, or goes where they asked.
const find = ({ line, part }) =>
  (line && theory().querySelector(`.node[data-line="${line}"]`)) ||
  (part && theory().querySelector(`.node[data-part="${part}"]`));
const settle = (then) => {
  dress();
  const problem = theory().querySelector("[role=alert]");
  if (problem) {
    problem.tabIndex = -1;
    problem.focus();
    problem.scrollIntoView({ block: "nearest" });
  } else {
    then();
  }
};
const focusNode = (wanted) => {
  const current = () => theory().querySelector(".node[aria-current]");
  const node = find(wanted) || current() || theory().querySelector(".callout button, .node");
  node?.focus();
  node?.scrollIntoView({ block: "nearest", inline: "nearest" });
};
const send = async (method, path, source, then) => {
  if (isSending) return;
  isSending = true;
  try {
    await htmx.ajax(method, path, { source, target: "#theory", swap: "outerHTML" });
    settle(then);
  } finally {
    isSending = false;
  }
};

// Choose a part: its panel opens, and the focus goes on to what the person wants to do there.
const choose = (node, then) => {
  const address = `${theory().dataset.base}?at=${node.dataset.part}`;
  history.replaceState(null, "", address);
  return send("GET", address, theory(), then);
};
const inPanel = (selector, details) => {
  const panel = document.getElementById("chosen");
  if (details) panel.querySelector(details)?.setAttribute("open", "");
  const field = panel.querySelector(selector) ?? document.getElementById("chosen-head");
  // On a wide screen the panel lies over the diagram and scrolls by itself: the diagram stays in sight.
  field.focus({ preventScroll: true });
  field.select?.();
  if (isWide()) panel.scrollTop += field.getBoundingClientRect().top - panel.getBoundingClientRect().top - 48;
  else (field.closest(".field") ?? panel).scrollIntoView({ block: "start" });
};
const edit = (node) => choose(node, () => (works() ? inPanel("#text", "#words") : inPanel("#chosen-head")));
const addBelow = (node) => {
  // Nothing stands below an idea: the next one goes beside it.
  if (node.dataset.kind === "idea") return addBelow(above(node));
  return node.dataset.part ? choose(node, () => inPanel("[data-adds]")) : document.getElementById("add-primary").focus();
};

// Put a part in another place: by keys and by dragging alike.
const place = (node, parent, position) => {
  const form = document.getElementById("move");
  form.elements.link_id.value = node.dataset.line;
  form.elements.parent_id.value = parent;
  form.elements.position.value = position;
  const wanted = { line: node.dataset.line, part: node.dataset.part };
  send("POST", `${theory().dataset.base}${node.dataset.part}/place/`, form, () => focusNode(wanted));
};
const step = (node, by) => {
  const last = listOf(node).children.length - 1;
  const to = Number(node.dataset.place) + by;
  if (to >= 0 && to <= last) return place(node, node.dataset.parent, to);
  // Beyond the end of its list: to the next parent of the same kind.
  const parent = above(node);
  const others = nodes().filter((each) => each.dataset.kind === parent.dataset.kind && each.dataset.part);
  const next = others[others.indexOf(parent) + by];
  if (next) place(node, next.dataset.part, by > 0 ? 0 : below(next).length);
};

const go = (node, key) => {
  const isBack = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  if (key === "ArrowUp" || key === "ArrowDown") {
    const all = column(node);
    return all[all.indexOf(node) + (key === "ArrowDown" ? 1 : -1)];
  }
  return key === isBack ? above(node) : below(node)[0];
};
const LETTERS = {
  n: addBelow,
  b: (node) => above(node) && addBelow(above(node)),
  m: (node) => node.dataset.part && choose(node, () => inPanel("[data-moves]", "#place")),
};

document.addEventListener("keydown", (event) => {
  if (!theory()) return;
  if (event.key === "Escape" && event.target.closest("#chosen")) {
    event.preventDefault();
    focusNode({});
    return;
  }
  const node = event.target.closest?.("#theory .node");
  if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isVertical = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (event.altKey && isVertical && works() && node.dataset.part) {
    event.preventDefault();
    step(node, event.key === "ArrowDown" ? 1 : -1);
  } else if (!event.altKey && event.key.startsWith("Arrow")) {
    const to = go(node, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  } else if (!event.altKey && works() && "letters" in theory().dataset && LETTERS[event.key.toLowerCase()]) {
    event.preventDefault();
    LETTERS[event.key.toLowerCase()](node);
  }
});

// Back from the panel to the part that it is about. Where the panel lies over the diagram, it goes.
document.addEventListener("click", (event) => {
  if (!theory() || !event.target.closest("#chosen [data-back]")) return;
  event.preventDefault();
  const { part, line } = theory().querySelector(".node[aria-current]").dataset;
  if (!isWide()) return focusNode({ part, line });
  history.replaceState(null, "", theory().dataset.base);
  send("GET", theory().dataset.base, theory(), () => focusNode({ part, line }));
});

// A click opens the panel without losing the place on the diagram; Enter goes on to the words.
document.addEventListener("click", (event) => {
  const node = event.target.closest("#theory .node[data-part]");
  if (!node || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const wanted = { line: node.dataset.line, part: node.dataset.part };
  if (event.detail === 0) edit(node);
  else if (isWide()) choose(node, () => focusNode(wanted));
  else choose(node, () => inPanel("#chosen-head"));
});

// Forms of the panel are exchanged by htmx itself; afterwards the new or changed part has the focus.
document.addEventListener("htmx:finally:request", (event) => {
  if (!theory() || isSending || !event.detail.ctx.target?.matches?.("#theory")) return;
  settle(() => focusNode({}));
});

// Dragging by the dots: mouse, pen and finger alike. Onto a part it goes below it; between two, between them.
let held = null;
const MARKS = ["node--into", "node--before", "node--after"];
const PARENTS = { primary: ["aim", "primary"], secondary: ["aim", "primary"], idea: ["primary", "secondary"] };
const unmark = () => nodes().forEach((node) => node.classList.remove(...MARKS));
const aimedAt = (x, y) => {
  const over = document.elementFromPoint(x, y)?.closest(".node-at")?.querySelector(".node");
  if (!over || over === held.node || held.node.closest("li").contains(over)) return null;
  const box = over.getBoundingClientRect();
  const part = (y - box.top) / box.height;
  const isBeside = over.dataset.part && PARENTS[held.node.dataset.kind].includes(above(over).dataset.kind);
  const takes = PARENTS[held.node.dataset.kind].includes(over.dataset.kind);
  if (isBeside && (part < (takes ? 0.25 : 0.5))) return { over, how: "before" };
  if (isBeside && (part > (takes ? 0.75 : 0.5))) return { over, how: "after" };
  return takes ? { over, how: "into" } : null;
};
const drop = ({ over, how }) => {
  if (how === "into") return place(held.node, over.dataset.part ?? "", below(over).length);
  let position = Number(over.dataset.place) + (how === "after" ? 1 : 0);
  const isSameList = over.dataset.parent === held.node.dataset.parent;
  if (isSameList && Number(held.node.dataset.place) < position) position -= 1;
  place(held.node, over.dataset.parent, position);
};
const release = () => {
  held.node.closest(".node-at").classList.remove("is-held");
  document.body.classList.remove("is-carrying");
  unmark();
  held = null;
};
document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.("#theory .grip");
  if (!grip || event.button || isSending) return;
  event.preventDefault();
  held = { node: grip.previousElementSibling, target: null };
  grip.setPointerCapture(event.pointerId);
  held.node.closest(".node-at").classList.add("is-held");
  document.body.classList.add("is-carrying");
  creep();
});
document.addEventListener("pointermove", (event) => {
  if (!held) return;
  unmark();
  held.target = aimedAt(event.clientX, event.clientY);
  held.target?.over.classList.add(`node--${held.target.how}`);
  held.edge = event.clientY < 60 ? -12 : event.clientY > innerHeight - 90 ? 12 : 0;
});
// A finger that rests at the edge brings more of the diagram.
const creep = () => {
  if (!held) return;
  if (held.edge) scrollBy(0, held.edge);
  requestAnimationFrame(creep);
};
document.addEventListener("pointerup", () => {
  if (!held) return;
  if (held.target) drop(held.target);
  release();
});
document.addEventListener("pointercancel", () => held && release());

dress();
if (theory() && new URLSearchParams(location.search).has("done")) focusNode({});
