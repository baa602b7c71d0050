import type { MailText } from "./mail-text.ts";
import { isListSlot, type ListSlot, type Slot } from "./topics.ts";

export interface SlotValues {
  words: Partial<Record<Slot, string>>;
  lists: Partial<Record<ListSlot, readonly string[]>>;
}

export type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: readonly string[] };

/** A mail with nothing left to fill in. */
export interface FilledText {
  subject: string;
  blocks: Block[];
  button: string;
}

const listParagraph = /^\{(\w+)\}$/;

function fillWords(text: string, words: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = words[slot];
    if (value === undefined || value === "")
      throw new RangeError(`The slot {${slot}} has nothing to fill it.`);
    return value;
  });
}

function blockOf(paragraph: string, { words, lists }: SlotValues): Block {
  const slot = listParagraph.exec(paragraph)?.[1] ?? "";
  if (!isListSlot(slot)) return { kind: "paragraph", text: fillWords(paragraph.replace(/\s+/g, " "), words) };
  const items = lists[slot];
  if (items === undefined || items.length === 0)
    throw new RangeError(`The slot {${slot}} has nothing to fill it.`);
  return { kind: "list", items };
}

/**
 * Returns the mail for one reader.
 * @throws RangeError naming a slot that has no value: an empty one would print a broken sentence
 */
export function fillText({ subject, text, button }: MailText, values: SlotValues): FilledText {
  return {
    subject: fillWords(subject, values.words),
    blocks: text
      .trim()
      .split(/\n\s*\n/)
      .map((paragraph) => blockOf(paragraph.trim(), values)),
    button,
  };
}
