/** Everything held about a person, in words, for whoever asks for theirs. */
import type { Hono } from "hono";
import type { ConsoleDependencies, ConsoleEnvironment } from "#functions/console/dependencies.ts";
import { namedLead, record, requireAdmin } from "#functions/console/leads/admin-actions.ts";
import { changeLead } from "#functions/leads/change-lead.ts";
import { noteCopy } from "#functions/leads/lead-edits.ts";
import { leadsOfMailbox } from "#functions/leads/leads-of-address.ts";
import type { Assessment } from "#functions/store/assessment-item.ts";
import type { Answer, Edition } from "#shared/edition.ts";
import { findEdition } from "#shared/questions/index.ts";

function answerText({ questions }: Edition, id: string, answer: Answer) {
  const question = questions.find((one) => one.id === id);
  const words = typeof answer === "number" ? question?.answers[answer] : undefined;
  return { id, question: question?.text ?? id, answer: words ?? String(answer) };
}

function copyOf({ addressHash, contentHash, lease, revision, ...held }: Assessment) {
  const edition = findEdition(held.edition);
  return {
    ...held,
    answers: Object.entries(held.answers).map(([id, answer]) => answerText(edition, id, answer)),
  };
}

/** POST /console/leads/:id/copy: all assessments of the same mailbox, people answers among them, as JSON. */
export function personCopy(app: Hono<ConsoleEnvironment>, dependencies: ConsoleDependencies): void {
  const { table, now } = dependencies;
  app.post("/console/leads/:id/copy", requireAdmin, async (context) => {
    const { assessment: lead, address } = await namedLead(context, dependencies);
    const { person } = context.get("visitor");
    const assessments = await leadsOfMailbox(dependencies, lead);
    for (const { id } of assessments)
      await changeLead(table, id, { by: person, at: now(), seen: null }, () => noteCopy);
    await record(context, dependencies, "copied", `leads ${assessments.map(({ id }) => id).join(", ")}`);
    const copy = {
      format: "digital-readiness-person",
      version: 1,
      address,
      assessments: assessments.map(copyOf),
    };
    return context.body(`${JSON.stringify(copy, null, 2)}\n`, 200, {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="everything-held.json"',
    });
  });
}
