// What the server handed the page: who, where, and every word it shows. And a memory that may be refused.

export const setup = JSON.parse(document.getElementById("setup").textContent);

export function word(key) {
  return Object.prototype.hasOwnProperty.call(setup.words, key) ? setup.words[key] : key;
}

export function byId(id) {
  return document.getElementById(id);
}

// make("button", {class: "x", type: "button"}, "text" | node, …): text only ever becomes text.
export function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  });
  children.forEach((child) => {
    if (child !== null && child !== undefined && child !== "") {
      node.append(child);
    }
  });
  return node;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#icon-" + name);
  svg.append(use);
  return svg;
}

// Random enough to be one of a kind: the key under which an action acts once.
export function newKey() {
  const bytes = new Uint8Array(16);
  window.crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// localStorage, one drawer per chat; where it is refused or full, this visit still works.
const drawer = "lianxin." + setup.chat + ".";

export const memory = {
  get(name, otherwise) {
    try {
      const text = window.localStorage.getItem(drawer + name);
      return text === null ? otherwise : JSON.parse(text);
    } catch (refused) {
      return otherwise;
    }
  },
  set(name, value) {
    try {
      if (value === null) {
        window.localStorage.removeItem(drawer + name);
      } else {
        window.localStorage.setItem(drawer + name, JSON.stringify(value));
      }
    } catch (refused) { /* see above */ }
  },
};

export function sizeInWords(bytes) {
  if (bytes < 1024) {
    return bytes + " B";
  }
  if (bytes < 1024 * 1024) {
    return Math.round(bytes / 1024) + " KB";
  }
  return (bytes / 1024 / 1024).toFixed(1) + " MB";
}
