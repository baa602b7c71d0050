/** @jsxImportSource hono/jsx */
import type { ScreenReport } from "#shared/report/report.ts";
import { DomainList } from "./domain-list.tsx";
import { FindOutList, FlagList } from "./flag-list.tsx";
import { PeoplePart } from "./people-part.tsx";
import { FirstStep } from "./plan-part.tsx";
import { Handling, ResultHead, Scores } from "./result-head.tsx";

/** Returns the result before anything is sent: scores, flags, the first step and what to find out; no offer. */
export function ScreenResult({ report }: { report: ScreenReport }) {
  return (
    <article class="wrap result flow" data-stage="on-screen">
      <ResultHead report={report} eyebrow="Your result, worked out on this device" />
      <Scores report={report} />
      <FlagList report={report} />
      <FirstStep report={report} />
      <FindOutList report={report} />
      <DomainList report={report} />
      {report.people === null ? null : <PeoplePart report={report} people={report.people} full={false} />}
      <Handling cover={report.cover} />
    </article>
  );
}
