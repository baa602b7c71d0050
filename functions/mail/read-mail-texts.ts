import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import {
  type MailText,
  MailTextError,
  type MailTexts,
  mailTextProblems,
  mailTextSchema,
} from "#shared/follow-ups/mail-text.ts";
import { type Topic, topicNames } from "#shared/follow-ups/topics.ts";

/** Where a marketer edits them. */
export const mailTextsFolder = fileURLToPath(new URL("follow-ups", import.meta.url));

const fileOf = (topic: Topic) => `${topic}.yaml`;

function contentOf(folder: string, topic: Topic): unknown {
  const file = fileOf(topic);
  let text: string;
  try {
    text = readFileSync(path.join(folder, file), "utf8");
  } catch {
    throw new MailTextError(`${file}: (whole file): is missing in ${folder}`);
  }
  try {
    return parse(text);
  } catch (error) {
    // The parser names line and column.
    const where = error instanceof Error ? error.message.split("\n")[0] : "";
    throw new MailTextError(`${file}: (whole file): is no YAML: ${where}`);
  }
}

function isComplete(texts: Partial<Record<Topic, MailText>>): texts is MailTexts {
  return topicNames.every((topic) => texts[topic] !== undefined);
}

/** Returns the text of a topic, or what is wrong with it. */
function readTopic(folder: string, topic: Topic): MailText | string[] {
  try {
    const content = contentOf(folder, topic);
    const problems = mailTextProblems(fileOf(topic), topic, content);
    return problems.length > 0 ? problems : mailTextSchema(topic).parse(content);
  } catch (error) {
    if (error instanceof MailTextError) return [error.message];
    throw error;
  }
}

/**
 * Returns the texts of the follow-ups.
 * @throws MailTextError naming each file, each field at fault and what was expected
 */
export function readMailTexts(folder: string): MailTexts {
  const texts: Partial<Record<Topic, MailText>> = {};
  const problems: string[] = [];
  for (const topic of topicNames) {
    const read = readTopic(folder, topic);
    if (Array.isArray(read)) problems.push(...read);
    else texts[topic] = read;
  }
  if (isComplete(texts)) return texts;
  throw new MailTextError(
    `The follow-up mails cannot be used:\n${problems.map((line) => `  ${line}`).join("\n")}`,
  );
}
