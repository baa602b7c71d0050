/** @jsxImportSource hono/jsx */
/** What stands in the page for its script, out of sight until the script turns the pages. */
import { type Progress, progressText, tickClass } from "./progress-text.ts";

/** Returns where the visitor stands, in words and as a row of ticks; printed beforehand, so that nothing moves. */
export function StepProgress(progress: Progress) {
  const ticks = Array.from({ length: progress.of }, (_, index) => index + 1);
  return (
    <div class="progress" data-progress="">
      <p class="progress-text" id="progress-text">
        {progressText(progress)}
      </p>
      <div class="progress-ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <i key={tick} class={tickClass(tick, progress.at)} />
        ))}
      </div>
    </div>
  );
}

/** Returns the buttons under a page of the form. */
export function StepNavigation() {
  return (
    <div class="step-navigation actions" data-navigation="" hidden>
      <button type="submit" class="button" data-continue="">
        Continue
      </button>
      <button type="button" class="button secondary" data-back="">
        Back
      </button>
    </div>
  );
}

/** Returns the choice a returning visitor is given. */
export function WelcomeBack() {
  return (
    <section class="choice-page flow" data-welcome="" aria-labelledby="welcome-back-title" hidden>
      <h2 id="welcome-back-title" tabindex={-1}>
        Welcome back
      </h2>
      <p data-welcome-text="" />
      <div class="actions">
        <button type="button" class="button" data-resume="">
          Continue where you were
        </button>
        <button type="button" class="button secondary" data-restart="">
          Start again
        </button>
      </div>
    </section>
  );
}

/** Returns the places of the result: worked out in the browser by code that is loaded late, so it may be missing. */
export function ResultPlace() {
  return (
    <div class="result-place" data-result-place="" hidden>
      <div class="wait flow" data-result-loading="" hidden>
        <h2 tabindex={-1}>Working out your result</h2>
        <p role="status">On this device: nothing is sent.</p>
      </div>
      <div class="wait flow" data-result-failed="" hidden>
        <h2 tabindex={-1}>The result cannot be shown just now</h2>
        <p>
          The part of this page that works it out did not load. Your answers are complete and still here.
          <span data-offline-hint=""> You seem to be offline: check the connection.</span>
        </p>
        <div class="actions">
          <button type="button" class="button" data-result-retry="">
            Try again
          </button>
          <button type="button" class="button secondary" data-go="contact">
            Have it sent instead
          </button>
          <button type="button" class="button secondary" data-back="">
            Back
          </button>
        </div>
      </div>
      <div data-result-view="" />
    </div>
  );
}
