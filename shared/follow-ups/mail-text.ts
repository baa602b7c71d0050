/** The text of one mail as a marketer writes it, and what is wrong with it. */
import { z } from "zod";
import { isListSlot, type Topic, topics } from "./topics.ts";

/** Anything in braces, and a brace that stands alone. */
const slotPattern = /\{([^{}]*)\}|[{}]/g;

const slotsIn = (text: string) => [...text.matchAll(slotPattern)].map(([whole, name]) => name ?? whole);

/** What no page or mail of ours says of anybody's systems. */
const verdict = /\b(compliant|certified|guaranteed)\b/i;
const people = /\b(TSR|risk|load|burnout|stress(?:ed)?|strained)\b/i;

function text(max: number, slots: readonly string[]) {
  const allowed = slots.map((slot) => `{${slot}}`).join(", ") || "none";
  return z
    .string({ error: "must be text" })
    .trim()
    .min(1, "must not be empty")
    .max(max, `must be at most ${max} characters`)
    .refine((value) => slotsIn(value).every((slot) => slots.includes(slot)), {
      error: ({ input }) => {
        const wrong = slotsIn(String(input)).find((slot) => !slots.includes(slot));
        return `{${wrong}} is no slot of this text; use ${allowed}`;
      },
    })
    .refine((value) => !verdict.test(value), "must not say compliant, certified or guaranteed");
}

const paragraphsOf = (body: string) => body.split(/\n\s*\n/).map((paragraph) => paragraph.trim());

/** A list slot among other words, or left out, would print nothing that can be read. */
function listProblem(body: string, lists: readonly string[]): string | null {
  for (const slot of lists) {
    const alone = paragraphsOf(body).filter((paragraph) => paragraph === `{${slot}}`).length;
    if (alone !== 1) return `must have {${slot}} once, as a paragraph of its own`;
    if (body.split(`{${slot}}`).length !== 2) return `must have {${slot}} once only`;
  }
  return null;
}

/** Returns what a content file of this topic must look like. */
export function mailTextSchema(topic: Topic) {
  const slots: readonly string[] = topics[topic];
  const lists = slots.filter(isListSlot);
  const words = slots.filter((slot) => !isListSlot(slot));
  return z.strictObject({
    /** Shown in the inbox: no people figure, and short enough for a phone. */
    subject: text(60, words)
      .refine((value) => !/\r|\n/.test(value), "must be one line")
      .refine((value) => !people.test(value), "must not name load, risk or strain: others see an inbox"),
    /** Paragraphs, an empty line between them. */
    text: text(1_200, slots).superRefine((value, context) => {
      const problem = listProblem(value, lists);
      if (problem !== null) context.addIssue({ code: "custom", message: problem });
    }),
    /** Words on the one button. */
    button: text(40, []),
  });
}

export type MailText = z.infer<ReturnType<typeof mailTextSchema>>;
export type MailTexts = Readonly<Record<Topic, MailText>>;

/** Raised for content files that cannot be used; the message names each file and field at fault. */
export class MailTextError extends Error {
  override name = "MailTextError";
}

/** Returns each mistake of a content file as "file: field: what to do". */
export function mailTextProblems(file: string, topic: Topic, content: unknown): string[] {
  const parsed = mailTextSchema(topic).safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const field =
      issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join(".") || "(whole file)";
    const message =
      issue.code === "unrecognized_keys" ? "is no field; use subject, text, button" : issue.message;
    return `${file}: ${field}: ${message}`;
  });
}
