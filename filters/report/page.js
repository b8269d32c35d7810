"use strict";
(function () {
  var form = document.getElementById("filter");
  if (!form) return;
  var facets = { outlet: "data-o", actor: "data-a", topic: "data-t", kind: "data-k" };
  var selects = form.querySelectorAll("select");
  var entries = document.querySelectorAll("[data-o]");
  var shown = document.getElementById("shown");
  function keeps(entry) {
    return Array.prototype.every.call(selects, function (select) {
      var values = entry.getAttribute(facets[select.name]);
      if (select.value === "" || values === null) return true;
      return select.name === "topic" || select.name === "kind"
        ? values === select.value
        : (values + " ").indexOf(" " + select.value + " ") >= 0;
    });
  }
  function apply() {
    var count = 0;
    entries.forEach(function (entry) {
      var keep = keeps(entry);
      entry.hidden = !keep;
      if (keep) count++;
    });
    shown.textContent = count === entries.length ? "" : count + " of " + entries.length + " shown";
  }
  function follow() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  window.addEventListener("hashchange", follow);
  apply();
}());
