// One line of the chat as nodes: bubble, what is in it, and the buttons under it.

import { make, icon, word, sizeInWords, setup } from "./setup.js";
import { chain, isChain, rich, whole } from "./rich.js";

const STYLES = ["primary", "success", "danger"];

// doc: what the server sent of a line (docs/webchat.md). Returns the row; the list puts it in place.
export function row(doc) {
  const body = make("div", { class: "body" });
  const bubble = make("div", { class: "bubble" });
  const photo = doc.photo && doc.photo.length;
  if (photo) {
    bubble.classList.add("picture");
    bubble.append(picture(doc.photo));
  }
  if (doc.document) {
    bubble.append(paper(doc.document));
  }
  if (doc.location) {
    bubble.append(place(doc.location));
  }
  const text = doc.text || doc.caption || "";
  if (text) {
    const words = make("div", { class: "text" });
    words.append(rich(text, doc.entities || doc.caption_entities));
    bubble.append(words);
  }
  body.append(bubble);
  if (doc.reply_markup && doc.reply_markup.inline_keyboard) {
    body.append(keyboard(doc.reply_markup));
  }
  return make(
    "div", { class: "row " + (doc.own ? "own" : "bot") },
    make("span", { class: "who" }, (doc.own ? word("you") : word("bot")) + "："),
    avatar(doc.own), body
  );
}

function avatar(own) {
  const sign = own ? Array.from(setup.name)[0] || "·" : word("sign");
  return make("div", { class: "avatar", "aria-hidden": "true" }, sign);
}

function fileId(sent) {
  return sent.file_id.split(".")[1];
}

function picture(sizes) {
  const whole = sizes[sizes.length - 1];
  const small = sizes[0];
  const image = make("img", {
    src: "/chat/files/" + fileId(whole) + "?small", alt: word("photo"), width: small.width, height: small.height,
    decoding: "async",
  });
  return make("button", { type: "button", class: "photo", "data-photo": "/chat/files/" + fileId(whole) }, image);
}

function paper(sent) {
  const about = [sizeInWords(sent.file_size || 0)];
  const ending = (sent.file_name || "").split(".").pop();
  if (ending && ending !== sent.file_name) {
    about.unshift(ending.toUpperCase());
  }
  return make(
    "a", { class: "paper", href: "/chat/papers/" + fileId(sent), target: "_blank", rel: "noopener" },
    icon("paper"),
    make("span", { class: "paper-name" }, sent.file_name || word("file"), make("small", {}, about.join(" · ")))
  );
}

function place(where) {
  const near = where.horizontal_accuracy ? word("accuracy").replace("#", Math.round(where.horizontal_accuracy)) : "";
  const numbers = where.latitude.toFixed(5) + "，" + where.longitude.toFixed(5);
  return make(
    "div", { class: "paper" }, icon("place"),
    make("span", { class: "paper-name" }, word("location"), make("small", {}, numbers + (near ? "　" + near : "")))
  );
}

function keyboard(markup) {
  const rows = markup.inline_keyboard;
  const quiet = (markup.lianxin && markup.lianxin.quiet) || 0;
  const board = make("div", { class: "keyboard", role: "group", "aria-label": word("buttons") });
  rows.forEach((buttons, number) => {
    const line = make("div", { class: "keys" + (number >= rows.length - quiet ? " quiet" : "") });
    buttons.forEach((button) => line.append(key(button)));
    board.append(line);
  });
  return board;
}

function key(button) {
  const length = Array.from(button.text).reduce((sum, char) => sum + (char < "\u2e80" ? 0.55 : 1), 0);
  const style = (STYLES.includes(button.style) ? " " + button.style : "") + (length <= 12 ? " short" : " long");
  const listed = length > 12 && isChain(button.text); // a record in a list
  const label = make("span", { class: "label" + (listed ? " listed" : "") }, listed ? chain(button.text) : whole(button.text));
  const address = button.url || (button.web_app && button.web_app.url);
  if (address && /^https?:\/\//i.test(address)) {
    return make("a", { class: "key" + style, href: address, target: "_blank", rel: "noopener noreferrer" }, label);
  }
  const attributes = { type: "button", class: "key" + style };
  if (button.copy_text) {
    attributes["data-copy"] = button.copy_text.text;
  } else {
    attributes["data-tap"] = button.callback_data || "";
  }
  return make("button", attributes, label);
}

// Something of one's own that the server does not have yet.
export function pendingRow(act, preview) {
  const bubble = make("div", { class: "bubble" });
  if (act.kind === "photo" && preview) {
    bubble.classList.add("picture");
    bubble.append(make("img", { src: preview, alt: word("photo"), class: "preview" }));
  } else if (act.kind === "photo" || act.kind === "document") {
    bubble.append(make("div", { class: "paper" }, icon("paper"), make("span", { class: "paper-name" }, act.name || word("file"))));
  } else if (act.kind === "location") {
    bubble.append(place(act));
  } else {
    bubble.append(make("div", { class: "text" }, act.label || act.text || act.command || ""));
  }
  const state = make("div", { class: "sending" }, make("span", { class: "dot" }), word("sending"));
  return make("div", { class: "row own pending" }, avatar(true), make("div", { class: "body" }, bubble, state));
}
