/** @jsxImportSource hono/jsx */

interface Props {
  action: string;
  /** Words on the button that starts the series, and on the one that does not. */
  yes: string;
  no: string;
}

/** Asks the reader of the mailbox whether the series that was ticked in the form shall come: nothing does before. */
export function FollowUpQuestion({ action, yes, no }: Props) {
  return (
    <form method="post" action={action}>
      <p>
        Up to four mails with checklists were asked for, on days 3, 8, 15 and 90. They start when you press
        the button, which also shows that this mailbox is yours. One click stops them.
      </p>
      <div class="actions">
        <button type="submit" class="button">
          {yes}
        </button>
        <button type="submit" class="button secondary" name="followUps" value="no">
          {no}
        </button>
      </div>
    </form>
  );
}
