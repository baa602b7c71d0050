/** What keeps a step from being complete, in the words of its fields. */
import type { Visitor } from "#shared/assessment-path.ts";
import type { Edition } from "#shared/edition.ts";
import { contactSchema, profileSchema } from "#shared/submission.ts";
import { unansweredMessage } from "#shared/views/form/choice-texts.ts";
import type { FieldMistake, FormValues } from "#shared/views/form/form-state.ts";
import { type StepId, stepQuestions } from "./steps.ts";
import { toPeople } from "./typed-values.ts";

type Issues = readonly { path: readonly PropertyKey[]; message: string }[];

/** One message a field, in the order of the fields on the page. */
function inOrder(issues: Issues, fields: readonly string[]): FieldMistake[] {
  return fields.flatMap((field) => {
    const issue = issues.find(({ path }) => path[0] === field);
    return issue ? [{ field, message: issue.message }] : [];
  });
}

function profileMistakes(values: FormValues): FieldMistake[] {
  const people = toPeople(values.infrastructurePeople);
  const checked = profileSchema.pick({ industry: true, infrastructurePeople: true, role: true }).safeParse({
    industry: values.industry,
    infrastructurePeople: people ?? Number.NaN,
    role: values.role ?? "",
  });
  return inOrder(checked.error?.issues ?? [], ["industry", "infrastructurePeople", "role"]);
}

function contactMistakes(values: FormValues): FieldMistake[] {
  const contact = contactSchema.safeParse({
    email: values.email ?? "",
    organisation: values.organisation ?? "",
    name: values.name,
    phone: values.phone,
  });
  const profile = profileSchema
    .pick({ headcount: true, region: true })
    .safeParse({ headcount: values.headcount, region: values.region });
  const issues = [...(contact.error?.issues ?? []), ...(profile.error?.issues ?? [])];
  return inOrder(issues, ["email", "organisation", "headcount", "region", "name", "phone"]);
}

/** Returns what has to be corrected before a step can be left; an empty list means nothing. */
export function stepMistakes(
  edition: Edition,
  visitor: Visitor,
  values: FormValues,
  step: StepId,
): FieldMistake[] {
  if (step === "profile") return profileMistakes(values);
  if (step === "contact") return contactMistakes(values);
  return stepQuestions(edition, visitor, step)
    .filter(({ id }) => visitor.answers[id] === undefined)
    .map((question) => ({ field: question.id, message: unansweredMessage(question) }));
}
