// Before the first paint: the size of text this device was set to. Storage may be refused; then the size is normal.
(function () {
  "use strict";
  try {
    if (window.localStorage.getItem("lianxin.size") === "large") {
      document.documentElement.classList.add("large");
    }
  } catch (refused) { /* private mode, or a WebView without storage */ }
})();
