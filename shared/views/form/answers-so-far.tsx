/** @jsxImportSource hono/jsx */

/** Returns the quiet preview, closed until the visitor asks for it; a script fills in what the answers show. */
export function AnswersSoFar() {
  return (
    <details class="tool" data-so-far="">
      <summary>What your answers show so far</summary>
      <div class="tool-body flow">
        <p class="note" data-so-far-status="" role="status" />
        <dl class="so-far" data-so-far-figures="" hidden>
          <dt>Readiness</dt>
          <dd data-so-far-readiness="" />
          <dt>Known</dt>
          <dd data-so-far-known="" />
          <dt>Load on the team</dt>
          <dd data-so-far-load="" />
          <dt>Red flags</dt>
          <dd>
            <span data-so-far-flags="" />
            <ul data-so-far-flag-list="" />
          </dd>
        </dl>
        <p class="note">Worked out on this device. Nothing is sent.</p>
      </div>
    </details>
  );
}
