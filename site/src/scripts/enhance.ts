/** What every page does; what only some need is loaded where they have something for it. */
import { countView } from "./funnel-events.ts";
import { keepVisitSource } from "./visit-source.ts";

const result = document.querySelector<HTMLElement>("[data-result]");

keepVisitSource();
countView();
// A form sent back with mistakes is read top to bottom, as it came: its list of mistakes comes first.
document.querySelector<HTMLElement>("[data-error-summary]:not([hidden] *)")?.focus();
if (result) void import("./result/start.ts").then(({ startResult }) => startResult(result));
