/** How fast the worker gets through a backlog, against bare sending of the same mails. */
import { createSesSender, openSes } from "#functions/mail/ses-sender.ts";
import { readAssessment } from "#functions/store/assessments.ts";
import { createTestWorker, smallMail } from "../../functions/delivery/test-worker.ts";
import { localAws, startLocalServices } from "../../functions/local-services.ts";
import { sampleSubmission } from "../../functions/sample-submissions.ts";
import { createTestApp, submitWithProof } from "../../functions/test-app.ts";
import type { BenchTable } from "../table.ts";

const backlog = 150;
const mailsEach = 2;

/** Returns mails a second of worker and floor; mails are small, so that rendering is left out. */
export async function drain(): Promise<BenchTable> {
  const services = await startLocalServices();
  try {
    const app = createTestApp(services.table);
    const ids: string[] = [];
    for (let sent = 0; sent < backlog; sent += 1)
      ids.push((await submitWithProof(app, sampleSubmission())).id);
    const assessments = await Promise.all(ids.map((id) => readAssessment(services.table, id)));
    const send = createSesSender(openSes({ ...localAws, endpoint: services.mailEndpoint }));
    const bareStart = performance.now();
    for (const [index, assessment] of assessments.entries())
      for (const name of ["report", "sales-notice"] as const) {
        if (assessment === null) throw new Error("A submission was not stored.");
        const message = await smallMail(assessment, name);
        await send(message, { messageId: `<${index}.${name}@readiness.example>`, date: new Date() });
      }
    const bare = (backlog * mailsEach * 1000) / (performance.now() - bareStart);
    const worker = createTestWorker({ ...services, now: () => new Date() });
    const start = performance.now();
    for (const id of ids) await worker.deliver(id);
    const drained = (backlog * mailsEach * 1000) / (performance.now() - start);
    return {
      title: "Worker draining a backlog",
      columns: ["what", "mails a second", "of the floor"],
      rows: [
        ["floor: the same mails, sent one after the other", bare.toFixed(0), "1.00"],
        ["one worker: lease, checks, sending, outcome", drained.toFixed(0), (drained / bare).toFixed(2)],
      ],
      notes: [
        `${backlog} assessments, ${mailsEach} small mails each; table and mail stand-in in the same process.`,
      ],
    };
  } finally {
    await services.stop();
  }
}
