"use strict";

// Shows the document as slides, one at a time. Without this script it is a page of slides to be scrolled.
// All words stand in the document; the classes on its root say what is shown: show, overview or reading.
{
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const sheets = [...document.querySelectorAll(".sheet")];
  const slides = sheets.map((sheet) => one(".slide", sheet));
  const buttons = sheets.map((sheet) => one(".goto", sheet));
  const bar = one(".bar");
  const said = one(".said");
  const help = one(".help");
  const template = one("template.speaker");
  const name = deckName();
  const isHidden = (index) => "hidden" in sheets[index].dataset;
  const within = (index) => Math.max(0, Math.min(index, sheets.length - 1));

  let mode = "";
  let current = 0;
  let typed = "";
  let speaker = null;
  let began = 0;

  /** Return a heading with the name of the deck for those who hear it, on slides where that of the title page is not there. */
  function deckName() {
    const made = Object.assign(document.createElement("h1"), { className: "unseen deck-name", textContent: document.title });
    if (!one("main > h1")) one("main").prepend(made);
    return made;
  }

  // What is shown.

  function enter(next) {
    mode = next;
    root.classList.remove("show", "overview", "reading");
    root.classList.add(mode);
    root.classList.toggle("set", mode !== "reading");
    const listed = mode === "overview";
    name.hidden = mode === "reading" || (mode === "show" && Boolean(one("h1", slides[current])));
    listed ? one(".sheets").setAttribute("role", "list") : one(".sheets").removeAttribute("role");
    sheets.forEach((sheet, index) => {
      listed ? sheet.setAttribute("role", "listitem") : sheet.removeAttribute("role");
      slides[index].inert = listed;
      level(slides[index], mode === "show" && index === current);
      index === current ? buttons[index].setAttribute("aria-current", "true") : buttons[index].removeAttribute("aria-current");
    });
    for (const name of ["overview", "reading"]) one(`[data-does=${name}]`, bar).setAttribute("aria-pressed", mode === name);
    reach();
  }

  /** Give the title of a slide that stands alone the level under the deck: the heading of its section is not there. */
  function level(slide, alone) {
    const first = one("h1, h2, h3", slide);
    alone && first.localName === "h3" ? first.setAttribute("aria-level", "2") : first.removeAttribute("aria-level");
    return slide;
  }

  /** What is wider than the window is reached, and moved, by the keyboard too. */
  function reach() {
    for (const wide of document.querySelectorAll(".wide")) {
      mode === "reading" && wide.scrollWidth > wide.clientWidth ? wide.setAttribute("tabindex", "0") : wide.removeAttribute("tabindex");
    }
  }

  function show(index, { focus = true, quiet = false } = {}) {
    current = within(index);
    sheets.forEach((sheet, other) => sheet.classList.toggle("current", other === current));
    enter("show");
    one(".position", bar).textContent = `${current + 1} / ${sheets.length}`;
    history.replaceState(null, "", `#${encodeURIComponent(slides[current].id)}`);
    // A slide that takes the focus is read by its title.
    if (focus) slides[current].focus({ preventScroll: true });
    if (!quiet) tell(focus ? position() : `${position()}: ${titleOf(current)}`);
    refresh();
  }

  const position = () => said.dataset.position.replace("{number}", current + 1);
  const titleOf = (index) => document.getElementById(slides[index].getAttribute("aria-labelledby")).textContent;

  function tell(text, loud = false) {
    said.classList.toggle("loud", loud);
    said.textContent = text;
  }

  /** Return the next slide in a direction that is not hidden, or -1. */
  function after(index, by) {
    let next = index + by;
    while (next in sheets && isHidden(next)) next += by;
    return next in sheets ? next : -1;
  }

  function step(by, how) {
    const next = after(current, by);
    if (next >= 0) show(next, how);
  }

  function toggleOverview() {
    if (mode === "overview") return show(current);
    leaveReading();
    enter("overview");
    buttons[current].focus();
  }

  function toggleReading() {
    if (mode === "reading") {
      leaveReading();
      return show(current);
    }
    enter("reading");
    slides[current].scrollIntoView();
    slides[current].focus({ preventScroll: true });
  }

  /** Take the slide that is being read as the one that is shown. */
  function leaveReading() {
    if (mode !== "reading") return;
    current = within(sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > innerHeight / 3));
  }

  function toggleFullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done.then(() => mode === "show" && slides[current].focus({ preventScroll: true }), () => {});
  }

  // The speaker's own window.

  function openSpeaker() {
    if (speaker && !speaker.closed) return speaker.focus();
    speaker = window.open("", "", "popup,width=1120,height=720");
    if (!speaker) return tell(template.dataset.blocked, true);
    const there = speaker.document;
    there.write("<!DOCTYPE html><title></title>");
    there.close();
    there.title = template.dataset.title;
    there.documentElement.lang = root.lang;
    there.documentElement.className = "set js speaker";
    there.head.append(there.importNode(one("style"), true));
    there.body.append(there.importNode(template.content, true));
    there.addEventListener("keydown", onKey);
    there.addEventListener("click", onClick);
    began = Date.now();
    speaker.setInterval(tick, 1000);
    tick();
    refresh();
  }

  function refresh() {
    if (!speaker || speaker.closed) return;
    const there = speaker.document;
    const next = after(current, 1);
    const copied = (node) => there.importNode(node, true);
    const notes = one(".notes", sheets[current]);
    const text = (words) => Object.assign(there.createElement("p"), { textContent: words });
    one(".now", there).replaceChildren(level(copied(slides[current]), true));
    one(".panel", there).replaceChildren(next < 0 ? text(template.dataset.end) : copied(slides[next]));
    one(".panel", there).inert = true;
    one(".spoken div", there).replaceChildren(...(notes ? [...notes.children].map(copied) : [text(template.dataset.none)]));
    one(".position", there).textContent = position();
  }

  function tick() {
    if (!speaker || speaker.closed) return;
    const two = (number) => String(number).padStart(2, "0");
    const seconds = Math.floor((Date.now() - began) / 1000);
    const now = new Date();
    one(".clock", speaker.document).textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    one(".elapsed", speaker.document).textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  // What is asked for by buttons, keys, fingers and addresses.

  const asked = {
    back: () => step(-1, { focus: false }),
    next: () => step(1, { focus: false }),
    overview: toggleOverview,
    speaker: openSpeaker,
    reading: toggleReading,
    "full-screen": toggleFullScreen,
    help: () => {
      help.showModal();
      one("button", help).focus();
    },
    close: () => help.close(),
  };

  const letters = { o: toggleOverview, s: openSpeaker, r: toggleReading, f: toggleFullScreen, "?": asked.help };

  const steps = {
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    PageDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    PageUp: () => step(-1),
    Backspace: () => step(-1),
    Home: () => show(Math.max(0, after(-1, 1))),
    End: () => show(Math.max(0, after(sheets.length, -1))),
  };

  /** Move the focus among the buttons of the overview, which stand in rows. */
  function move(key) {
    const here = Math.max(0, buttons.indexOf(document.activeElement));
    const top = sheets[0].offsetTop;
    const columns = sheets.filter((sheet) => sheet.offsetTop === top).length;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -here, End: sheets.length }[key];
    if (by !== undefined) buttons[within(here + by)].focus();
    return by !== undefined;
  }

  /** Return the letter of a key, that of the place on the keyboard where the layout has no Latin letters. */
  function letterOf(event) {
    const placed = /^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(event.key);
    return (placed ? event.code.slice(3) : event.key).toLowerCase();
  }

  function number(key) {
    const begun = typed;
    typed = one(".letters").checked && /^\d$/.test(key) ? typed + key : "";
    if (key === "Enter" && begun) show(Number(begun) - 1);
    return Boolean(typed) || (key === "Enter" && Boolean(begun));
  }

  function onKey(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const entered = number(key);
    const on = event.target.closest("a, button, input");
    if (!entered && on && (key === "Enter" || key === " ")) return;
    if (entered || pressed(event, key)) event.preventDefault();
  }

  function pressed(event, key) {
    const letter = one(".letters").checked && letters[letterOf(event)];
    if (key === "Escape") toggleOverview();
    else if (letter) letter();
    else if (mode === "overview") return move(key);
    else if (mode === "show" && key === " ") step(event.shiftKey ? -1 : 1);
    else if (mode === "show" && key in steps) steps[key]();
    else return false;
    return true;
  }

  function onClick(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.does) asked[button.dataset.does]();
    else if (buttons.includes(button)) show(buttons.indexOf(button));
  }

  let touched = null;
  document.addEventListener("touchstart", (event) => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  });
  document.addEventListener("touchend", (event) => {
    // Who has enlarged the slide moves it about.
    if (!touched || mode !== "show" || (window.visualViewport && window.visualViewport.scale > 1.01)) return;
    const [across, down] = [event.changedTouches[0].clientX - touched.clientX, event.changedTouches[0].clientY - touched.clientY];
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) step(across < 0 ? 1 : -1);
  });

  /** Return the slide that the address names, by its name or number, or -1. */
  function addressed() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* It is taken as it is written. */ }
    const named = slides.findIndex((slide) => slide.id === name);
    return named < 0 && /^\d+$/.test(name) ? within(Number(name) - 1) : named;
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  window.addEventListener("hashchange", () => addressed() >= 0 && show(addressed()));
  window.addEventListener("resize", reach);
  // Paper has the size of a slide, and slides are what is printed, also of who reads them as a text.
  window.addEventListener("beforeprint", () => root.classList.add("set"));
  window.addEventListener("afterprint", () => root.classList.toggle("set", mode !== "reading"));
  window.addEventListener("pagehide", () => speaker && speaker.close());

  root.classList.add("js");
  bar.hidden = false;
  one("[data-does=full-screen]", bar).hidden = !document.fullscreenEnabled;
  show(addressed() < 0 ? Math.max(0, after(-1, 1)) : addressed(), { focus: false, quiet: true });
}
