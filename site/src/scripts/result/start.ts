import { startCapacity } from "./capacity.ts";
import { startSalary } from "./salary.ts";
import { startWhatIf } from "./what-if.ts";

/** Adds to a private page what only a script can do. */
export function startResult(root: HTMLElement): void {
  startWhatIf(root);
  startCapacity(root);
  startSalary(root);
}
