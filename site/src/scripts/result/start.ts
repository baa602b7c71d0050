import { trialEditions } from "virtual:trial-editions";
import type { WhatIfData } from "#shared/views/result/what-if-part.tsx";
import { pageData } from "../page-data.ts";
import { startCapacity } from "./capacity.ts";
import { startSalary } from "./salary.ts";
import { startWhatIf } from "./what-if.ts";

/** Adds to a private page what only a script can do; without it the page reads on as printed. */
export async function startResult(root: HTMLElement): Promise<void> {
  startSalary(root);
  if (!root.querySelector("[data-what-if], [data-capacity]")) return;
  const data = pageData<WhatIfData>(root, "what-if");
  const loaded = await trialEditions[data.edition]?.();
  if (!loaded) return;
  startWhatIf(root, data, loaded.default);
  startCapacity(root, data, loaded.default);
}
