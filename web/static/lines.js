// The list of lines: puts each in its place, edits in place, keeps what the person reads where it is.

import { make, word, setup } from "./setup.js";
import { row, pendingRow } from "./bubble.js";

const NEAR = 90; // px from the end that still count as being at the end
const ANSWERED = 8000; // ms within which a new line is the answer to a press
const GAP = 5 * 60; // seconds between two lines after which the time is shown

export class Lines {
  // more(before): ask for older lines; changed(): the live question may be another
  constructor(scroller, list, pill, more, changed) {
    this.scroller = scroller;
    this.list = list;
    this.pill = pill;
    this.more = more;
    this.changed = changed;
    this.nodes = new Map(); // id -> {node, seq, doc}
    this.pending = new Map(); // key -> node
    this.older = false;
    this.asking = false;
    this.awaited = 0; // until then (ms) a new line of the bot answers a press
    this.pressed = 0; // id of the line a button of which was pressed last
    this.pinned = true; // at the end, as the person left it: what grows or shrinks keeps the end in view
    this.earlier = make("button", { type: "button", class: "earlier", hidden: true }, word("earlier"));
    this.tail = make("div", { class: "tail" });
    this.typing = make(
      "div", { class: "row bot typing", hidden: true, role: "status" },
      make("div", { class: "avatar", "aria-hidden": "true" }, word("sign")),
      make("div", { class: "body" }, make("div", { class: "bubble" }, make("span", { class: "dots", "aria-label": word("typing") },
        make("i"), make("i"), make("i"))))
    );
    this.list.append(this.earlier, this.tail);
    this.scroller.append(this.typing);
    this.earlier.addEventListener("click", () => this.ask());
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.pill.addEventListener("click", () => this.toEnd());
    const again = () => {
      if (this.pinned) {
        this.toEnd(this.fresh);
      }
    };
    if (window.ResizeObserver) {
      const watch = new ResizeObserver(again);
      watch.observe(this.scroller);
      watch.observe(this.list);
    } else {
      this.list.addEventListener("load", again, true); // pictures, in WebViews of before 2018
      window.addEventListener("resize", again);
    }
  }

  // Start anew from the end of the log.
  fill(lines, more) {
    this.nodes.forEach((known) => known.node.remove());
    this.nodes.clear();
    lines.forEach((each) => this.place(each.id, each.seq, each.line));
    this.setOlder(more);
    this.changed();
    this.toEnd(this.newest());
  }

  // Older lines came: above, without moving what is read.
  prepend(lines, more) {
    this.keepPlace(() => lines.forEach((each) => this.place(each.id, each.seq, each.line)));
    this.asking = false;
    this.setOlder(more);
  }

  put(id, seq, doc) {
    const known = this.nodes.get(id);
    if (known && known.seq >= seq) {
      return;
    }
    const isNew = !known;
    const awaited = !doc.own && Date.now() < this.awaited;
    const answer = isNew && awaited; // to a button pressed further up
    const turned = !isNew && awaited && id === this.pressed; // a pressed line says something else now
    const follow = this.pinned || Boolean(doc.own) || answer;
    if (answer) {
      this.awaited = 0;
    }
    if (doc.key) {
      this.unpend(doc.key);
    }
    this.keepPlace(() => this.place(id, seq, doc));
    if (!doc.own) {
      this.setTyping(false);
    }
    this.changed();
    const node = this.nodes.get(id).node;
    if (follow && (isNew || node === this.newest())) {
      this.toEnd(doc.own ? null : node);
    } else if (turned) {
      this.reveal(node);
    } else if (follow) {
      this.toEnd(this.fresh);
    } else if (isNew) {
      this.pill.hidden = false;
    }
  }

  gone(id) {
    const known = this.nodes.get(id);
    if (known) {
      this.keepPlace(() => {
        const next = known.node.nextElementSibling;
        known.node.remove();
        this.nodes.delete(id);
        this.time(next);
      });
      this.changed();
    }
  }

  place(id, seq, doc) {
    const known = this.nodes.get(id);
    if (known && known.seq >= seq) {
      return;
    }
    const fresh = row(doc);
    if (known) {
      // the bubble is exchanged inside its node: position, time and focus order stay
      const focused = known.node.contains(document.activeElement);
      known.node.replaceChild(fresh, known.node.querySelector(".row"));
      known.seq = seq;
      known.doc = doc;
      if (focused) {
        const key = fresh.querySelector(".key");
        if (key) {
          key.focus({ preventScroll: true });
        }
      }
      return;
    }
    const node = make("div", { class: "line", "data-line": id }, fresh);
    this.nodes.set(id, { node: node, seq: seq, doc: doc });
    let before = this.tail;
    let last = this.tail.previousElementSibling;
    while (last && last.dataset.line && Number(last.dataset.line) > id) {
      before = last;
      last = last.previousElementSibling;
    }
    this.list.insertBefore(node, before);
    this.time(node);
    this.time(node.nextElementSibling);
  }

  // A time above a line, only when minutes have passed since the one before.
  time(node) {
    if (!node || !node.dataset.line) {
      return;
    }
    const date = this.nodes.get(Number(node.dataset.line)).doc.date;
    const above = node.previousElementSibling;
    const earlier = above && above.dataset.line ? this.nodes.get(Number(above.dataset.line)).doc.date : 0;
    const shown = node.querySelector(".time");
    if (date - earlier > GAP && !shown) {
      node.prepend(make("div", { class: "time" }, moment(date)));
    } else if (date - earlier <= GAP && shown) {
      shown.remove();
    }
  }

  // A button of a line was pressed: what answers it is shown, a new line or this one edited, wherever the person reads.
  awaits(line) {
    this.awaited = Date.now() + ANSWERED;
    this.pressed = line;
  }

  // ---------------------------------------------------------------- one's own, not kept yet

  pend(key, act, preview) {
    if (this.pending.has(key)) {
      return this.pending.get(key);
    }
    const node = pendingRow(act, preview);
    this.pending.set(key, node);
    this.tail.append(node);
    this.toEnd();
    return node;
  }

  unpend(key) {
    const node = this.pending.get(key);
    if (node) {
      node.remove();
      this.pending.delete(key);
    }
  }

  // It was not sent: say so, with a way on.
  stuck(key, text, retry) {
    const node = this.pending.get(key);
    if (!node) {
      return;
    }
    const state = node.querySelector(".sending");
    state.textContent = "";
    state.className = "sending failed";
    state.append(text);
    if (retry) {
      const button = make("button", { type: "button", class: "link" }, word("again"));
      button.addEventListener("click", () => {
        state.className = "sending";
        state.textContent = word("sending");
        retry();
      });
      state.append(button);
    }
  }

  // ---------------------------------------------------------------- the live question

  // The newest line of the bot, and the newest that puts something on or takes it from the input line.
  live() {
    let newest = null;
    let panel = null;
    let asking = 0;
    this.nodes.forEach((known, id) => {
      if (known.doc.reply_markup && id > asking) {
        asking = id;
      }
      if (!known.doc.own && (!newest || id > newest.id)) {
        newest = { id: id, doc: known.doc };
      }
      if (known.doc.panel && (!panel || id > panel.id)) {
        panel = { id: id, panel: known.doc.panel };
      }
    });
    this.nodes.forEach((known, id) => known.node.classList.toggle("live", id === asking));
    return { newest: newest, panel: panel };
  }

  // The node of the last line, if the bot said it.
  newest() {
    const last = this.tail.previousElementSibling;
    const known = last && last.dataset.line ? this.nodes.get(Number(last.dataset.line)) : null;
    return known && !known.doc.own ? known.node : null;
  }

  node(id) {
    const known = this.nodes.get(id);
    return known ? known.node : null;
  }

  setTyping(on) {
    if (this.typing.hidden === !on) {
      return;
    }
    this.typing.hidden = !on;
    if (this.pinned) {
      this.toEnd(on ? null : this.fresh);
    }
  }

  // ---------------------------------------------------------------- scrolling

  atEnd() {
    const box = this.scroller;
    return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  }

  // To the end; but of a bubble taller than the screen, new or edited, the beginning is shown.
  toEnd(fresh) {
    const box = this.scroller;
    this.fresh = fresh || null;
    this.pinned = true;
    box.scrollTop = box.scrollHeight;
    if (fresh && fresh.isConnected && fresh.offsetHeight > box.clientHeight) {
      this.toTop(fresh);
    }
    this.set = box.scrollTop;
    this.pill.hidden = true;
  }

  // A line further up is brought into view as far as it is not: moved no more than that needs.
  reveal(node) {
    const box = this.scroller.getBoundingClientRect();
    const seen = node.getBoundingClientRect();
    if (seen.top < box.top || seen.height > box.height) {
      this.toTop(node);
    } else if (seen.bottom > box.bottom) {
      this.scroller.scrollTop += seen.bottom - box.bottom + 8;
    }
    this.set = this.scroller.scrollTop;
  }

  toTop(node) {
    this.scroller.scrollTop += node.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 8;
  }

  // Change something; the first line in view stays where it is on the screen.
  keepPlace(change) {
    const top = this.scroller.getBoundingClientRect().top;
    const anchor = Array.from(this.list.querySelectorAll(".line")).find((node) => node.getBoundingClientRect().bottom > top);
    const before = anchor ? anchor.getBoundingClientRect().top : 0;
    change();
    if (anchor && anchor.isConnected) {
      this.scroller.scrollTop += anchor.getBoundingClientRect().top - before;
    }
    this.set = this.scroller.scrollTop;
  }

  scrolled() {
    const by = Math.abs(this.scroller.scrollTop - this.set);
    if (by > 2) {
      this.pinned = this.atEnd(); // moved by the person, not by us
      this.fresh = null;
    }
    if (this.atEnd()) {
      this.pill.hidden = true;
    }
    if (this.scroller.scrollTop < 300) {
      this.ask();
    }
  }

  ask() {
    const first = this.list.querySelector(".line");
    if (this.older && !this.asking && first) {
      this.asking = this.more(Number(first.dataset.line));
    }
  }

  setOlder(more) {
    this.older = more;
    this.asking = false;
    this.earlier.hidden = !more;
  }
}

// 14:02 · 昨天 14:02 · 11月20日 14:02, in the organisation's time zone
function moment(seconds) {
  const at = new Date(seconds * 1000);
  const day = (date) => format(date, { year: "numeric", month: "numeric", day: "numeric" });
  const time = format(at, { hour: "2-digit", minute: "2-digit", hour12: false });
  if (day(at) === day(new Date())) {
    return time;
  }
  if (day(at) === day(new Date(Date.now() - 86400000))) {
    return word("yesterday") + " " + time;
  }
  const far = day(at).slice(0, 4) !== day(new Date()).slice(0, 4);
  const date = format(at, { year: far ? "numeric" : undefined, month: "long", day: "numeric" });
  return date + " " + time;
}

function format(date, parts) {
  const tag = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-GB" }[setup.lang] || "zh-CN";
  try {
    return new Intl.DateTimeFormat(tag, Object.assign({ timeZone: setup.zone }, parts)).format(date);
  } catch (unknownZone) {
    return new Intl.DateTimeFormat(tag, parts).format(date);
  }
}
