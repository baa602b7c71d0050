/** @jsxImportSource hono/jsx */
import type { LeadContent } from "#functions/console/leads/lead-content.ts";
import { actionTexts, changeText } from "#functions/console/leads/lead-words.ts";
import { minuteText } from "#functions/console/pages/since.tsx";
import { actionsDone } from "#functions/store/lead-actions.ts";

interface Event {
  at: string;
  text: string;
}

function eventsOf({ assessment, record }: Pick<LeadContent, "assessment" | "record">): Event[] {
  const { actions, createdAt } = assessment;
  const own = actionsDone(actions).map((action) => ({
    at: actions[action] ?? createdAt,
    text: `They ${actionTexts[action]}`,
  }));
  const changes = record.history.map((change) => ({
    at: change.at,
    text: `${change.by.name} ${changeText(change)}`,
  }));
  return [{ at: createdAt, text: "The assessment came in" }, ...own, ...changes]
    .sort((one, other) => one.at.localeCompare(other.at, "en"))
    .reverse();
}

/** Who did what, and when; newest first. */
export function HistoryPart(content: LeadContent) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol class="plain console-history">
        {eventsOf(content).map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <span class="figures">{minuteText(at)}</span> {text}
          </li>
        ))}
      </ol>
      <p class="console-under">Times are in UTC.</p>
    </section>
  );
}
