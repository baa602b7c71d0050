import { describe, expect, it } from "vitest";
import { ResultView, type ResultViewProps } from "#shared/views/result/result-view.tsx";
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

describe("result view", () => {
  it("shows scores, ranges, flags, the first step and open questions before anything is sent, and no offer", () => {
    const html = render({ stage: "on-screen" });
    const report = reportOn(answers);
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

  it("gives a reason for every area, flag and step", () => {
    const html = render();
    const report = reportOn(answers);
    const items = report.plan.lists.flatMap(({ items: listed }) => listed);
    expect(count(html, "Why?")).toBeGreaterThanOrEqual(
      report.domains.length + report.flags.length + items.length,
    );
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
      for (const stage of ["on-screen", "result", "report"] as const)
        expect(texts(String(ResultView({ report, stage, links: {} })))).not.toMatch(/\{\w+\}/);
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
        people: true,
      },
    });
    expect(html).toContain("Sample &lt;Repair&gt; Station");
    expect(html).not.toContain("2026-1</script>");
  });
});
