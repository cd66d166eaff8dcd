// The chat page: puts its parts together and turns what the server says into what is seen.

import { byId, setup, word } from "./setup.js";
import { Wire } from "./wire.js";
import { Lines } from "./lines.js";
import { Composer } from "./composer.js";
import { alertBox, menu, photo, toast } from "./sheet.js";

const TYPING_LASTS = 6000; // ms, a little longer than Telegram's 5 s
const LATE = 350; // ms after which a pressed button that was not answered shows that work goes on

const root = document.documentElement;
const status = byId("status");
let commands = [];
let webMenu = null;
let typingTimer = 0;
const taps = new Map(); // key -> {line, data}

const lines = new Lines(byId("scroller"), byId("lines"), byId("pill"), (before) => wire.more(before), () => composer.suit());
const wire = new Wire(hear, show);
const composer = new Composer(wire, lines);

wire.waiting().forEach((item) => pendAgain(item));
wire.connect();

// ---------------------------------------------------------------- what the server says

function hear(event) {
  const heard = {
    welcome, commands: (it) => { commands = it.commands; }, menu: (it) => { webMenu = it.menu; },
    put: (it) => { lines.put(it.id, it.seq, it.line); repress(); },
    gone: (it) => lines.gone(it.id),
    page: (it) => lines.prepend(it.lines, it.more),
    typing: () => typing(TYPING_LASTS),
    answer, ack: (it) => settled(it.key), refused, stuck,
    later: (it) => toast(it.text),
    lang: (it) => { if (it.lang !== setup.lang) { window.location.reload(); } },
    bye: () => show("ended"),
  }[event.t];
  if (heard) {
    heard(event);
  }
}

function welcome(event) {
  if (event.lang !== setup.lang) {
    window.location.reload();
    return;
  }
  commands = event.commands;
  webMenu = event.menu;
  if (event.fresh) {
    lines.fill(event.lines, event.more);
  } else {
    event.changes.forEach((each) => hear(each));
  }
  repress();
}

function answer(event) {
  if (!taps.has(event.key)) {
    return; // a tap on another device of the same person
  }
  if (event.text) {
    if (event.alert) {
      alertBox(event.text);
    } else {
      toast(event.text);
    }
  }
}

function settled(key) {
  taps.delete(key);
  repress();
  typing(0);
  lines.unpend(key);
}

function refused(event) {
  settled(event.key);
  toast(event.text);
}

function stuck(event) {
  if (taps.has(event.key)) {
    settled(event.key);
    toast(word("unsent"));
  }
  lines.stuck(event.key, word("unsent"), () => wire.retry(event.key));
}

function pendAgain(item) {
  if (item.act.kind === "tap") {
    taps.set(item.key, { line: item.act.line, data: item.act.data });
  } else {
    lines.pend(item.key, item.act);
  }
}

function typing(lasts) {
  window.clearTimeout(typingTimer);
  lines.setTyping(lasts > 0);
  if (lasts > 0) {
    typingTimer = window.setTimeout(() => lines.setTyping(false), lasts);
  }
}

// ---------------------------------------------------------------- the line

function show(state) {
  root.dataset.state = state;
  if (state === "ended") {
    status.textContent = word("signed-out");
    const link = document.createElement("a");
    link.href = "/";
    link.textContent = word("reload");
    status.append(" ", link);
  } else {
    status.textContent = state === "offline" ? word("offline") : state === "connecting" ? word("connecting") : "";
  }
  status.hidden = status.textContent === "";
  byId("input").disabled = state === "ended";
}

// ---------------------------------------------------------------- what the person presses

byId("lines").addEventListener("click", (event) => {
  const key = event.target.closest("[data-tap], [data-copy], [data-photo]");
  if (!key) {
    return;
  }
  if (key.dataset.photo) {
    photo(key.dataset.photo);
  } else if (key.dataset.copy !== undefined) {
    copy(key.dataset.copy);
  } else if (key.getAttribute("aria-disabled") !== "true") {
    tap(Number(key.closest(".line").dataset.line), key.dataset.tap);
  }
});

function tap(line, data) {
  const key = wire.send({ kind: "tap", line: line, data: data });
  taps.set(key, { line: line, data: data });
  lines.awaits(line);
  repress();
  if (navigator.vibrate) {
    navigator.vibrate(8);
  }
  window.setTimeout(() => {
    if (taps.has(key)) {
      typing(TYPING_LASTS);
    }
  }, LATE);
}

// A pressed button looks pressed at once and until its answer is kept; its neighbours wait with it.
function repress() {
  document.querySelectorAll(".key.pressed, .keyboard.waiting").forEach((each) => {
    each.classList.remove("pressed", "waiting");
  });
  document.querySelectorAll(".key[aria-disabled]").forEach((each) => each.removeAttribute("aria-disabled"));
  taps.forEach((pressed) => {
    const node = lines.node(pressed.line);
    if (!node) {
      return;
    }
    node.querySelectorAll("[data-tap]").forEach((key) => {
      key.setAttribute("aria-disabled", "true");
      if (key.dataset.tap === pressed.data) {
        key.classList.add("pressed");
        key.closest(".keyboard").classList.add("waiting");
      }
    });
  });
}

function copy(text) {
  const done = () => toast(word("copied"));
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done, () => toast(text));
  } else {
    toast(text);
  }
}

// ---------------------------------------------------------------- the menu

byId("menu").addEventListener("click", () => {
  const rows = [];
  if (webMenu) {
    rows.push({ text: webMenu.text, href: webMenu.url, blank: true });
  }
  commands.forEach((each) => {
    rows.push({ text: each.description, act: () => composer.command(each.command, each.description) });
  });
  if (rows.length) {
    rows.push(null);
  }
  const large = root.classList.contains("large");
  rows.push({ text: large ? word("size-normal") : word("size-large"), act: () => resize(!large) });
  rows.push({ text: word("devices"), href: "/devices" });
  rows.push({ text: word("leave"), act: () => byId("leave").submit() });
  menu(word("menu"), rows);
});

function resize(large) {
  const follow = lines.pinned;
  lines.keepPlace(() => root.classList.toggle("large", large));
  composer.typed();
  if (follow) {
    lines.toEnd();
  }
  try {
    window.localStorage.setItem("lianxin.size", large ? "large" : "normal");
  } catch (refused) { /* it holds for this visit */ }
}

// ---------------------------------------------------------------- the screen

// The on-screen keyboard takes room that 100vh does not know of; the input line must stay above it.
function fit() {
  const seen = window.visualViewport;
  const follow = lines.pinned;
  root.style.setProperty("--screen", (seen ? seen.height : window.innerHeight) + "px");
  if (seen && seen.offsetTop) {
    window.scrollTo(0, 0);
  }
  if (follow) {
    lines.toEnd(lines.fresh);
  }
}

const chosen = document.querySelector(".aside .chosen");
if (chosen && chosen.scrollIntoView) {
  chosen.scrollIntoView({ block: "center" });
}

if (window.visualViewport) {
  window.visualViewport.addEventListener("resize", fit);
}
window.addEventListener("resize", fit);
fit();
