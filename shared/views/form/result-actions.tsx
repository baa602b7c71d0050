/** @jsxImportSource hono/jsx */

export interface ResultActionsProps {
  /** Questions that would give the load a number; 0: it has one, or they are answered. */
  loadQuestions: number;
  /** Further questions still unanswered, with their time; null when none is left. */
  more: { questions: number; minutes: number } | null;
  /** Questions answered "I don't know yet". */
  open: number;
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `one ${one}` : `${number} ${many}`;
}

function LoadOffer({ questions }: { questions: number }) {
  return (
    <div class="offer">
      <p>{`The load has no number yet. ${questions === 1 ? "One question" : "Two questions"} would help most.`}</p>
      <button type="button" class="button secondary" data-go="load">
        {questions === 1 ? "Answer it" : "Answer these two"}
      </button>
    </div>
  );
}

function OpenQuestions({ open }: { open: number }) {
  return (
    <div class="offer">
      <p>Somebody else may know what you could not answer. The link holds the questions, never an answer.</p>
      <button type="button" class="button secondary" data-copy-link="">
        {`Copy a link with ${count(open, "open question", "open questions")}`}
      </button>
      <p class="copy-status" data-copy-status="" aria-live="polite" />
    </div>
  );
}

/** Returns what can be done from the result on screen: know more, ask a colleague, or have the report sent. */
export function ResultActions({ loadQuestions, more, open }: ResultActionsProps) {
  return (
    <section class="result-actions" aria-labelledby="result-actions-title">
      <h2 id="result-actions-title">What next?</h2>
      {loadQuestions > 0 ? <LoadOffer questions={loadQuestions} /> : null}
      {more === null ? null : (
        <div class="offer">
          <p>
            {`${count(more.questions, "more question", "more questions")}, about ${count(more.minutes, "minute", "minutes")}, for a surer report.`}
          </p>
          <button type="button" class="button secondary" data-go="more">
            Answer more questions
          </button>
        </div>
      )}
      {open > 0 ? <OpenQuestions open={open} /> : null}
      <div class="offer">
        <p>The whole report, with the plan, the reasons and the sources, comes as a PDF by mail.</p>
        <div class="actions">
          <button type="button" class="button" data-go="contact">
            Get the report
          </button>
          <button type="button" class="button secondary" data-go="back">
            Change my answers
          </button>
        </div>
      </div>
    </section>
  );
}
