import { describe, expect, it } from "vitest";
import { ResultView, type ResultViewProps } from "#shared/views/result/result-view.tsx";
import { ScreenResult } from "#shared/views/result/screen-result.tsx";
import { answersAt, reportOn } from "./sample-report.ts";

const answers = answersAt(1, "aviation", { B2: "unknown", I1: 0, P1: 3 });

function render(props: Partial<ResultViewProps> = {}): string {
  return String(ResultView({ report: reportOn(answers), stage: "report", links: {}, ...props }));
}

function count(html: string, text: string): number {
  return html.split(text).length - 1;
}

function texts(html: string): string {
  return html.replace(/<script[^>]*>.*?<\/script>/g, "").replace(/<[^>]+>/g, " ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

describe("result view", () => {
  it("shows scores, ranges, flags, the first step and open questions before anything is sent, and no offer", () => {
    const report = reportOn(answers);
    const html = String(ScreenResult({ report }));
    for (const text of [
      "Readiness",
      "Load on the team",
      "One red flag",
      "First step:",
      "Start here:",
      "What to find out",
    ])
      expect(html).toContain(text);
    expect(html).toContain(`Between ${report.readiness.low} and ${report.readiness.high}`);
    expect(html).not.toContain(report.roadmap.offer);
    expect(html).not.toContain("data-result");
    expect(html).not.toContain("<form");
  });

  it("shows the first list and what-if on the result page, and no offer", () => {
    const html = render({ stage: "result" });
    expect(html).toContain("What changes what");
    expect(html).not.toContain(reportOn(answers).roadmap.offer);
    expect(count(html, 'class="plan-list"')).toBe(1);
  });

  it("shows every part in the whole report, the offer once", () => {
    const html = render();
    const report = reportOn(answers);
    expect(count(html, 'class="plan-list"')).toBe(
      report.plan.lists.filter(({ items }) => items.length > 0).length,
    );
    expect(count(html, report.roadmap.offer)).toBe(1);
    for (const { name } of report.method.domains) expect(html).toContain(name.replace("&", "&amp;"));
  });

  it("opens every statement to why we say this: situation, scores, flags, steps, areas, causes, rules", () => {
    const html = render();
    const report = reportOn(answers);
    const items = report.plan.lists.flatMap(({ items: listed }) => listed);
    const explained = [
      report.situation.headline,
      "Readiness",
      "Load on the team",
      ...report.flags.map(({ id }) => `Red flag ${id}`),
      ...items.map(({ title }) => title),
      ...report.domains.map(({ name }) => escaped(name)),
      ...(report.people?.causes ?? []).map(({ name }) => name),
      "Measured signals",
      ...report.trouble.rules.map(({ questionId }) => `rule beside question ${questionId}`),
    ];
    for (const name of explained)
      expect(html).toContain(`Why we say this<span class="visually-hidden">: ${name}</span>`);
  });

  it("gives with a reason the answer, the rule, the weight and the source", () => {
    const html = texts(render());
    const report = reportOn(answers);
    const [flag] = report.flags;
    const cap = report.method.caps.find((one) => one.flag === flag?.id)?.text;
    expect(html).toContain(escaped(`The rule: at the lowest answer, ${cap}.`));
    expect(html).toMatch(/B1: 35 of 100, weight \d\..+?(?:Sources?:|Our judgement)/);
    expect(html).toMatch(/OC1: 65 of 100, lower is better, weight \d\./);
    expect(html).toMatch(
      /The rule: need, plus 5 for a red flag, divided by effort \(about two days\) gives a priority of \d/,
    );
    expect(html).toMatch(/It weighs 18 of 100\. Highest weight/);
    for (const text of [...report.situation.why, report.people?.barRule.text ?? ""])
      expect(html).toContain(text);
  });

  it("names every source it cites, and calls our own position our judgement", () => {
    const cited = texts(render()).match(/Sources?: [^.]+/g) ?? [];
    expect(cited.length).toBeGreaterThan(10);
    for (const text of cited) expect(text).not.toMatch(/\bS\d\d\b/);
  });

  it("says of each step why, when it is done and who does it, and not its title twice", () => {
    const report = reportOn(answers);
    const html = texts(render());
    for (const { reason, doneWhen, doer, doerNote, owner, sentence } of report.plan.lists.flatMap(
      ({ items }) => items,
    )) {
      expect(html).toContain(escaped(reason));
      expect(html).toContain(escaped(doneWhen));
      expect(html).toContain(`${doerNote === null ? doer : `${doer}: ${doerNote}`}. Owner: ${owner}.`);
      expect(html).not.toContain(sentence);
    }
  });

  it("draws the capacity line with its figures as text, and boxes only for the script", () => {
    const html = render();
    const { capacityLine, capacity } = reportOn(answers);
    expect(texts(html)).toContain(escaped(capacity ?? "none"));
    expect(count(html, 'class="capacity-drawing"')).toBe(2);
    expect(count(html, "data-assumption=")).toBe(capacityLine?.assumptions.length);
    for (const [box] of html.matchAll(/<input[^>]*data-assumption[^>]*>/g))
      expect(box).toMatch(/^<input hidden/);
    for (const { name, why } of capacityLine?.assumptions ?? []) {
      expect(html).toContain(name);
      expect(html).toContain(escaped(why));
    }
  });

  it("draws no capacity line for nobody in-house, in the version to share, or before the mail", () => {
    const nobody = reportOn(answers, { people: 0 });
    const shared = reportOn(answers, { variant: "without-people" });
    for (const html of [render({ report: nobody }), render({ report: shared }), render({ stage: "result" })])
      expect(html).not.toContain("How far your own hours reach");
  });

  it("offers what can be tried, and the three best by axis, only where a script can score again", () => {
    const report = reportOn(answers);
    const data = {
      edition: report.edition,
      answers,
      industry: report.industry,
      infrastructurePeople: 6,
      headcount: null,
      people: true,
      options: report.whatIf.options,
    };
    const html = render({ whatIf: data });
    expect(count(html, 'name="do"')).toBe(report.whatIf.options.length);
    for (const { recommendationIds } of report.whatIf.best)
      expect(html).toContain(`data-try="${recommendationIds.join(".")}"`);
    expect(html).toContain("Most readiness for the effort");
    expect(html).toContain("Most relief for the effort");
    expect(render()).not.toContain('name="do"');
  });

  it("calls a step a next step only when no answer and no cause calls for it", () => {
    const nextStep = "No answer calls for it";
    expect(render()).not.toContain(nextStep);
    expect(render({ report: reportOn(answersAt(2, "aviation")) })).toContain(nextStep);
  });

  it("says in words what each drawing shows, and styles nothing inline", () => {
    const html = render();
    for (const [drawing] of html.matchAll(/<svg[^>]*>/g))
      expect(drawing).toMatch(/aria-hidden="true"|role="img"/);
    for (const [drawing] of html.matchAll(/<svg[^>]*role="img"[^>]*>.*?<\/svg>/g))
      expect(drawing).toContain("<title");
    expect(html).not.toContain("style=");
  });

  it("leaves no slot open and points to parts, not pages", () => {
    for (const level of [0, 1, 2, 3] as const) {
      const report = reportOn(answersAt(level, "aviation"));
      const pages = [
        ScreenResult({ report }),
        ...(["result", "report"] as const).map((stage) => ResultView({ report, stage, links: {} })),
      ];
      for (const page of pages) expect(texts(String(page))).not.toMatch(/\{\w+\}/);
    }
  });

  it("says nothing on the load in the version to share", () => {
    const report = reportOn(answers, { variant: "without-people" });
    const words = texts(String(ResultView({ report, stage: "report", links: { whole: "/r/token" } })));
    expect(words).not.toContain("Load on the team");
    expect(words).not.toContain("How the work is carried");
    expect(words).toContain("Shortened version");
  });

  it("offers only the links it was given, and changes nothing by a link", () => {
    expect(render()).not.toContain("Your data");
    const html = render({ links: { pdf: "/r/t/report.pdf", confirm: "/r/t/confirm", notMe: "/r/t/not-me" } });
    expect(html).toContain('<a class="button secondary" href="/r/t/report.pdf">Download the PDF</a>');
    expect(html).toContain('<form method="post" action="/r/t/confirm">');
    expect(html).toContain('<form method="post" action="/r/t/not-me">');
  });

  it("escapes what a visitor typed, in the text and in the data for the script", () => {
    const html = render({
      whatIf: {
        edition: "2026-1</script><b>",
        answers,
        industry: "aviation",
        infrastructurePeople: 6,
        headcount: null,
        people: true,
        options: [],
      },
    });
    expect(html).toContain("Sample &lt;Repair&gt; Station");
    expect(html).not.toContain("2026-1</script>");
  });
});
