// The line to the server: docs/webchat.md tells the protocol.
//
// Whatever the person does gets a key and stays in the queue (also over a reload) until the server has said that it is
// kept. After every new connection what is left in the queue is sent again under the same keys: nothing is lost, and
// nothing happens twice.

import { setup, memory, newKey } from "./setup.js";

const RETRY = [400, 1000, 2000, 4000, 8000, 15000]; // ms before the next try to connect
const SILENCE = 50000; // ms without a word from the server: the line is dead, whatever the browser thinks
const PING = 20000;
const KEEP_FOR = 12 * 3600 * 1000; // an unsent action older than this is not sent any more on its own
const MOST_KEPT = 50;

export class Wire {
  // hear(event): an event of the server; state(name): "connecting", "open", "offline", "ended"
  constructor(hear, state) {
    this.hear = hear;
    this.state = state;
    this.since = 0;
    this.tries = 0;
    this.socket = null;
    this.ready = false;
    this.ended = false;
    this.lastWord = 0;
    this.timer = 0;
    const fresh = Date.now() - KEEP_FOR;
    this.queue = memory.get("queue", []).filter((item) => item && item.key && item.act && item.at > fresh);
    window.addEventListener("online", () => this.hurry());
    window.addEventListener("offline", () => this.drop());
    window.addEventListener("pageshow", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        this.hurry();
      }
    });
    window.setInterval(() => this.watch(), 5000);
  }

  connect() {
    if (this.ended || this.socket) {
      return;
    }
    window.clearTimeout(this.timer);
    this.state(this.tries ? "offline" : "connecting");
    const scheme = window.location.protocol === "https:" ? "wss://" : "ws://";
    let socket;
    try {
      socket = new WebSocket(scheme + window.location.host + "/chat/ws");
    } catch (refused) {
      this.again();
      return;
    }
    this.socket = socket;
    this.lastWord = Date.now();
    socket.onopen = () => this.say({ t: "hello", v: 1, chat: setup.chat, since: this.since });
    socket.onmessage = (message) => {
      if (socket === this.socket) {
        this.lastWord = Date.now();
        this.take(JSON.parse(message.data));
      }
    };
    socket.onclose = (closed) => {
      if (socket === this.socket) {
        this.lost(closed.code);
      }
    };
  }

  // Do something: kept until the server has it. Returns its key.
  send(act, key) {
    const item = { key: key || newKey(), act: act, at: Date.now(), failed: 0 };
    this.queue.push(item);
    this.remember();
    if (this.ready) {
      this.say({ t: "do", key: item.key, act: item.act });
    } else {
      this.hurry();
    }
    return item.key;
  }

  waiting() {
    return this.queue.slice();
  }

  retry(key) {
    const item = this.queue.find((one) => one.key === key);
    if (item) {
      item.failed = 0;
      if (this.ready) {
        this.say({ t: "do", key: item.key, act: item.act });
      } else {
        this.hurry();
      }
    }
  }

  more(before) {
    if (this.ready) {
      this.say({ t: "more", before: before });
    }
    return this.ready;
  }

  say(message) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  take(event) {
    if (event.seq && event.t !== "welcome") {
      this.since = Math.max(this.since, event.seq);
    }
    if (event.t === "welcome") {
      this.since = event.seq;
      this.tries = 0;
      this.ready = true;
      this.state("open");
      this.hear(event);
      this.queue.forEach((item) => this.say({ t: "do", key: item.key, act: item.act }));
      return;
    }
    if (event.t === "ack" || event.t === "refused") {
      this.queue = this.queue.filter((item) => item.key !== event.key);
      this.remember();
    } else if (event.t === "later") {
      this.later(event.key);
    } else if (event.t === "bye") {
      this.ended = true;
    }
    this.hear(event);
  }

  // The server could not keep it now: try again by ourselves a few times, then leave it to the person.
  later(key) {
    const item = this.queue.find((one) => one.key === key);
    if (!item) {
      return;
    }
    item.failed += 1;
    if (item.failed <= 5) {
      window.setTimeout(() => {
        if (this.ready && this.queue.includes(item)) {
          this.say({ t: "do", key: item.key, act: item.act });
        }
      }, 1000 * Math.pow(2, item.failed));
    } else {
      this.hear({ t: "stuck", key: key });
    }
  }

  lost(code) {
    this.socket = null;
    this.ready = false;
    if (code === 4009) {
      window.location.reload(); // somebody else signed in on this browser: the page is theirs now
    } else if (code === 4001 || this.ended) {
      this.ended = true;
      this.state("ended");
    } else {
      this.again();
    }
  }

  again() {
    this.socket = null;
    if (this.tries > 0) {
      this.state("offline");
    }
    const wait = RETRY[Math.min(this.tries, RETRY.length - 1)];
    this.tries += 1;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.connect(), wait * (0.7 + Math.random() * 0.6));
  }

  // A reason to believe that it works again: try now instead of waiting.
  hurry() {
    if (!this.ready && !this.socket) {
      this.connect();
    } else if (this.ready && Date.now() - this.lastWord > PING) {
      this.say({ t: "ping" });
    }
  }

  drop() {
    if (this.socket) {
      const socket = this.socket;
      this.lost(0);
      this.state("offline");
      socket.close();
    }
  }

  watch() {
    const silent = Date.now() - this.lastWord;
    if (this.socket && silent > SILENCE) {
      this.drop();
    } else if (this.ready && silent > PING) {
      this.say({ t: "ping" });
    }
  }

  remember() {
    memory.set("queue", this.queue.length ? this.queue.slice(-MOST_KEPT) : null);
  }
}
