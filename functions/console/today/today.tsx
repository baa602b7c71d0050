/** @jsxImportSource hono/jsx */
import type { Hono } from "hono";
import type { ConsoleDependencies, ConsoleEnvironment, Visitor } from "#functions/console/dependencies.ts";
import { monthsKept } from "#functions/console/leads/lead-list.tsx";
import { LeadTable, touchedAt } from "#functions/console/leads/lead-table.tsx";
import { shownDossier } from "#functions/console/leads/shown-lead.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { CallCard } from "#functions/console/today/call-card.tsx";
import { type Call, callList, orderText } from "#functions/console/today/call-list.ts";
import type { Reading } from "#functions/store/lead-keys.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import type { Dossier } from "#shared/sales/dossier.ts";
import { openStatuses } from "#shared/sales/lead-status.ts";

const first = 3;
const next = 7;
const mine = 10;
/** Those longest without a touch are among the oldest. */
const mineRead = 50;
const oldestFirst: Reading = { from: null, towards: "newer" };

interface TodayProps {
  calls: readonly Call[];
  own: readonly LeadRow[];
  /** Meetings whose lead nobody has. */
  meetings: number;
  failed: number;
  held: number;
  /** What was just done, as a word of the address. */
  done: string | null;
  visitor: Visitor;
  dossierOf: (row: LeadRow) => Dossier;
  now: Date;
}

function Waiting({ meetings, failed, held }: Pick<TodayProps, "meetings" | "failed" | "held">) {
  if (meetings + failed + held === 0) return null;
  const count = (number: number, one: string, many: string) =>
    `${number > 9 ? "More than 9" : number} ${number === 1 ? one : many}`;
  return (
    <p class="console-waiting">
      {meetings === 0 ? null : (
        <a href="/console/leads?status=booked&owner=none">
          {count(meetings, "meeting is", "meetings are")} booked with a lead that nobody has.
        </a>
      )}
      {failed === 0 ? null : (
        <a href="/console/leads?status=open&trouble=failed">
          {count(failed, "open lead has", "open leads have")} a mail that did not arrive.
        </a>
      )}
      {held === 0 ? null : (
        <a href="/console/leads?trouble=held">
          {count(held, "submission is", "submissions are")} held as suspected.
        </a>
      )}
    </p>
  );
}

function Calls({ calls, visitor, dossierOf, now }: TodayProps) {
  if (calls.length === 0)
    return <p>No new lead is graded A or B. The next one appears here within a second.</p>;
  const cards = calls.slice(0, first);
  const others = calls.slice(first, first + next).map(({ row }) => row);
  return (
    <>
      <ul class="plain console-cards">
        {cards.map((call) => (
          <CallCard
            key={call.row.assessment.id}
            {...call}
            dossier={dossierOf(call.row)}
            visitor={visitor}
            now={now}
          />
        ))}
      </ul>
      <p class="console-under">{orderText}</p>
      {others.length === 0 ? null : (
        <>
          <h3>Then these</h3>
          <LeadTable rows={others} now={now} />
        </>
      )}
      <p>
        <a href="/console/leads?status=new&grade=AB">All new leads graded A or B</a>
      </p>
    </>
  );
}

function Today(props: TodayProps) {
  const { own, done, now } = props;
  return (
    <>
      <h1>Today</h1>
      {done === "status" ? (
        <p class="console-done" role="status">
          The status is saved, and the next call has moved up.
        </p>
      ) : null}
      <Waiting {...props} />
      <section aria-labelledby="calls">
        <h2 id="calls">Call first</h2>
        <Calls {...props} />
      </section>
      <section aria-labelledby="mine">
        <h2 id="mine">Yours, longest untouched first</h2>
        {own.length === 0 ? <p>You have no open lead.</p> : <LeadTable rows={own} now={now} last="Touched" />}
      </section>
    </>
  );
}

/** GET /console: what to do now. */
export function today(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, config, now } = dependencies;
  app.get("/console", async (context) => {
    const visitor = context.get("visitor");
    const options = { now: now(), months: monthsKept(dependencies) };
    const list = (filter: Partial<typeof everyLead>, size: number, reading?: Reading) =>
      listLeads(table, { ...everyLead, ...filter }, { ...options, size }, reading);
    const [calls, own, meetings, failed, held] = await Promise.all([
      callList(table, config.sales, options),
      list({ owner: visitor.person.id, statuses: openStatuses }, mineRead, oldestFirst),
      list({ statuses: ["booked"], owner: "none" }, 10),
      list({ trouble: "failed", statuses: openStatuses }, 10),
      list({ trouble: "held" }, 10),
    ]);
    const content = (
      <Today
        calls={calls}
        own={own.rows.sort((one, other) => (touchedAt(one) < touchedAt(other) ? -1 : 1)).slice(0, mine)}
        meetings={meetings.rows.length}
        failed={failed.rows.length}
        held={held.rows.length}
        done={context.req.query("done") ?? null}
        visitor={visitor}
        dossierOf={(row) => shownDossier(dependencies, row)}
        now={now()}
      />
    );
    return consolePage(context, dependencies, { title: "Today", place: "today", content });
  });
}
