/** @jsxImportSource hono/jsx */
import type { Hono } from "hono";
import type { ConsoleDependencies, ConsoleEnvironment, Visitor } from "#functions/console/dependencies.ts";
import { monthsKept } from "#functions/console/leads/lead-list.tsx";
import { suppressionTexts } from "#functions/console/leads/lead-words.ts";
import { errorText, stepText } from "#functions/console/leads/step-words.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { isRepeatable } from "#functions/delivery/repeat-step.ts";
import type { Step } from "#functions/store/assessment-item.ts";
import { isFailed } from "#functions/store/failed-steps.ts";
import { everyLead, listLeads } from "#functions/store/lead-list.ts";
import type { LeadRow } from "#functions/store/lead-rows.ts";
import { type SuppressedAddress, suppressedAddresses } from "#functions/store/suppressed-addresses.ts";

const mostFailed = 50;
const mostSuppressed = 50;

/** A report to an address that gets no mail cannot go again; neither can a follow-up. */
function againPath({ assessment, address }: LeadRow, step: Step): string | null {
  if (isRepeatable(step)) return `/console/leads/${assessment.id}/steps/${step.name}/repeat`;
  const isReport = step.name === "report" || step.name === "confirmation";
  return isReport && address.suppressed === undefined ? `/console/leads/${assessment.id}/resend` : null;
}

function Again({ row, step, token }: { row: LeadRow; step: Step; token: string }) {
  const path = againPath(row, step);
  if (path === null) return null;
  return (
    <PostForm action={path} token={token}>
      <button type="submit" class="link-button">
        Send again
        <span class="visually-hidden">
          : {stepText(step.name)}, {row.assessment.contact.organisation}
        </span>
      </button>
    </PostForm>
  );
}

function FailedSteps({ rows, more, visitor }: { rows: readonly LeadRow[]; more: boolean; visitor: Visitor }) {
  if (rows.length === 0) return <p>Nothing has failed.</p>;
  return (
    <>
      <div class="table-scroll">
        <table class="console-table">
          <thead>
            <tr>
              <th scope="col">Lead</th>
              <th scope="col">What failed</th>
              <th scope="col">
                <span class="visually-hidden">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ assessment, address }) =>
              assessment.steps.filter(isFailed).map((step) => (
                <tr key={`${assessment.id} ${step.name}`}>
                  <th scope="row">
                    <a href={`/console/leads/${assessment.id}`}>{assessment.contact.organisation}</a>
                  </th>
                  <td>
                    {stepText(step.name)}
                    {step.lastError === null ? null : `: ${errorText(step.lastError)}`}
                    <span class="console-under">{minuteText(step.dueAt)} UTC</span>
                  </td>
                  <td>
                    <Again row={{ assessment, address }} step={step} token={visitor.formToken} />
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {more ? (
        <p>
          <a href="/console/leads?trouble=failed">All leads with a failed step</a>
        </p>
      ) : null}
    </>
  );
}

function Owner({ leads, addressHash }: Pick<SuppressedAddress, "leads" | "addressHash">) {
  if (leads.length === 0)
    return (
      <>
        No lead is left <span class="console-under">hash {addressHash.slice(0, 10)}…</span>
      </>
    );
  return (
    <ul class="plain">
      {leads.map(({ assessment }) => (
        <li key={assessment.id}>
          <a href={`/console/leads/${assessment.id}`}>{assessment.contact.organisation}</a>
        </li>
      ))}
    </ul>
  );
}

function Suppressed({ addresses }: { addresses: readonly SuppressedAddress[] }) {
  if (addresses.length === 0) return <p>Mail may go to every address.</p>;
  return (
    <>
      <p>
        Of a suppressed address only a keyed hash is kept; its leads say whose it is. An administrator lets
        mail go to it again on the page of a lead.
      </p>
      <div class="table-scroll">
        <table class="console-table">
          <thead>
            <tr>
              <th scope="col">Leads</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {addresses.map(({ addressHash, suppressed, leads }) => (
              <tr key={addressHash}>
                <td>
                  <Owner leads={leads} addressHash={addressHash} />
                </td>
                <td>
                  {suppressionTexts[suppressed.why]}
                  <span class="console-under">{minuteText(suppressed.at)} UTC</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {addresses.length === mostSuppressed ? <p>These are the newest {mostSuppressed}.</p> : null}
    </>
  );
}

/** GET /console/trouble: what did not arrive, and what must not be mailed. */
export function trouble(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, now } = dependencies;
  app.get("/console/trouble", async (context) => {
    const options = { size: mostFailed, now: now(), months: monthsKept(dependencies) };
    const [failed, addresses] = await Promise.all([
      listLeads(table, { ...everyLead, trouble: "failed" }, options),
      suppressedAddresses(table, mostSuppressed),
    ]);
    const content = (
      <>
        <h1>Trouble</h1>
        <section aria-labelledby="failed">
          <h2 id="failed">Steps that failed</h2>
          <FailedSteps rows={failed.rows} more={failed.older !== null} visitor={context.get("visitor")} />
        </section>
        <section aria-labelledby="suppressed">
          <h2 id="suppressed">Addresses that get no mail</h2>
          <Suppressed addresses={addresses} />
        </section>
      </>
    );
    return consolePage(context, dependencies, { title: "Trouble", place: "trouble", content });
  });
}
