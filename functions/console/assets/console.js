/** Keys of the console. Without this script everything works the same. */
const search = document.querySelector("[data-search]");
const leads = [...document.querySelectorAll("[data-lead] a")];

function isTyping(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** Moves along the list from the lead in focus, or onto its first. */
function step(by) {
  const at = leads.indexOf(document.activeElement);
  leads[Math.min(leads.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
}

const actions = { "/": () => search?.focus(), j: () => step(1), k: () => step(-1) };

if (document.body.dataset.shortcuts === "on")
  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    action();
  });
