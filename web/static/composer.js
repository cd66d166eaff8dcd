// The input line: text, photos, files, a place when it is asked for; the keyboard suits the question.

import { byId, make, memory, newKey, word } from "./setup.js";
import { upload, Unreadable, TooBig } from "./upload.js";
import { toast } from "./sheet.js";

const NUMBERS = ["numeric", "decimal", "tel"];

export class Composer {
  constructor(wire, lines) {
    this.wire = wire;
    this.lines = lines;
    this.input = byId("input");
    this.form = byId("composer");
    this.sender = byId("send");
    this.mode = byId("mode");
    this.panel = byId("panel");
    this.locate = byId("locate");
    this.question = "";
    this.usedPanel = 0;
    this.uploads = Promise.resolve();
    this.input.value = memory.get("draft", "");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sendText();
    });
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => {
      // 229: an input method is still composing; its Enter only picks a word
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
        event.preventDefault();
        this.sendText();
      }
    });
    this.mode.addEventListener("click", () => this.swap());
    this.locate.addEventListener("click", () => this.sendPlace());
    this.chooser("photo");
    this.chooser("document");
    this.albums = new Set();
    // Whoever closes the page gives up what is still on its way: what has come is in the queue, and is answered.
    window.addEventListener("pagehide", () => this.albums.forEach((album) => this.letGo(album)));
    this.typed();
  }

  chooser(kind) {
    const field = byId("pick-" + kind);
    byId("add-" + kind).addEventListener("click", () => field.click());
    field.addEventListener("change", () => {
      const files = Array.from(field.files);
      field.value = "";
      const chosen = files.slice(0, 9);
      const album = kind === "photo" && chosen.length > 1 ? { key: newKey(), left: chosen.length, held: null } : null;
      chosen.forEach((file) => this.sendFile(kind, file, album));
    });
  }

  typed() {
    const box = this.input;
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight, 160) + "px";
    const some = box.value.trim() !== "";
    this.form.classList.toggle("some", some);
    this.sender.disabled = !some;
    window.clearTimeout(this.saving);
    this.saving = window.setTimeout(() => memory.set("draft", box.value || null), 300);
  }

  sendText() {
    const text = this.input.value.trim();
    if (text) {
      this.input.value = "";
      memory.set("draft", null);
      this.typed();
      memory.set("draft", null);
      this.say({ kind: "text", text: text });
    }
  }

  // A command from the menu shows what it is called, not its Latin name.
  command(command, label) {
    this.say({ kind: "command", command: "/" + command, label: label });
  }

  say(act) {
    const key = newKey();
    this.lines.pend(key, act);
    this.wire.send(act, key);
  }

  // ---------------------------------------------------------------- files

  sendFile(kind, file, album) {
    const key = newKey();
    const preview = kind === "photo" ? URL.createObjectURL(file) : null;
    const node = this.lines.pend(key, { kind: kind, name: file.name }, preview);
    const state = node.querySelector(".sending");
    const attempt = () => {
      this.uploads = this.uploads.then(() => this.carry(kind, file, album, key, state)).catch((error) => {
        const final = error instanceof Unreadable || error instanceof TooBig;
        this.lines.stuck(key, error.message || word("upload-failed"), final ? null : attempt);
        if (album) {
          this.next(album, null);
        }
      });
    };
    attempt();
  }

  async carry(kind, file, album, key, state) {
    const kept = await upload(file, kind, key, (part) => {
      state.textContent = word("sending") + " " + Math.round(part * 100) + "%";
    });
    state.textContent = word("sending");
    const act = { kind: kind, file: kept.file, name: kept.name };
    if (album) {
      act.album = album.key;
      this.next(album, { act: act, key: key });
    } else {
      this.wire.send(act, key);
    }
  }

  // Of an album the newest picture is held until the next one is there, or none is left: only the last is answered.
  next(album, item) {
    album.left -= 1;
    if (item && album.held) {
      album.held.act.more = true;
      this.wire.send(album.held.act, album.held.key);
    }
    album.held = item || album.held;
    this.albums.add(album);
    if (album.left <= 0) {
      this.letGo(album);
      this.albums.delete(album);
    }
  }

  letGo(album) {
    if (album.held) {
      this.wire.send(album.held.act, album.held.key);
      album.held = null;
    }
  }

  // ---------------------------------------------------------------- a place

  sendPlace() {
    if (!navigator.geolocation) {
      toast(word("location-denied"));
      return;
    }
    this.locate.disabled = true;
    this.locate.classList.add("busy");
    const done = () => {
      this.locate.disabled = false;
      this.locate.classList.remove("busy");
    };
    navigator.geolocation.getCurrentPosition(
      (found) => {
        done();
        const at = found.coords;
        this.say({ kind: "location", latitude: at.latitude, longitude: at.longitude, accuracy: at.accuracy });
      },
      () => {
        done();
        toast(word("location-denied"));
      },
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 }
    );
  }

  // ---------------------------------------------------------------- what the live question asks for

  suit() {
    const live = this.lines.live();
    const markup = (live.newest && live.newest.doc.reply_markup) || {};
    const wish = Object.assign({}, this.panelWish(live), markup.lianxin || {});
    const question = live.newest ? live.newest.id + ":" + (wish.keyboard || "") : "";
    if (question !== this.question) {
      this.question = question;
      this.keyboard(wish.keyboard || "text");
    }
    this.input.placeholder = wish.placeholder || word("placeholder");
    this.locate.hidden = !wish.location;
  }

  // A reply keyboard stands above the input line until it is taken away or another comes.
  panelWish(live) {
    const panel = live.panel && live.panel.panel;
    const rows = (panel && panel.keyboard) || [];
    this.panel.textContent = "";
    if (!panel || (panel.once && this.usedPanel === live.panel.id)) {
      this.panel.hidden = true;
      return {};
    }
    let location = false;
    rows.forEach((buttons) => {
      const line = make("div", { class: "keys" });
      buttons.forEach((button) => {
        const key = make("button", { type: "button", class: "key" + (button.location ? " primary" : "") }, button.text);
        location = location || Boolean(button.location);
        key.addEventListener("click", () => {
          this.usedPanel = live.panel.id;
          if (button.location) {
            this.sendPlace();
          } else {
            this.say({ kind: "text", text: button.text });
          }
          this.suit();
        });
        line.append(key);
      });
      this.panel.append(line);
    });
    this.panel.hidden = rows.length === 0;
    return { keyboard: panel.keyboard instanceof Array ? "" : panel.keyboard, placeholder: panel.placeholder };
  }

  keyboard(kind) {
    const numbers = NUMBERS.includes(kind);
    this.wanted = kind;
    this.mode.hidden = !numbers;
    this.show(kind);
  }

  // Digits are quicker, but 十二 and 两千五 are answers too.
  swap() {
    this.show(this.input.getAttribute("inputmode") === "text" ? this.wanted : "text");
    this.input.blur();
    this.input.focus();
  }

  show(kind) {
    this.input.setAttribute("inputmode", kind);
    this.mode.textContent = NUMBERS.includes(kind) ? word("mode-text") : word("mode-number");
  }
}
