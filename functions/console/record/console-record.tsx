/** @jsxImportSource hono/jsx */
import type { Hono } from "hono";
import { ConsoleProblem } from "#functions/console/console-problem.ts";
import type { ConsoleDependencies, ConsoleEnvironment, Visitor } from "#functions/console/dependencies.ts";
import { record, requireAdmin } from "#functions/console/leads/admin-actions.ts";
import { consolePage } from "#functions/console/pages/console-page.tsx";
import { PostForm } from "#functions/console/pages/post-form.tsx";
import { minuteText } from "#functions/console/pages/since.tsx";
import { repeatErasedNews } from "#functions/leads/erase-lead.ts";
import { type ConsoleUser, listUsers, signOutEverywhere } from "#functions/store/console-users.ts";
import { type ConsoleRecord, readRecords } from "#functions/store/records.ts";

const mostRecords = 200;

const texts: Record<ConsoleRecord["what"], string> = {
  exported: "exported leads",
  copied: "took a copy of everything held",
  erased: "erased a lead",
  "told again": "had the news of an erasure sent again",
  suppressed: "stopped all mail to an address",
  "suppression lifted": "let mail go to an address again",
  "signed out": "ended the sessions of somebody",
};

interface RecordsProps {
  records: readonly ConsoleRecord[];
  /** Other systems are told of an erasure. */
  told: boolean;
  token: string;
}

/** Tells the other system once more that a lead was erased: the id is all there is left to tell. */
function TellAgain({ id, token }: { id: string; token: string }) {
  return (
    <PostForm action={`/console/record/erased/${id}/tell`} token={token}>
      <button type="submit" class="link-button">
        Send the webhook again
        <span class="visually-hidden"> for {id}</span>
      </button>
    </PostForm>
  );
}

function Records({ records, told, token }: RecordsProps) {
  if (records.length === 0) return <p>Nothing has been exported, erased or suppressed yet.</p>;
  return (
    <ol class="plain console-history">
      {records.map(({ at, by, what, detail }) => (
        <li key={`${at} ${detail}`}>
          <span class="figures">{minuteText(at)}</span> {by.name} {texts[what]}
          <span class="console-under">{detail}</span>
          {what === "erased" && told ? <TellAgain id={detail} token={token} /> : null}
        </li>
      ))}
    </ol>
  );
}

function People({ users, visitor }: { users: readonly ConsoleUser[]; visitor: Visitor }) {
  return (
    <div class="table-scroll">
      <table class="console-table">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">Last sign-in (UTC)</th>
            <th scope="col">
              <span class="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map(({ person, role, lastSignInAt, sessions }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{role}</td>
              <td>{minuteText(lastSignInAt)}</td>
              <td>
                {sessions.size === 0 ? null : (
                  <PostForm action={`/console/people/${person.id}/sign-out`} token={visitor.formToken}>
                    <button type="submit" class="link-button">
                      End sessions
                      <span class="visually-hidden"> of {person.name}</span>
                    </button>
                  </PostForm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** GET /console/record: who exported, erased and suppressed; and who may sign in, with a way to end their sessions. */
export function consoleRecord(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, config, now } = dependencies;
  app.get("/console/record", requireAdmin, async (context) => {
    const [records, users] = await Promise.all([readRecords(table, mostRecords), listUsers(table)]);
    const content = (
      <>
        <h1>Record</h1>
        <section aria-labelledby="records">
          <h2 id="records">What was done</h2>
          <p>
            Changes of a lead stand in its own history. Entries here hold no personal data and stay three
            years.
          </p>
          <Records
            records={records}
            told={config.webhooks.events.includes("lead.erased")}
            token={context.get("visitor").formToken}
          />
        </section>
        <section aria-labelledby="people">
          <h2 id="people">People</h2>
          <p>Who may sign in, and as what, is decided by the groups of the sign-in service.</p>
          <People users={users} visitor={context.get("visitor")} />
        </section>
      </>
    );
    return consolePage(context, dependencies, { title: "Record", place: "record", content });
  });

  app.post("/console/record/erased/:id/tell", requireAdmin, async (context) => {
    const id = context.req.param("id");
    const repeated = await repeatErasedNews(table, id, now());
    if (!repeated)
      throw new ConsoleProblem(404, "No such news", ["The news of an erasure is kept for 90 days."]);
    dependencies.stepsOwed(id);
    await record(context, dependencies, "told again", id.slice(0, 300));
    return context.redirect("/console/record", 303);
  });

  app.post("/console/people/:id/sign-out", requireAdmin, async (context) => {
    const id = context.req.param("id");
    await signOutEverywhere(table, id);
    await record(context, dependencies, "signed out", `person ${id}`.slice(0, 300));
    return context.redirect("/console/record", 303);
  });
}
