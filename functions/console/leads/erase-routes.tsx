/** @jsxImportSource hono/jsx */
import type { Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { namedLead, record, requireAdmin } from "#functions/console/leads/admin-actions.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { Message } from "#functions/console/pages/message.tsx";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { eraseLead } from "#functions/leads/erase-lead.ts";
import { leadsOfMailbox } from "#functions/leads/leads-of-address.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";

interface EraseViewProps {
  leads: readonly Assessment[];
  token: string;
  mistake: string | null;
}

function Going({ leads }: Pick<EraseViewProps, "leads">) {
  return (
    <ul>
      {leads.map(({ id, contact, createdAt }) => (
        <li key={id}>
          The assessment of {minuteText(createdAt)} UTC by {contact.name ?? "somebody"} at{" "}
          {contact.organisation}, with its answers, scores, notes and history
        </li>
      ))}
      <li>What is known of the address {leads[0]?.contact.email}, but for a suppression</li>
    </ul>
  );
}

function EraseView({ leads, token, mistake }: EraseViewProps) {
  const [lead] = leads;
  if (lead === undefined) return null;
  const described = mistake === null ? undefined : "address-error";
  return (
    <div class="prose">
      <h1>Erase this person?</h1>
      {mistake === null ? null : (
        <div class="error-summary" role="alert">
          <p>
            <a href="#address">{mistake}</a>
          </p>
        </div>
      )}
      <p>This goes for good, from every list and from search:</p>
      <Going leads={leads} />
      <p>
        This stays: if the address is suppressed, a keyed hash of it, so that nothing is mailed to it again;
        an entry in the record with the ids and who erased them; mails already in a mailbox; and, until they
        run out, the table's backups.
      </p>
      <PostForm action={`/console/leads/${lead.id}/erase`} token={token} class="console-form">
        <div class={mistake === null ? undefined : "field-wrong"}>
          <label for="address">To go on, type the address: {lead.contact.email}</label>
          {mistake === null ? null : (
            <p id="address-error" class="field-error">
              {mistake}
            </p>
          )}
          <input
            id="address"
            name="address"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={described}
            aria-invalid={mistake === null ? undefined : "true"}
          />
        </div>
        <div class="console-buttons">
          <button type="submit" class="button danger-button small-button">
            Erase for good
          </button>
          <a href={`/console/leads/${lead.id}`}>Keep and go back</a>
        </div>
      </PostForm>
    </div>
  );
}

async function show(
  context: Context<ConsoleEnvironment>,
  dependencies: ConsoleDependencies,
  mistake: string | null,
  status: ContentfulStatusCode,
) {
  const { assessment } = await namedLead(context, dependencies);
  const leads = await leadsOfMailbox(dependencies, assessment);
  const content = <EraseView leads={leads} token={context.get("visitor").formToken} mistake={mistake} />;
  return consolePage(context, dependencies, { title: "Erase this person?", place: "leads", content }, status);
}

function Erased({ count }: { count: number }) {
  return (
    <Message
      title="Erased"
      paragraphs={[
        `${count === 1 ? "One assessment is" : `${count} assessments are`} gone, with everything that belonged to ${count === 1 ? "it" : "them"}. The private links no longer open.`,
      ]}
    >
      <p>
        <a href="/console/leads">Go to the leads</a>
      </p>
    </Message>
  );
}

/** GET /console/leads/:id/erase asks, POST erases every assessment of the mailbox. */
export function eraseRoutes(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { log } = dependencies;
  app.get("/console/leads/:id/erase", requireAdmin, (context) => show(context, dependencies, null, 200));

  app.post("/console/leads/:id/erase", requireAdmin, async (context) => {
    const { assessment } = await namedLead(context, dependencies);
    const { address } = await context.req.parseBody();
    if (
      typeof address !== "string" ||
      address.trim().toLowerCase() !== assessment.contact.email.toLowerCase()
    )
      return show(context, dependencies, "This is not the address of this lead. Type it as shown.", 422);
    const ids = (await leadsOfMailbox(dependencies, assessment)).map(({ id }) => id);
    for (const id of ids) {
      // On record first: what follows may be tried again, and must not happen unseen.
      await record(context, dependencies, "erased", id);
      await eraseLead(dependencies, id);
      dependencies.stepsOwed(id);
    }
    log.info("leads erased", { by: context.get("visitor").person.id, count: ids.length });
    const content = <Erased count={ids.length} />;
    return consolePage(context, dependencies, { title: "Erased", place: "leads", content });
  });
}
