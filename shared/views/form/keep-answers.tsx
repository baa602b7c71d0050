/** @jsxImportSource hono/jsx */

function LinkWithAnswers() {
  return (
    <div class="keep-way" data-keep-way="">
      <label class="field-label" for="keep-link">
        Link with your answers
      </label>
      <p class="hint" id="keep-link-hint">
        Opens this page with the answers in it. They stand after the “#”, which browsers send to no server.
        Whoever has the link can read them.
      </p>
      <input
        class="text-box text-box-long"
        id="keep-link"
        type="text"
        readonly
        value=""
        autocomplete="off"
        spellcheck={false}
        aria-describedby="keep-link-hint"
        data-keep-link=""
      />
      <div class="actions">
        <button type="button" class="button secondary" data-keep-copy="">
          Copy the link
        </button>
        <button type="button" class="button secondary" data-keep-share="" hidden>
          Share the link
        </button>
      </div>
    </div>
  );
}

function FileWithAnswers() {
  return (
    <div class="keep-way" data-keep-way="">
      <p class="field-label">File with your answers</p>
      <button type="button" class="button secondary" data-keep-download="">
        Download the file
      </button>
    </div>
  );
}

function AnswersFromFile() {
  return (
    <div class="keep-way">
      <label class="field-label" for="keep-open">
        Go on from a file
      </label>
      <p class="hint" id="keep-open-hint">
        One that you downloaded here, on this or another device. You see what is in it first.
      </p>
      <input
        type="file"
        class="file-box"
        id="keep-open"
        accept=".json,application/json"
        aria-describedby="keep-open-hint"
        data-keep-open=""
      />
    </div>
  );
}

/** Returns how to take the answers along, as a link or a file: nothing is stored with us before Send. */
export function KeepAnswers() {
  return (
    <details class="tool" data-keep="">
      <summary>Finish later or on another device</summary>
      <div class="tool-body flow">
        <p data-keep-here="">
          Your answers stay on this device until you send them. To go on somewhere else, take them along.
          Email, organization, name and phone are left out.
        </p>
        <LinkWithAnswers />
        <FileWithAnswers />
        <AnswersFromFile />
        <p class="note" data-keep-status="" role="status" />
      </div>
    </details>
  );
}

/** Returns what a link or a file holds, and the choice whether to take it; nothing is replaced unasked. */
export function ResumeOffer() {
  return (
    <section class="choice-page flow" data-offer="" aria-labelledby="offer-title" hidden>
      <h2 id="offer-title" tabindex={-1}>
        Answers to go on with
      </h2>
      <p data-offer-text="" />
      <details class="tool" data-offer-answers="">
        <summary>See the answers</summary>
        <dl class="offered-answers" data-offer-list="" />
      </details>
      <p data-offer-here="" />
      <div class="actions">
        <button type="button" class="button" data-offer-take="" />
        <button type="button" class="button secondary" data-offer-leave="" />
        <button type="button" class="button secondary" data-offer-save="">
          Download those on this device first
        </button>
      </div>
    </section>
  );
}
