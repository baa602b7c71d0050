/** Loads the script of a page only where the page has something for it. */
const assessment = document.querySelector<HTMLElement>("[data-assessment]");
const result = document.querySelector<HTMLElement>("[data-result]");

// A form sent back with mistakes is read top to bottom, as it came: one page with one list of mistakes.
if (assessment && assessment.dataset.mistakes === undefined)
  void import("./assessment/start.ts").then(({ startAssessment }) => startAssessment(assessment));
else document.querySelector<HTMLElement>("[data-error-summary]")?.focus();

if (result) void import("./result/start.ts").then(({ startResult }) => startResult(result));
