/* ?levels=op,iop shows these levels alone, however the address was copied: op%2Ciop, OP+IOP. Without scripts all of them stand there. */
(function () {
  "use strict";
  var said = (/[?&]levels=([^&]+)/i.exec(location.search) || ["", ""])[1];
  var asked = said.toLowerCase().replace(/%(25)*[2-7][\da-f]|[^\w-]/g, ",").split(",");
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
