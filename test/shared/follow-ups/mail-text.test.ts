import { describe, expect, test } from "vitest";
import { mailTextProblems } from "#shared/follow-ups/mail-text.ts";

const good = { subject: "A {domain} check", text: "Start.\n\n{steps}\n\nDone when {proof}.", button: "Open" };
const problems = (changes: object) =>
  mailTextProblems("first-step.yaml", "first-step", { ...good, ...changes });

describe("a content file", () => {
  test("is taken with every slot of its topic", () => {
    expect(problems({})).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    [
      "a slot nobody fills",
      { text: "Hello {name}.\n\n{steps}" },
      /text: \{name\} is no slot of this text; use \{domain\}/,
    ],
    ["a score", { text: "{overall}\n\n{steps}" }, /text: \{overall\} is no slot/],
    ["a brace that stands alone", { subject: "A {domain check" }, /subject: \{\{\} is no slot/],
    ["a list in the subject", { subject: "{steps}" }, /subject: \{steps\} is no slot/],
    [
      "a list among words",
      { text: "Do {steps} now" },
      /text: must have \{steps\} once, as a paragraph of its own/,
    ],
    ["a list left out", { text: "Nothing" }, /text: must have \{steps\} once/],
    ["an empty button", { button: " " }, /button: must not be empty/],
    ["a missing subject", { subject: undefined }, /subject: must be text/],
    ["a long subject", { subject: "x".repeat(61) }, /subject: must be at most 60 characters/],
    ["load in a subject", { subject: "Your load" }, /subject: must not name load, risk or strain/],
    ["a verdict", { text: "You are compliant.\n\n{steps}" }, /text: must not say compliant/],
    ["a field nobody reads", { body: "Hello" }, /body: is no field; use subject, text, button/],
  ])("with %s is refused, file and field named", (_, changes, expected) => {
    const found = problems(changes);
    expect(found.join("\n")).toMatch(expected);
    for (const line of found) expect(line).toMatch(/^first-step\.yaml: /);
  });
});
