/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";

/** Notes, newest first, and the field for the next one. */
export function NotesPart({ assessment, record, visitor, unsaved }: LeadContent) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <PostForm
        action={`/console/leads/${assessment.id}/notes`}
        token={visitor.formToken}
        class="console-form"
      >
        <div>
          <label for="note">New note</label>
          <textarea id="note" name="note" rows={3} maxlength={2_000} aria-describedby="note-hint" required>
            {unsaved?.note ?? ""}
          </textarea>
          <p id="note-hint" class="console-under">
            What was agreed and what comes next. Nothing about anybody's health or load; they may ask to read
            it.
          </p>
        </div>
        <button type="submit" class="button secondary small-button">
          Add note
        </button>
      </PostForm>
      <ul class="plain console-notes">
        {record.notes.toReversed().map(({ at, by, text }) => (
          <li key={at}>
            <p class="console-under">
              {by.name}, {minuteText(at)}
            </p>
            <p class="console-note">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
