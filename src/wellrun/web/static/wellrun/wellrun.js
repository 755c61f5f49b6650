// Small extras. Every page can be read and saved without this file.

// Light and dark change at once, and are then saved; the same form works as a plain post.
document.addEventListener("submit", (event) => {
  const value = event.submitter?.value;
  if (!event.target.matches(".theme-switch")) return;
  event.preventDefault();
  document.documentElement.dataset.theme = value;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  const choice = new FormData(event.target);
  choice.set("theme", value);
  fetch(event.target.action, { method: "post", body: choice, redirect: "manual", keepalive: true }).catch(() => {});
  event.target.querySelector(`[value=${value === "dark" ? "light" : "dark"}]`).focus();
});

// Without a network a form stays as it is.
const sayOffline = () => {
  const toasts = document.getElementById("toasts");
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = toasts.dataset.offline;
  toasts.replaceChildren(note);
};
document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.target.method !== "post" || event.target.matches(".theme-switch")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sayOffline();
}, { capture: true });

// A form is sent once, however often its button is pressed.
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches(".theme-switch, [data-downloads]")) return;
  if (sent.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  sent.add(form);
  // After the browser has noted which button was pressed.
  setTimeout(() => busy(form, true));
}, { capture: true });
const busy = (form, is) => {
  for (const button of form.querySelectorAll("button")) button.disabled = is;
  form.classList.toggle("is-busy", is);
  if (!is) sent.delete(form);
};
const release = () => document.querySelectorAll("form.is-busy").forEach((form) => busy(form, false));
window.addEventListener("pageshow", release);
document.addEventListener("htmx:finally:request", release);

// Who signs out leaves nothing behind that they had typed on this device (kept.js).
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-signs-out]")) return;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith("kept:")) localStorage.removeItem(name);
  } catch { /* nothing was kept */ }
});

// On a phone the open tab comes into sight.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const bar = tab.closest(".tabs");
  const [here, seen] = [tab, bar].map((each) => each.getBoundingClientRect());
  if (here.left < seen.left || here.right > seen.right) bar.scrollLeft += here.left - seen.left - seen.width / 3;
}

// The key / leads to the search box, unless somebody is writing. It can be switched off in the profile.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = [...document.querySelectorAll("[data-search-key]")].find((each) => each.getClientRects().length);
  if (!search) return;
  event.preventDefault();
  if (search.matches("a")) search.click();
  else search.focus();
});

// Printing and copying need a script, so their buttons wait for it.
for (const each of document.querySelectorAll("[data-prints], [data-copying]")) each.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-prints]")) print();
  const copy = event.target.closest("[data-copies]");
  if (copy) copyFrom(document.getElementById(copy.dataset.copies), copy);
});
// Where the browser keeps the clipboard to itself, the text is marked, ready for the keys of the device.
const copyFrom = async (field, button) => {
  field.select();
  await navigator.clipboard?.writeText(field.value);
  if (navigator.clipboard) button.querySelector("[aria-live]").textContent = button.dataset.copied;
};

// A message stays until it is closed.
document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-closes-toast]");
  if (!close) return;
  event.preventDefault();
  close.closest(".toast").remove();
  history.replaceState(null, "", close.href);
  document.getElementById("main").focus({ preventScroll: true });
});

// After a part of the page was exchanged, its drawings are added to the page's: each is kept once.
const symbols = document.getElementById("symbols");
new MutationObserver(() => {
  const seen = new Set();
  for (const symbol of symbols.querySelectorAll("symbol")) {
    if (seen.has(symbol.id)) symbol.remove();
    seen.add(symbol.id);
  }
}).observe(symbols, { childList: true });

// No answer: say so, and keep what was typed.
document.addEventListener("htmx:error", sayOffline);

// A file can be dropped on its field, and is weighed before it is sent.
for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const weigh = () => {
    const file = input.files[0];
    zone.querySelector("[data-chosen]").textContent = file ? file.name : "";
    input.setCustomValidity(file && file.size > zone.dataset.drop ? zone.dataset.tooLarge : "");
    input.reportValidity();
  };
  input.addEventListener("change", weigh);
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("is-over", name === "dragenter" || name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        weigh();
      }
    });
  }
}
