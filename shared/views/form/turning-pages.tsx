/** @jsxImportSource hono/jsx */
import { askedSections } from "#shared/assessment-path.ts";
import type { Edition } from "#shared/edition.ts";
import type { ReportConfig } from "#shared/report/report-input.ts";
import { PageData } from "../page-data.tsx";
import { AnswersSoFar } from "./answers-so-far.tsx";
import type { FormConfig } from "./assessment-form.tsx";
import { formOutline } from "./form-outline.ts";
import { KeepAnswers, ResumeOffer } from "./keep-answers.tsx";
import { ResultPlace, StepProgress, WelcomeBack } from "./step-parts.tsx";
import { timeLeft } from "./time-left.ts";

/** What the browser needs to build the result before anything is sent; recipients of mail stay here. */
function reportConfig({ brand, sales }: FormConfig): ReportConfig {
  return {
    brand: { name: brand.name },
    sales: { meetingLength: sales.meetingLength, bookingUrl: sales.bookingUrl },
  };
}

/** The first page as the script will show it, before it has loaded. */
function FirstProgress({ edition }: { edition: Edition }) {
  const nobody = { industry: null, infrastructurePeople: null, answers: {} };
  const outline = formOutline(edition);
  const of = askedSections(outline, "core", nobody).length + 1;
  return <StepProgress at={1} of={of} minutesLeft={timeLeft(outline, nobody, {}, "core").minutes} />;
}

/** Returns what stands before the form where a script turns its pages, data for the script included. */
export function BeforePages({ edition, config }: { edition: Edition; config: FormConfig }) {
  return (
    <>
      <FirstProgress edition={edition} />
      <PageData name="outline" data={formOutline(edition)} />
      <PageData name="report-config" data={reportConfig(config)} />
      <p class="notice" data-notice="" role="alert" hidden />
      <WelcomeBack />
      <ResumeOffer />
    </>
  );
}

/** Returns what stands after it: the result, and what can be done beside answering. */
export function AfterPages() {
  return (
    <>
      <ResultPlace />
      <div class="tools" data-tools="" hidden>
        <AnswersSoFar />
        <KeepAnswers />
      </div>
    </>
  );
}
