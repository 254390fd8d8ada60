/* ?levels=op,iop shows these levels alone. Without scripts all of them stand there. */
(function () {
  "use strict";
  var asked = (/[?&]levels=([\w,-]+)/.exec(location.search) || ["", ""])[1].split(",");
  if (!document.querySelector("tbody[id='" + asked.join("'],tbody[id='") + "']")) return;
  document.querySelectorAll("table").forEach(function (table) {
    var shown = 0;
    table.querySelectorAll("tbody").forEach(function (level) {
      level.hidden = asked.indexOf(level.id) < 0;
      shown += !level.hidden;
    });
    table.hidden = !shown;
    table.caption.hidden = true;
  });
})();
