import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { builtPages } from "./built-pages.ts";

/** What the standard demands and what assistive technology needs; no opinion on style. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // How a tag or attribute without a value is written: both ways are valid, and two renderers differ.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // The standard allows any character but white space.
    "valid-id": "off",
    // A table that scrolls is a region with a name, so that the keyboard reaches it.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Forms that answer as one types have nothing to submit.
    "wcag/h32": "off",
    // The brand's name follows every title, and is the operator's; see the test of titles.
    "long-title": "off",
  },
});

describe("HTML", () => {
  it.each(builtPages())("of $path is valid", async ({ path, html }) => {
    const { results } = await validator.validateString(html, path);
    const mistakes = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`),
    );
    expect(mistakes).toEqual([]);
  });
});
