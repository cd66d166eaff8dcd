// What comes up over the chat: the menu, a word that must be read, a photo in full. One at a time; Esc closes.

import { byId, make, word, icon } from "./setup.js";

let closeOpen = null;

// show(label, content, wide): a sheet with *content*; returns the function that closes it.
export function show(label, content, kind) {
  if (closeOpen) {
    closeOpen();
  }
  const before = document.activeElement;
  const box = make("div", { class: "sheet " + (kind || ""), role: "dialog", "aria-modal": "true", "aria-label": label, tabindex: "-1" }, content);
  const cover = make("div", { class: "cover " + (kind || "") }, box);
  const close = () => {
    if (closeOpen !== close) {
      return;
    }
    closeOpen = null;
    document.removeEventListener("keydown", keys);
    cover.remove();
    if (before && before.focus) {
      before.focus({ preventScroll: true });
    }
  };
  const keys = (event) => {
    if (event.key === "Escape") {
      close();
    } else if (event.key === "Tab") {
      const stops = Array.from(box.querySelectorAll("a[href], button:not([disabled])"));
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (!stops.length || document.activeElement === edge || !box.contains(document.activeElement)) {
        event.preventDefault();
        (event.shiftKey ? stops[stops.length - 1] : stops[0] || box).focus();
      }
    }
  };
  cover.addEventListener("click", (event) => {
    if (event.target === cover) {
      close();
    }
  });
  document.addEventListener("keydown", keys);
  closeOpen = close;
  byId("phone").append(cover);
  box.focus({ preventScroll: true });
  return close;
}

// A word of the bot that must be read (answerCallbackQuery with show_alert).
export function alertBox(text) {
  const button = make("button", { type: "button", class: "key primary" }, word("ok"));
  const close = show(text, make("div", { class: "alert" }, make("p", {}, text), button), "middle");
  button.addEventListener("click", close);
  button.focus({ preventScroll: true });
}

let toastTimer = 0;

// A word in passing; read aloud, gone by itself.
export function toast(text) {
  const box = byId("toast");
  box.textContent = text;
  box.classList.add("on");
  window.clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => box.classList.remove("on"), 2500 + text.length * 60);
}

export function photo(address) {
  const back = make("button", { type: "button", class: "close", "aria-label": word("close") }, icon("close"));
  const image = make("img", { src: address, alt: word("photo") });
  const close = show(word("photo"), make("div", { class: "viewer" }, image, back), "full");
  back.addEventListener("click", close);
  image.addEventListener("click", close);
}

// rows: [{text, hint, act}] in order; null is a dividing line.
export function menu(label, rows) {
  const list = make("div", { class: "menu" });
  let close = null;
  rows.forEach((each) => {
    if (each === null) {
      list.append(make("hr"));
      return;
    }
    const content = [make("span", {}, each.text), each.hint ? make("small", {}, each.hint) : null];
    const item = each.href
      ? make("a", { href: each.href, target: each.blank ? "_blank" : null, rel: each.blank ? "noopener" : null }, ...content)
      : make("button", { type: "button" }, ...content);
    item.addEventListener("click", () => {
      close();
      if (each.act) {
        each.act();
      }
    });
    list.append(item);
  });
  const done = make("button", { type: "button", class: "done" }, word("close"));
  done.addEventListener("click", () => close());
  close = show(label, make("div", {}, list, done), "bottom");
  const first = list.querySelector("button, a");
  if (first) {
    first.focus({ preventScroll: true });
  }
}
