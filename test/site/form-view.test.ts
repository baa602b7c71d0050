import { describe, expect, it } from "vitest";
import config from "#config";
import { parseFunnelConfig } from "#shared/funnel-config.ts";
import { AssessmentForm, type AssessmentFormProps } from "#shared/views/form/assessment-form.tsx";
import { formOutline } from "#shared/views/form/form-outline.ts";
import { smallEdition } from "./small-edition.ts";

const funnel = parseFunnelConfig(config);

function render(props: Partial<AssessmentFormProps> = {}): string {
  return String(AssessmentForm({ edition: smallEdition, config: funnel, ...props }));
}

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) => value ?? "");
}

/** The markup of one field, up to the next. */
function field(html: string, name: string): string {
  const start = html.indexOf(`data-field="${name}"`);
  const end = html.indexOf("data-field=", start + 12);
  return start < 0 ? "" : html.slice(start, end < 0 ? undefined : end);
}

describe("assessment form", () => {
  it("asks every question of the edition once, with all its answers", () => {
    const html = render();
    for (const question of smallEdition.questions) {
      expect(html.split(`data-field="${question.id}"`)).toHaveLength(2);
      const values = attributes(field(html, question.id), "value");
      expect(values).toEqual([
        "0",
        "1",
        "2",
        "3",
        "unknown",
        ...(question.naLabel && !["OC2", "OC3"].includes(question.id) ? ["na"] : []),
      ]);
    }
  });

  it("asks the profile first, contact and consent last", () => {
    const order = attributes(render(), "data-field");
    expect(order.slice(0, 3)).toEqual(["industry", "infrastructurePeople", "role"]);
    expect(order.slice(-9)).toEqual([
      "email",
      "organisation",
      "headcount",
      "region",
      "name",
      "phone",
      "followUps",
      "benchmark",
      "reportOnly",
    ]);
  });

  it("offers follow-up mails only where they are switched on", () => {
    const offered = (enabled: boolean) =>
      render({ config: { ...funnel, followUps: { enabled } } }).includes('name="followUps"');
    expect([offered(true), offered(false)]).toEqual([true, false]);
  });

  it("gives every id once and describes fields by ids that exist", () => {
    const html = render({
      errors: [
        { field: "B3", message: "Answer it." },
        { field: "email", message: "Enter it." },
      ],
    });
    const ids = attributes(html, "id");
    expect(new Set(ids).size).toBe(ids.length);
    const references = ["aria-describedby", "aria-labelledby", "for"].flatMap((name) =>
      attributes(html, name),
    );
    for (const id of references.flatMap((value) => value.split(" "))) expect(ids).toContain(id);
  });

  it("ties hint, reassurance and message to the question in that order", () => {
    const html = render({ errors: [{ field: "B3", message: "Answer it." }] });
    expect(field(html, "B3")).toContain('aria-describedby="B3-reassurance B3-error"');
    expect(field(html, "MRO1")).toContain('aria-describedby="MRO1-audience MRO1-hint"');
  });

  it("fills the reassurance lines and the line beside the button from the configuration", () => {
    const html = render();
    expect(html).toContain(
      "Stored in the United States, opened only by our sales lead and one administrator.",
    );
    expect(html).toContain("One person at Remote Support LLC reads your answers and may write once.");
    expect(html).toContain("Deleted after 24 months");
    expect(html).not.toMatch(/\{\w+\}/);
  });

  it("keeps everything that was typed", () => {
    const html = render({
      values: {
        B3: "2",
        OC1: "na",
        infrastructurePeople: "six",
        organisation: 'Smith & "Sons" <b>',
        benchmark: "on",
        page: "/aviation-mro",
        utm_source: "newsletter",
      },
    });
    expect(html).toContain('id="B3-2" name="B3" value="2" checked');
    expect(html).toContain('id="OC1-na" name="OC1" value="na" checked');
    expect(html).toContain('value="six"');
    expect(html).toContain('value="Smith &amp; &quot;Sons&quot; &lt;b&gt;"');
    expect(html).toContain('name="benchmark" value="on" checked');
    expect(html).toContain('name="page" value="/aviation-mro"');
    expect(html).toContain('name="utm_source" value="newsletter"');
    expect(html.match(/ checked=/g)).toHaveLength(3);
  });

  it("lists mistakes at the top, linked to the first control of their field", () => {
    const html = render({
      errors: [
        { field: "B3", message: "Answer it." },
        { field: "role", message: "Choose your role." },
        { field: "email", message: "Enter your email address." },
      ],
    });
    expect(html).toContain('role="alert"');
    expect(html).toContain("There is a problem");
    expect(html).toContain('<a href="#B3-0">Answer it.</a>');
    expect(html).toContain('<a href="#role-owner">Choose your role.</a>');
    expect(html).toContain('<a href="#email">Enter your email address.</a>');
    expect(field(html, "email")).toContain('aria-invalid="true"');
  });

  it("holds the questions of every industry until the industry is known, then only its own", () => {
    expect(render()).toContain('data-field="LAB1"');
    const aviation = render({ industry: "aviation" });
    expect(aviation).toContain('data-field="MRO3"');
    expect(aviation).not.toContain('data-field="LAB1"');
    expect(render({ values: { industry: "other" } })).not.toContain("question only-");
  });

  it("opens the further questions when one of them was answered", () => {
    expect(render()).toMatch(/<details class="more-questions" data-more/);
    expect(render({ values: { B1: "1" } })).toMatch(/<details class="more-questions" open/);
  });

  it("holds for its script the order and length of every question, and no text twice", () => {
    const html = render();
    const data = /data-page-data="outline">(.*?)<\/script>/.exec(html)?.[1] ?? "{}";
    const outline: unknown = JSON.parse(data);
    expect(outline).toEqual(JSON.parse(JSON.stringify(formOutline(smallEdition))));
    for (const { text } of smallEdition.questions) expect(data).not.toContain(text);
  });

  it("is one page without script parts when it comes back with mistakes", () => {
    const html = render({ errors: [{ field: "B3", message: "Answer it." }] });
    for (const part of ["outline", "data-progress", "data-navigation", "data-keep", "data-result-place"])
      expect(html).not.toContain(part);
    expect(render()).toContain("data-navigation");
  });

  it("never asks for a salary and never answers beforehand", () => {
    expect(render()).not.toContain("salary");
    expect(render()).not.toContain("checked");
  });
});
