"""How long an unhurried person would take for what a test does in a moment.

The browser notes what is there to be read, typed and pressed; a slow person's pace makes minutes of it.

| | Here | What studies found |
|---|---|---|
| Reading | each new line, 150 words a minute | 238 silently, 183 aloud (Brysbaert 2019, J Mem Lang 109) |
| Typing | 20 words a minute, a word being 5 letters | 36 on a phone (Palin and others 2019, MobileHCI) |
| Pressing, choosing | 5 seconds each | 2.7: find it, point, press (Card, Moran and Newell 1980, CACM 23) |
| Thinking what to write | 20 seconds for each text | our assumption |
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

WORDS_READ = 150 / 60
LETTERS_TYPED = 20 * 5 / 60
PRESSED = 5
THOUGHT = 20

_WATCH = """
(() => {
  const nothing = { lines: [], words: 0, letters: 0, texts: 0, pressed: 0 }
  const kept = () => JSON.parse(sessionStorage.getItem('pace')) ?? nothing
  const keep = (change) => {
    const all = kept()
    change(all)
    sessionStorage.setItem('pace', JSON.stringify(all))
  }
  const before = new WeakMap()
  window.readIt = () => keep((all) => {
    const main = document.querySelector('main')
    for (const line of (main ? main.innerText : '').split('\\n').map((each) => each.trim())) {
      if (!line || all.lines.includes(line)) continue
      all.lines.push(line)
      all.words += line.split(/\\s+/).length
    }
  })
  addEventListener('load', () => window.readIt())
  addEventListener('beforeunload', () => window.readIt())
  addEventListener('htmx:after:settle', () => window.readIt())
  addEventListener('input', ({ target }) => {
    if (!('value' in target) || target.matches('select, [type=radio], [type=checkbox]')) return
    const was = before.get(target) ?? 0
    before.set(target, target.value.length)
    keep((all) => { all.letters += Math.max(0, target.value.length - was); all.texts += was ? 0 : 1 })
  }, true)
  addEventListener('change', ({ target }) => {
    if (target.matches('select')) keep((all) => { all.pressed += 1 })
  }, true)
  addEventListener('click', () => keep((all) => { all.pressed += 1 }), true)
  addEventListener('keydown', ({ key }) => { if (key === 'Enter') keep((all) => { all.pressed += 1 }) }, true)
})()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What there was to do on the way."""

    words: int
    letters: int
    texts: int
    pressed: int

    @property
    def minutes(self) -> float:
        seconds = self.words / WORDS_READ + self.letters / LETTERS_TYPED
        return (seconds + self.texts * THOUGHT + self.pressed * PRESSED) / 60


def watch(page: Page) -> None:
    """Note from now on what a person would do in this page."""
    page.add_init_script(_WATCH)
    page.reload()


def taken(page: Page) -> Taken:
    kept = page.evaluate("(window.readIt(), JSON.parse(sessionStorage.getItem('pace')))")
    return Taken(**{name: kept[name] for name in ("words", "letters", "texts", "pressed")})
