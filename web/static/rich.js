// Text with entities (Bot API, MessageEntity; offsets count UTF-16 units, as strings do here) -> DOM nodes.
//
// Only the tags named below can come out, built as nodes: foreign text never passes through innerHTML.

import { make } from "./setup.js";

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span",
};
const SAFE_LINK = /^(https?:\/\/|tel:|mailto:)/i;
const EXAMPLE = /0{7}$/; // 13800000000 stands in hints: nobody is called there
// What a line is not broken in: a code with its brackets (LX-D-QX01-202611-0001); short names with dots between them (月度汇报 · 清溪村 · 2026年11月),
// whose dots stay with what they follow; a number with what it counts (2026年11月, 208 户, 第2项).
const WHOLE = /([（(]?[A-Za-z0-9]+(?:-[A-Za-z0-9]+){2,}[）)]?[，。；]?)|((?:[^\s·]{1,9} · )+(?:[^\s·]{1,9}(?![^\s·]))?)|((?:第?\d[\d.,:]*[ \u00a0]?[\u2e80-\u2fdf\u3400-\u9fff])+)/g;
// no lookbehind: older WebViews do not know it
const FOUND = /(https?:\/\/[^\s<>"'，。；、（）【】]+)|((?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![\d-]))/g;

const DOT = " · ";

export function rich(text, entities) {
  const sorted = (entities || []).slice().sort((a, b) => a.offset - b.offset || b.length - a.length);
  return piece(text, 0, text.length, sorted, false);
}

function piece(text, start, end, entities, inside) {
  const out = document.createDocumentFragment();
  let at = start;
  let next = 0;
  while (next < entities.length) {
    const entity = entities[next];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    next += 1;
    if (to <= from) {
      continue;
    }
    plain(out, text.slice(at, from), inside);
    const nested = [];
    while (next < entities.length && entities[next].offset < to) {
      nested.push(entities[next]);
      next += 1;
    }
    const node = element(entity, text.slice(from, to));
    const closed = inside || (node !== null && /^(A|CODE|PRE)$/.test(node.nodeName));
    const head = entity.type === "italic" && nested.length === 0 && text.slice(from, to).includes(DOT);
    const content = head ? chain(text.slice(from, to)) : piece(text, from, to, nested, closed);
    if (node === null) {
      out.append(content);
    } else {
      node.append(content);
      out.append(node);
    }
    at = to;
  }
  plain(out, text.slice(at, end), inside);
  return out;
}

function element(entity, text) {
  if (entity.type === "text_link" || entity.type === "url") {
    return link(entity.type === "url" ? text : entity.url);
  }
  const tag = TAGS[entity.type];
  return tag ? document.createElement(tag) : null;
}

function link(address) {
  if (!SAFE_LINK.test(address || "")) {
    return null;
  }
  const node = document.createElement("a");
  node.href = address;
  if (/^https?:/i.test(address)) {
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  return node;
}

// Plain text; addresses and telephone numbers in it can be tapped, as people expect.
function plain(out, text, inside) {
  if (!text) {
    return;
  }
  if (inside) {
    out.append(whole(text));
    return;
  }
  let at = 0;
  text.replace(FOUND, (found, address, phone, offset) => {
    if (phone && (EXAMPLE.test(phone) || /[\d-]/.test(text.charAt(offset - 1)))) {
      return found; // nobody's, or the tail of a longer number
    }
    const node = link(address || "tel:" + phone);
    node.append(found);
    out.append(whole(text.slice(at, offset)), node);
    at = offset + found.length;
    return found;
  });
  out.append(whole(text.slice(at)));
}

// Text whose lines break between words, as a careful typist breaks them. Only spans: what is copied is what was said.
export function whole(text) {
  const out = document.createDocumentFragment();
  let at = 0;
  text.replace(WHOLE, (found, code, chain, count, offset) => {
    out.append(text.slice(at, offset));
    const words = chain ? found.split(/( (?=[^·]))/) : [found];
    words.forEach((word) => out.append(held(word, code ? "code" : "whole")));
    at = offset + found.length;
    return found;
  });
  out.append(text.slice(at));
  return out;
}

// Things side by side with dots between them (月度汇报 · 清溪村党支部 · 2026年11月): where one begins a line, its dot lies left of
// the edge and is cut off (chat.css), so that no line begins or ends with one.
export function chain(text) {
  const [first, ...rest] = text.split(DOT);
  const links = make("span", { class: "links" }, make("span", { class: "first" }, whole(first)));
  rest.forEach((one) => links.append(make("span", {}, make("span", { class: "dot-between" }, DOT), whole(one))));
  return make("span", { class: "chain" }, links);
}

export function isChain(text) {
  return text.includes(DOT);
}

function held(word, name) {
  if (word.trim() === "") {
    return word;
  }
  const node = document.createElement("span");
  node.className = name;
  node.append(word);
  return node;
}
