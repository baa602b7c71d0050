/** @jsxImportSource hono/jsx */
/** What the form shows only while a script turns its pages. */

export interface Progress {
  at: number;
  of: number;
  /** Whole minutes for what is still unanswered of the core path; null where no estimate is shown. */
  minutesLeft: number | null;
}

function minutesText(minutes: number): string {
  return minutes <= 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

/** Returns where the visitor stands, in words and as a row of ticks. */
export function StepProgress({ at, of, minutesLeft }: Progress) {
  const ticks = Array.from({ length: of }, (_, index) => index + 1);
  return (
    <>
      <p class="progress-text" id="progress-text">
        {`Section ${at} of ${of}`}
        {minutesLeft === null ? null : <span class="muted">{`, ${minutesText(minutesLeft)}`}</span>}
      </p>
      <svg class="progress-ticks" viewBox={`0 0 ${of * 12} 3`} preserveAspectRatio="none" aria-hidden="true">
        {ticks.map((tick) => (
          <rect
            key={tick}
            class={tick < at ? "tick-done" : tick === at ? "tick-now" : "tick-ahead"}
            x={(tick - 1) * 12}
            y="0"
            width={tick === of ? 12 : 11}
            height="3"
          />
        ))}
      </svg>
    </>
  );
}

/** Returns the buttons under a page of the form. */
export function StepNavigation() {
  return (
    <>
      <button type="submit" class="button" data-continue="">
        Continue
      </button>
      <button type="button" class="button secondary" data-back="">
        Back
      </button>
    </>
  );
}

/** Returns the choice a returning visitor is given. */
export function WelcomeBack({ answered }: { answered: number }) {
  const count = answered === 1 ? "one question answered" : `${answered} questions answered`;
  return (
    <>
      <h2 id="welcome-back-title" tabindex={-1}>
        Welcome back
      </h2>
      <p>{`What you typed is still on this device: ${count}. Nothing has been sent.`}</p>
      <div class="actions">
        <button type="button" class="button" data-resume="">
          Continue where you were
        </button>
        <button type="button" class="button secondary" data-restart="">
          Start again
        </button>
      </div>
    </>
  );
}
