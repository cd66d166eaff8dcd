// A photo or file on its way: made smaller where that is safe, sent with progress, tried again under the same key.

import { newKey, setup, word } from "./setup.js";

const SIDE = 2560; // px; the server makes photos no larger than this either
const SMALL_ENOUGH = 900 * 1024; // bytes: not worth the work

export class TooBig extends Error {}
export class Unreadable extends Error {}

// kind: "photo" | "document". progress(0…1). Resolves with what the server says of the file.
export async function upload(file, kind, key, progress) {
  let body = file;
  if (kind === "photo") {
    body = await smaller(file);
  }
  if (body.size > setup.maxFile) {
    throw new TooBig(word("too-big"));
  }
  return post("/chat/files/" + key + "?kind=" + kind + "&name=" + encodeURIComponent(file.name || "photo.jpg"), body, progress);
}

export { newKey };

function post(address, body, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "text";
    request.timeout = 600000;
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) {
        progress(event.loaded / event.total);
      }
    };
    request.onload = () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch (notJson) { /* a proxy in between */ }
      if (request.status === 200 && answer) {
        resolve(answer);
      } else if (request.status >= 400 && request.status < 500 && request.status !== 408) {
        reject(new Unreadable((answer && answer.text) || word("upload-failed")));
      } else {
        reject(new Error(word("upload-failed")));
      }
    };
    request.onerror = () => reject(new Error(word("upload-failed")));
    request.ontimeout = request.onerror;
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(body);
  });
}

// Weak signal is the usual case: a photo of 6 MB says no more than one of 600 KB. Only where the browser turns
// pictures upright by itself; else the turn would be lost with the rest of what the file says.
async function smaller(file) {
  const upright = window.CSS && CSS.supports && CSS.supports("image-orientation", "from-image");
  if (!upright || file.size < SMALL_ENOUGH || !/^image\/(jpeg|png|webp)$/.test(file.type)) {
    return file;
  }
  const address = URL.createObjectURL(file);
  try {
    const image = await new Promise((resolve, reject) => {
      const loading = new Image();
      loading.onload = () => resolve(loading);
      loading.onerror = reject;
      loading.src = address;
    });
    const scale = Math.min(1, SIDE / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? blob : file;
  } catch (unable) {
    return file; // the server decides
  } finally {
    URL.revokeObjectURL(address);
  }
}
