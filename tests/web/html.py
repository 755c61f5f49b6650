"""What a page says and holds, read from its HTML as a browser would."""

from html.parser import HTMLParser

from django.http import HttpResponse

SILENT = {"script", "style", "svg", "head", "select"}
EMPTY = {"input", "br", "meta", "link", "img", "hr"}


class Page(HTMLParser):
    """Words in sight, fields with their values, and elements by tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[str] = []
        self._select: str | None = None
        self._textarea: str | None = None
        self.title = ""
        self.text: list[str] = []
        self.forms: dict[str, dict[str, str]] = {}
        self._fields: dict[str, str] = {}
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        if tag not in EMPTY:
            self._open.append(tag)
        if tag == "form":
            self._fields = self.forms.setdefault(given.get("action", ""), {})
        if tag == "input" and given.get("type") not in {"submit", "radio", "checkbox", "file"}:
            self._fields[given.get("name", "")] = given.get("value", "")
        if tag == "input" and given.get("type") == "radio" and "checked" in given:
            self._fields[given["name"]] = given["value"]
        if tag == "select":
            self._select = given["name"]
            self._fields[self._select] = ""
        if tag == "option" and self._select and "selected" in given:
            self._fields[self._select] = given["value"]
        if tag == "textarea":
            self._textarea = given["name"]
            self._fields[self._textarea] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "select":
            self._select = None
        if tag == "textarea":
            self._textarea = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data
        if self._textarea:
            self._fields[self._textarea] += data
        if not SILENT & set(self._open):
            self.text.append(data)

    def form(self, action: str) -> dict[str, str]:
        """The fields of one form with their values, ready to be sent back."""
        return self.forms[action]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def links(self) -> list[str]:
        return [attrs["href"] for attrs in self.all("a") if "href" in attrs]

    def errors(self) -> list[dict[str, str]]:
        """Controls that say they need another look."""
        return [attrs for _tag, attrs in self.elements if attrs.get("aria-invalid") == "true"]


def page_of(response: HttpResponse) -> Page:
    page = Page(response.content.decode())
    page.title = " ".join(page.title.split())
    return page
