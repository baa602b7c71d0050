/** @jsxImportSource hono/jsx */
import { messagePage, PostButton } from "#functions/api/pages/message-page.tsx";
import type { Page } from "#functions/api/pages/page.ts";
import { clockOf, followUpDayOf } from "#functions/delivery/follow-up-day.ts";
import { followUpRefusal } from "#functions/delivery/follow-up-refusal.ts";
import type { Address } from "#functions/store/addresses.ts";
import { type Assessment, isOpen } from "#functions/store/assessment-item.ts";
import { isWanted, type MailChoice } from "#shared/follow-ups/mail-choice.ts";
import { localDate } from "#shared/follow-ups/send-window.ts";
import type { FollowUpDay } from "#shared/follow-ups/topics.ts";
import { longDate } from "#shared/report/wording.ts";
import { type Choice, RadioField } from "#shared/views/form/radio-field.tsx";

const choices: readonly (Choice & { value: MailChoice })[] = [
  { value: "all", label: "All that are still to come" },
  { value: "fewer", label: "Fewer: the one of day 8, and the last one on day 90" },
  { value: "again", label: "Only the last one: measure again, on day 90" },
  { value: "none", label: "None" },
];

const notAffected = "What you ask for yourself, such as a report, still comes.";

/** Where the series of a mailbox stands, for its reader. */
export interface Series {
  choice: MailChoice;
  address: Address;
  /** Whose follow-ups go to the mailbox; null where nothing is left of it. */
  lead: Assessment | null;
}

export interface PlannedMail {
  day: FollowUpDay;
  becomes: "sent" | "comes" | "left out";
  /** The reader's own date, as printed. */
  on: string;
}

/** Returns each mail of the series with what became of it, or when it comes. */
export function plannedMails({ choice, address, lead }: Series): PlannedMail[] {
  if (lead === null) return [];
  const over = followUpRefusal(lead, address) !== null || address.suppressed !== undefined;
  return lead.steps.flatMap((step): PlannedMail[] => {
    const day = followUpDayOf(step.name);
    if (day === null) return [];
    const on = longDate(localDate(clockOf(lead), new Date(step.dueAt)));
    if (step.state === "done" || step.state === "bounced") return [{ day, becomes: "sent", on }];
    const comes = isOpen(step) && !over && isWanted(choice, day);
    return [{ day, becomes: comes ? "comes" : "left out", on }];
  });
}

const says = {
  sent: (on: string) => `sent on ${on}`,
  comes: (on: string) => `comes on ${on}`,
  "left out": () => "does not come",
} as const;

function Planned({ mails }: { mails: readonly PlannedMail[] }) {
  if (mails.length === 0) return <p>No mail of the series is planned for this mailbox.</p>;
  return (
    <ul>
      {mails.map(({ day, becomes, on }) => (
        <li key={day}>
          Day {day}: {says[becomes](on)}
        </li>
      ))}
    </ul>
  );
}

/**
 * Returns the page on which a reader chooses.
 * @param saved something was changed just now
 */
export function mailChoicePage(path: string, series: Series, saved: boolean): Page {
  return messagePage(
    "Which checklists do you want?",
    [],
    <>
      {saved ? (
        <p class="panel" role="status">
          <strong>Saved.</strong> It holds from the next mail on.
        </p>
      ) : null}
      <form method="post" action={path}>
        <RadioField
          name="choice"
          legend="Of the series that was asked for with a report"
          hint={notAffected}
          choices={choices}
          value={series.choice}
        />
        <div class="actions">
          <button type="submit" class="button">
            Save
          </button>
        </div>
      </form>
      <h2>What comes when</h2>
      <Planned mails={plannedMails(series)} />
    </>,
  );
}

/** Returns the page whose one button stops the series; opening it changes nothing. */
export function stopPage(path: string): Page {
  return messagePage(
    "Stop these mails?",
    ["Press the button, and no further mail of the series comes.", notAffected],
    <>
      <PostButton action={`${path}/stop`} label="Stop these mails" />
      <p>
        <a href={path}>Or choose fewer of them</a>
      </p>
    </>,
  );
}

/** Returns what is said once the series has stopped. */
export function stoppedPage(path: string): Page {
  return messagePage(
    "Stopped",
    ["No further mail of the series comes to this mailbox.", notAffected],
    <p>
      <a href={path}>Changed your mind? Choose here</a>
    </p>,
  );
}
