/** Disclosures whose code is loaded when they are first opened. */
import { find } from "../markup.ts";

/**
 * Loads a disclosure's code when it is opened, and says so while it takes and when it does not come.
 * @param start begins the work, once
 */
export function startOnOpening<Module>(
  details: HTMLDetailsElement,
  load: () => Promise<Module>,
  start: (module: Module) => void,
): void {
  const status = find(details, "[role=status]");
  const open = async () => {
    if (!details.open) return;
    details.removeEventListener("toggle", open);
    status.textContent = "Loading…";
    try {
      const module = await load();
      status.textContent = "";
      start(module);
    } catch {
      status.textContent =
        "This part of the page did not load. Your answers stay as they are. Open the page again to try once more.";
      details.addEventListener("toggle", open);
    }
  };
  details.addEventListener("toggle", open);
}
