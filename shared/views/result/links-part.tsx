/** @jsxImportSource hono/jsx */

/** Addresses a private page offers; one left out is not offered. Each change is a POST. */
export interface ResultLinks {
  /** The PDF. */
  pdf?: string | undefined;
  /** This page without the part on how the work is carried. */
  withoutPeople?: string | undefined;
  /** The PDF without that part. */
  pdfWithoutPeople?: string | undefined;
  /** Findings and plan for a task tracker, in the version shown. */
  csv?: string | undefined;
  json?: string | undefined;
  /** Taking the plan along is noted: by buttons, as no link is. */
  exportByButton?: boolean;
  /** Back from the shortened version to the whole one. */
  whole?: string | undefined;
  /** Proves that the address is the reader's own. */
  confirm?: string | undefined;
  /** Where the reader chooses which mails of the series come. */
  mails?: string | undefined;
  /** Notes, once, that the reader tried steps in the what-if; which ones stays in the browser. */
  usedWhatIf?: string | undefined;
  /** "Not me": what the mail tells a stranger to press. */
  notMe?: string | undefined;
  /** Asks the team, anonymously. */
  pulse?: string | undefined;
  /** Measures again, with the answers filled in. */
  again?: string | undefined;
  /** Everything held of the reader: to see, to take along, to correct. */
  data?: string | undefined;
  /** Asks whether to delete answers, contact and history; the button that does is there. */
  delete?: string | undefined;
}

function PostForm({ action, label, quiet }: { action: string; label: string; quiet?: boolean }) {
  return (
    <form method="post" action={action}>
      <button type="submit" class={quiet ? "button secondary" : "button"}>
        {label}
      </button>
    </form>
  );
}

function Link({ href, label }: { href: string | undefined; label: string }) {
  return href === undefined ? null : (
    <a class="button secondary" href={href}>
      {label}
    </a>
  );
}

interface ExportProps {
  href: string | undefined;
  label: string;
  byButton: boolean | undefined;
}

function Export({ href, label, byButton }: ExportProps) {
  return href !== undefined && byButton ? (
    <PostForm action={href} label={label} quiet />
  ) : (
    <Link href={href} label={label} />
  );
}

/** Returns the ways to keep the report and to share it. */
export function KeepAndShare({ links }: { links: ResultLinks }) {
  const { pdf, csv, json, exportByButton, withoutPeople, pdfWithoutPeople, whole } = links;
  if (!pdf && !csv && !json && !withoutPeople && !pdfWithoutPeople && !whole) return null;
  return (
    <nav class="keep" aria-label="Keep and share">
      <Link href={pdf} label="Download the PDF" />
      <Export href={csv} label="Tasks as CSV" byButton={exportByButton} />
      <Export href={json} label="Tasks as JSON" byButton={exportByButton} />
      <Link href={withoutPeople} label="Share without page 7" />
      <Link href={pdfWithoutPeople} label="PDF without page 7" />
      <Link href={whole} label="Back to the whole report" />
    </nav>
  );
}

/** Returns the way to measure again: the same questions, with what was answered. */
export function MeasureAgain({ href }: { href: string | undefined }) {
  return href === undefined ? null : (
    <section aria-labelledby="again-title">
      <h2 id="again-title">Measure again</h2>
      <p>
        Your answers are filled in; you see what may have changed, weak and open ones first. The new report
        shows before and after, and this one stays as it is.
      </p>
      <div class="actions">
        <Link href={href} label="Measure again" />
      </div>
    </section>
  );
}

/** Returns what the reader may change: confirm, say it was not them, delete. */
export function YourData({ links }: { links: ResultLinks }) {
  if (!links.confirm && !links.mails && !links.notMe && !links.delete) return null;
  return (
    <section class="your-data" aria-labelledby="your-data-title">
      <h2 id="your-data-title">Your data</h2>
      <div class="actions">
        {links.confirm ? <PostForm action={links.confirm} label="Yes, this is my address" /> : null}
        <Link href={links.mails} label="Choose or stop the checklists" />
        {links.notMe ? <PostForm action={links.notMe} label="Not me" quiet /> : null}
        <Link href={links.data} label="See, correct or download it" />
        <Link href={links.delete} label="Delete my answers" />
      </div>
    </section>
  );
}
