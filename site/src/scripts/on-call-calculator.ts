import { onCallQuery, readOnCall } from "../on-call/on-call-link.ts";
import { limits, type OnCallInput, onCallResult } from "../on-call/on-call-result.ts";

const form = document.querySelector<HTMLFormElement>("[data-on-call]");
const byRole = (role: string) => document.querySelector<HTMLElement>(`[data-on-call-${role}]`);

function show(role: string, text: string): void {
  const element = byRole(role);
  if (element === null) return;
  element.textContent = text;
  element.hidden = text === "";
}

function showResult(input: OnCallInput): void {
  const result = onCallResult(input);
  show("sentence", result.sentence);
  show("first-line", result.firstLine);
  show("replaced", result.replaced);
  document.querySelectorAll("[data-on-call-week]").forEach((week, at) => {
    week.classList.toggle("on", result.weeks[at] ?? false);
  });
  const link = new URL(onCallQuery(input), location.href);
  const field = document.querySelector<HTMLInputElement>("[data-on-call-link]");
  if (field) field.value = link.href;
}

function markMistakes(owner: HTMLFormElement, input: ReturnType<typeof readOnCall>): boolean {
  const wrong = (Object.keys(limits) as (keyof typeof limits)[]).filter((name) => input[name] === null);
  for (const name of Object.keys(limits)) {
    const field = owner.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement)) continue;
    const mistaken = wrong.some((other) => other === name);
    field.setAttribute("aria-invalid", String(mistaken));
    const message = document.getElementById(`${name}-mistake`);
    if (message) message.hidden = !mistaken;
  }
  return wrong.length > 0;
}

function update(owner: HTMLFormElement): void {
  const input = readOnCall(new FormData(owner));
  if (markMistakes(owner, input)) return;
  const { people, tiers, interruptions, settled } = input;
  if (people === null || tiers === null || interruptions === null || settled === null) return;
  showResult({ people, tiers, interruptions, settled });
}

function fillFromLink(owner: HTMLFormElement): boolean {
  const given = Object.entries(readOnCall(new URLSearchParams(location.search)));
  for (const [name, value] of given) {
    const field = owner.elements.namedItem(name);
    if (value !== null && (field instanceof HTMLInputElement || field instanceof RadioNodeList))
      field.value = String(value);
  }
  return given.some(([, value]) => value !== null);
}

async function copyLink(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>("[data-on-call-link]");
  if (!field) return;
  field.select();
  await navigator.clipboard?.writeText(field.value).then(
    () => show("copied", "Link copied."),
    () => show("copied", "Copy the selected link."),
  );
}

if (form) {
  if (fillFromLink(form)) update(form);
  form.addEventListener("input", () => update(form));
  form.addEventListener("submit", (event) => event.preventDefault());
  byRole("copy")?.addEventListener("click", () => void copyLink());
}
