/** "Finish later or on another device": a link or a file that the visitor keeps; nothing is stored with us. */
import { find } from "../markup.ts";
import { downloadAnswers } from "./answer-file.ts";
import { answersInFile, answersInLink, carriedValues, linkWith } from "./carried-answers.ts";
import { copyText } from "./clipboard.ts";
import { type Desk, valuesOf } from "./desk.ts";
import { offersOf, openAnswers } from "./open-answers.ts";
import type { StepId } from "./steps.ts";

/** A file of ours has a few kilobytes; what is far larger is another. */
const largest = 100_000;

const notKept =
  "This browser keeps no answers: they are gone when you close the page. Take them along as a link or a file. Email, organization, name and phone are left out.";

function refresh(desk: Desk, details: HTMLElement): void {
  const values = valuesOf(desk);
  const empty = Object.keys(carriedValues(desk.outline, values)).length === 0;
  for (const way of details.querySelectorAll<HTMLElement>("[data-keep-way]")) way.hidden = empty;
  find<HTMLInputElement>(details, "[data-keep-link]").value = linkWith(location.href, desk.outline, values);
}

async function copyLink(details: HTMLElement): Promise<string> {
  const field = find<HTMLInputElement>(details, "[data-keep-link]");
  if (await copyText(field.value)) return "Copied. Open the link on the other device.";
  field.select();
  return "Copying was refused. The link is selected: copy it by hand.";
}

/** A share that the visitor breaks off is no failure. */
async function shareLink(details: HTMLElement): Promise<string> {
  const { value: url } = find<HTMLInputElement>(details, "[data-keep-link]");
  const broken = await navigator.share({ title: document.title, url }).catch((error: unknown) => error);
  return broken === undefined || (broken instanceof DOMException && broken.name === "AbortError")
    ? ""
    : "Sharing was refused. Copy the link instead.";
}

async function openFile(desk: Desk, input: HTMLInputElement): Promise<string> {
  const [file] = input.files ?? [];
  if (!file) return "";
  const text = file.size > largest ? "" : await file.text();
  // The same file may be chosen again.
  input.value = "";
  return openAnswers(desk, answersInFile(desk.outline, text, offersOf(desk)), "file", desk.step);
}

/** Connects the disclosure, once its code has come. */
export function startKeeping(desk: Desk, details: HTMLDetailsElement): void {
  const status = find(details, "[data-keep-status]");
  const say = async (text: Promise<string>) => {
    status.textContent = "";
    status.textContent = await text;
  };
  const on = (name: string, act: () => Promise<string>) => {
    find(details, `[data-keep-${name}]`).addEventListener("click", () => void say(act()));
  };
  on("copy", () => copyLink(details));
  on("share", () => shareLink(details));
  on(
    "download",
    async () => `Downloaded as ${downloadAnswers(desk)}. Open it here, on this or another device.`,
  );
  find(details, "[data-keep-share]").hidden = typeof navigator.share !== "function";
  const input = find<HTMLInputElement>(details, "[data-keep-open]");
  input.addEventListener("change", () => void say(openFile(desk, input)));
  desk.followers.push(() => details.open && refresh(desk, details));
  details.addEventListener("toggle", () => refresh(desk, details));
  refresh(desk, details);
  if (!desk.kept) find(details, "[data-keep-here]").textContent = notKept;
}

/** Opens the answers of a link, as `openAnswers` does. */
export function openLink(desk: Desk, hash: string, stay: StepId): Promise<string> {
  return openAnswers(desk, answersInLink(desk.outline, hash, offersOf(desk)), "link", stay);
}
