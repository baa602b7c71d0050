import { applicableQuestions, normalizeAnswers } from "#shared/answers.ts";
import type { Visitor } from "#shared/assessment-path.ts";
import type { Answers } from "#shared/edition.ts";
import type { FormOutline } from "#shared/views/form/form-outline.ts";
import type { FormValues } from "#shared/views/form/form-state.ts";
import { toVisitor } from "./typed-values.ts";

/** Returns the answers that count for this visitor: other industries' and closed questions are gone. */
export function countedAnswers(outline: FormOutline, visitor: Visitor): Answers {
  const industry = visitor.industry ?? "other";
  const known = new Set(applicableQuestions(outline, industry).map(({ id }) => id));
  const own = Object.fromEntries(Object.entries(visitor.answers).filter(([id]) => known.has(id)));
  return normalizeAnswers(outline, own, { industry, infrastructurePeople: visitor.infrastructurePeople });
}

function filled(values: FormValues, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = values[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** What mails in business hours need to know; nothing where the browser does not say. */
function timeZone(): { timeZone?: string } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return /^[A-Za-z0-9_+/-]{1,60}$/.test(zone ?? "") ? { timeZone: zone } : {};
}

/** Returns the body of POST /api/assessments; the API checks it again. */
export function toSubmission(
  outline: FormOutline,
  values: FormValues,
  submissionId: string,
  proof: string | null,
): Record<string, unknown> {
  const visitor = toVisitor(outline, values);
  return {
    submissionId,
    edition: outline.edition,
    answers: countedAnswers(outline, visitor),
    profile: {
      ...filled(values, ["industry", "headcount", "role", "region"]),
      infrastructurePeople: visitor.infrastructurePeople,
    },
    contact: filled(values, ["email", "organisation", "name", "phone"]),
    consent: {
      followUps: values.followUps === "on",
      benchmark: values.benchmark === "on",
      reportOnly: values.reportOnly === "on",
    },
    source: filled(values, ["page", "utm_source", "utm_medium", "utm_campaign"]),
    ...(values.followUps === "on" ? timeZone() : {}),
    ...(proof === null ? {} : { proof }),
  };
}
