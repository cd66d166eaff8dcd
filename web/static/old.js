// Run only by browsers that know no modules: says in words that they are too old, instead of a dead page.
(function () {
  "use strict";
  var note = document.getElementById("old-browser");
  if (note) { note.hidden = false; }
})();
