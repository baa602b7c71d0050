/** The mails of a run: a few reports as they are, rendered; all others small, with a prepared PDF. */
import { stepId } from "#functions/delivery/step-id.ts";
import { stepKinds } from "#functions/delivery/step-kinds.ts";
import { type MailMessage, stepMarks } from "#functions/mail/message.ts";
import type { Assessment, StepName } from "#functions/store/assessment-item.ts";
import { chance } from "./chance.ts";
import { config, type FaultSettings, secrets, siteUrl } from "./settings.ts";
import { poisonOf } from "./traits.ts";

type Compose = (assessment: Assessment, name: StepName) => Promise<MailMessage>;

const preparedPdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

/** A mail that says which step sent it. */
async function smallMail({ id, contact }: Assessment, name: StepName): Promise<MailMessage> {
  return {
    from: { name: config.brand.name, address: config.mail.reportFrom },
    to: stepKinds[name].to === "sales" ? [...config.sales.recipients] : [contact.email],
    replyTo: config.mail.replyTo,
    subject: `${name} of ${id}`,
    html: "<p>Hello</p>",
    text: "Hello",
    attachments:
      name === "report"
        ? [{ filename: "report.pdf", contentType: "application/pdf", content: preparedPdf }]
        : [],
    ...stepMarks(stepId({ assessmentId: id, name }), name),
  };
}

/** Loaded where it is needed: it takes longer than all the rest. */
async function loadComposer(now: () => Date): Promise<Compose> {
  const { createComposer } = await import("#functions/delivery/compose-step.ts");
  return createComposer({ config, siteUrl, tokenSecret: secrets.token, now });
}

/** Returns what makes the mails of a run; the report of a poisoned assessment cannot be made. */
export function createFaultComposer(settings: FaultSettings, now: () => Date): Compose {
  let loaded: Promise<Compose> | undefined;
  const real = () => {
    loaded ??= loadComposer(now);
    return loaded;
  };
  return async (assessment, name) => {
    const poison = name === "report" ? poisonOf(settings, assessment.id) : null;
    if (poison === "kills") process.kill(process.pid, "SIGKILL");
    if (poison !== null) throw new Error("This report cannot be made.");
    const asItIs =
      name === "report" && chance(settings.seed, "real mail", assessment.id) < settings.realReports;
    return asItIs ? (await real())(assessment, name) : smallMail(assessment, name);
  };
}
