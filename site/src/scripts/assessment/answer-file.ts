import { make } from "../markup.ts";
import { fileWith } from "./carried-answers.ts";
import { type Desk, valuesOf } from "./desk.ts";

/** The day on this device's own calendar, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Has the browser download the answers as a file; returns its name. Nothing is sent. */
export function downloadAnswers(desk: Desk): string {
  const { name, text } = fileWith(desk.outline, valuesOf(desk), today());
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
  return name;
}
