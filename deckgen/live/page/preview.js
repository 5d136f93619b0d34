"use strict";

// Shows a deck while it is being written. The server tells of every change; pictures are named by what they show, so
// that one which has not changed is never loaded again.
{
  const one = (id) => document.getElementById(id);
  const made = (name, properties = {}, ...within) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...within);
    return element;
  };
  const list = one("list");
  const shown = one("shown");

  let deck = null;
  let source = null;
  let current = { index: 0, text: null, part: 0 };
  let linesShown = false;
  let title = "";

  // What the server tells.

  function chosen() {
    const themes = [one("theme").value, one("beside").value];
    return themes[1] ? themes : themes.slice(0, 1);
  }

  function listen() {
    if (source) source.close();
    const query = chosen().map((theme) => `theme=${encodeURIComponent(theme)}`).join("&");
    source = new EventSource(`/changes?${query}`);
    source.onmessage = (event) => show(withFound(JSON.parse(event.data)));
    source.onerror = () => say("deckgen preview has ended, or cannot be reached: start it again in the terminal.", "error");
  }

  /** Leave what was found in a deck where it is, until the checks have looked at what changed. */
  function withFound(told) {
    told.views.forEach((view, index) => {
      const before = deck?.views[index];
      if (view.checked || !before?.fresh || before.theme !== view.theme) return;
      view.found = before.found;
      view.checked = before.checked;
    });
    return told;
  }

  function show(told) {
    deck = told;
    follow();
    choices();
    title = view().title || title || told.content;
    document.title = `${title} – preview`;
    one("deck").textContent = title;
    rows();
    slides();
    findings();
    lines();
    status();
  }

  const view = () => deck.views[0];
  const slide = () => view().slides[current.index];

  const written = (item) => (item === null || !deck.items[item] ? null : deck.lines.slice(deck.items[item][0] - 1, deck.items[item][1]).join("\n"));

  /** Stay with the slide that was looked at, wherever it stands now; it may be one of several that are written as one. */
  function follow() {
    const slides = view().slides;
    const first = slides.findIndex((slide) => slide.item !== null && written(slide.item) === current.text);
    const held = slides[first + current.part];
    if (current.text !== null && held && held.item === slides[first]?.item) current.index = first + current.part;
    look(Math.max(0, Math.min(current.index, slides.length - 1)));
  }

  function look(index) {
    const slides = view().slides;
    const item = slides[index]?.item ?? null;
    current = { index, text: written(item), part: index - Math.max(0, slides.findIndex((slide) => slide.item === item)) };
  }

  function choices() {
    const own = view().theme;
    for (const [select, none, value] of [[one("theme"), null, own], [one("beside"), "none", deck.views[1]?.theme ?? ""]]) {
      const names = [...(none ? [""] : []), ...new Set([...deck.themes, ...(none ? [] : [own])])];
      if (select.dataset.names !== String(names)) {
        select.replaceChildren(...names.map((name) => made("option", { value: name, textContent: name || none })));
        select.dataset.names = String(names);
      }
      select.value = value;
    }
  }

  // The list of slides.

  const ofItem = (item) => view().found.filter((found) => found.item === item);
  const worst = (found) => ["error", "warning", "advice"].find((severity) => found.some((other) => other.severity === severity));
  const named = (slide) => (slide.number ? `${slide.number} ${slide.title}` : "A slide that cannot be shown yet");

  function rows() {
    const slides = view().slides;
    while (list.children.length > slides.length) list.lastChild.remove();
    slides.forEach((slide, index) => {
      const row = list.children[index] ?? list.appendChild(row_(index));
      const button = row.firstChild;
      picture(button.querySelector(".thumb"), slide, "");
      button.querySelector(".name").textContent = named(slide) + (slide.hidden ? " (hidden)" : "");
      const found = slide.item === null ? [] : ofItem(slide.item);
      const badge = button.querySelector(".badge");
      badge.textContent = found.length ? `${found.length} to look at` : "";
      badge.className = `badge ${worst(found) ?? ""}`;
      index === current.index ? button.setAttribute("aria-current", "true") : button.removeAttribute("aria-current");
    });
  }

  function row_(index) {
    const parts = [made("span", { className: "thumb" }), made("span", { className: "name" }), made("span", { className: "badge" })];
    const button = made("button", { type: "button", onclick: () => go(index) }, ...parts);
    return made("li", {}, button);
  }

  function go(index, focus = false) {
    if (!deck || !view().slides[index]) return;
    look(index);
    show(deck);
    const button = list.children[index].firstChild;
    button.scrollIntoView({ block: "nearest" });
    if (focus) button.focus();
  }

  /** Put the picture of a slide into a place; the one before stays until the next is there. */
  function picture(place, slide, words) {
    if (place.dataset.picture === slide.picture && place.firstChild) {
      place.firstChild.alt = words;
      return;
    }
    place.dataset.picture = slide.picture;
    if (!slide.picture) return place.replaceChildren();
    const image = made("img", { alt: words, decoding: "sync", width: 1280, height: 720 });
    if (!words) image.loading = "lazy";
    const ready = () => place.dataset.picture === slide.picture && place.replaceChildren(image);
    image.src = `/pictures/${slide.picture}.svg`;
    words && place.firstChild ? image.decode().then(ready, ready) : ready();
  }

  // The slide itself, in one theme or two.

  function slides() {
    while (shown.children.length > deck.views.length) shown.lastChild.remove();
    deck.views.forEach((view, index) => {
      const figure = shown.children[index] ?? shown.appendChild(figure_());
      const slide = view.slides[current.index];
      const button = figure.querySelector("button");
      const caption = view.trouble || (slide && !slide.picture ? "This slide cannot be shown before it is mended." : "");
      picture(button, slide ?? { picture: "" }, slide ? `Slide ${named(slide)}: show its lines in the file` : "");
      button.hidden = !slide?.picture;
      button.classList.toggle("stale", !view.fresh);
      const theme = deck.views.length > 1 ? view.theme : "";
      const stale = !view.fresh && slide?.picture ? "as it was before the mistake" : "";
      figure.querySelector("figcaption").textContent = [theme, caption || stale].filter(Boolean).join(": ");
    });
    shown.classList.toggle("two", deck.views.length > 1);
  }

  function figure_() {
    const button = made("button", { type: "button", className: "slide", onclick: toggleLines });
    return made("figure", {}, button, made("figcaption"));
  }

  // What was found, and the lines.

  function findings() {
    const mine = slide()?.item ?? null;
    const found = deck.views.flatMap((view, index) => view.found.filter((found) => !index || !deck.views[0].found.some((other) => other.place === found.place && other.message === found.message)));
    const elsewhere = (found) => found.item === null || !view().slides.some((slide) => slide.item === found.item);
    told(one("slide-found"), mine === null ? [] : found.filter((found) => found.item === mine), "Nothing to mend here.");
    told(one("deck-found"), found.filter(elsewhere), "Nothing to mend beside the slides.");
  }

  function told(place, found, nothing) {
    const entry = ({ severity, message, hint, place, name }) => made("li", { className: severity },
      made("p", {}, made("strong", { textContent: severity }), ` ${message}`),
      ...(hint ? [made("p", { textContent: hint })] : []),
      made("p", { className: "place" }, made("code", { textContent: place }), ` ${name}`));
    const none = view().checked ? nothing : "Not looked through yet.";
    place.replaceChildren(...(found.length ? found.map(entry) : [made("li", { className: "none", textContent: none })]));
  }

  function toggleLines() {
    linesShown = !linesShown;
    lines();
    if (linesShown) one("lines").scrollIntoView({ block: "nearest" });
  }

  function lines() {
    const item = slide()?.item ?? null;
    one("lines").hidden = !linesShown || item === null;
    if (one("lines").hidden) return;
    const [first, last] = deck.items[item];
    one("of-lines").textContent = `${deck.content}, lines ${first} to ${last}`;
    const wrong = new Map(ofItem(item).map((found) => [found.line, found.severity]));
    one("yaml").replaceChildren(...deck.lines.slice(first - 1, last).map((text, index) => {
      const number = first + index;
      return made("span", { className: `line ${wrong.get(number) ?? ""}` },
        made("span", { className: "number", textContent: String(number).padStart(String(last).length) }), ` ${text}\n`);
    }));
  }

  function status() {
    const counts = ["error", "warning", "advice"].map((severity) => [severity, view().found.filter((found) => found.severity === severity).length]);
    const plural = { error: "errors", warning: "warnings", advice: "pieces of advice" };
    const single = { error: "1 error", warning: "1 warning", advice: "1 piece of advice" };
    const summary = counts.filter(([, count]) => count).map(([severity, count]) => (count === 1 ? single[severity] : `${count} ${plural[severity]}`));
    const trouble = deck.trouble || view().trouble;
    if (trouble) say(trouble, "error");
    else if (!view().fresh && view().slides.some((slide) => slide.picture)) say(`${summary.join(", ")}: the slides are shown as they were before`, "error");
    else say(summary.join(", ") || (view().checked ? "Nothing to mend" : "Looking through the deck"), counts[0][1] ? "error" : "");
  }

  function say(text, severity) {
    if (one("status").textContent !== text) one("status").textContent = text;
    one("status").className = severity;
  }

  // Keys.

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, pre")) return;
    const count = list.children.length;
    const to = { ArrowDown: current.index + 1, ArrowRight: current.index + 1, PageDown: current.index + 1, ArrowUp: current.index - 1, ArrowLeft: current.index - 1, PageUp: current.index - 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(Math.max(0, Math.min(to, count - 1)), true);
  });
  for (const name of ["theme", "beside"]) one(name).addEventListener("change", listen);

  listen();
}
