/** @jsxImportSource hono/jsx */
import { type Edition, type Industry, industries } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { profileQuestions } from "#shared/questions/2026-1/profile-questions.ts";
import type { ReportConfig } from "#shared/report/report-input.ts";
import { PageData } from "../page-data.tsx";
import { ConsentFields, ContactFields } from "./contact-fields.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { fieldTarget } from "./field-target.ts";
import { FormSection, QuestionSection } from "./form-section.tsx";
import type { FieldMistakes, FormValues } from "./form-state.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { ProfileFields } from "./profile-fields.tsx";
import type { FieldContext } from "./question-field.tsx";

export type FormConfig = Pick<FunnelConfig, "brand" | "sales" | "privacy" | "followUps">;

export interface AssessmentFormProps {
  edition: Edition;
  config: FormConfig;
  /** What was typed, by field name; kept as it was. */
  values?: FormValues;
  /** What to correct; shown at the top and at each field. */
  errors?: FieldMistakes;
  /** Once known, only its overlay is asked. */
  industry?: Industry | undefined;
  /** Page of the site the visitor came from. */
  page?: string | undefined;
}

/** Returns the industry that was typed, or undefined while it is open. */
export function typedIndustry(values: FormValues): Industry | undefined {
  return industries.find((industry) => industry === values.industry);
}

/** What the browser needs to build the result before anything is sent; recipients of mail stay here. */
function reportConfig({ brand, sales }: FormConfig): ReportConfig {
  return {
    brand: { name: brand.name },
    sales: { meetingLength: sales.meetingLength, bookingUrl: sales.bookingUrl },
  };
}

function SendStep({ config, context }: { config: FormConfig; context: FieldContext }) {
  const { sales, brand, privacy } = config;
  return (
    <FormSection id="contact" title="Where should the report go?" introduction={null} path="contact">
      <ContactFields {...context} />
      <ConsentFields values={context.values} followUps={config.followUps.enabled} />
      <div class="send" data-send="">
        <p class="send-note" id="send-note">
          {`${sales.salesPerson} at ${brand.name} reads your answers and may write once. `}
          {"We call only if you give a number. "}
          {`Deleted after ${privacy.retentionMonths} months, or when you press Delete.`}
        </p>
        <button type="submit" class="button" aria-describedby="send-note">
          Send me the report
        </button>
      </div>
    </FormSection>
  );
}

function MoreQuestions({ context, industry }: { context: FieldContext; industry: Industry | undefined }) {
  const sections = context.edition.sections.filter(({ path }) => path === "full");
  const started = sections.some(({ questionIds }) => questionIds.some((id) => context.values[id]));
  return (
    <details class="more-questions" open={started || undefined} data-more="">
      <summary>More questions, for a surer report (optional)</summary>
      {sections.map((section) => (
        <QuestionSection key={section.id} section={section} industry={industry} context={context} />
      ))}
    </details>
  );
}

function Questions({ context, industry }: { context: FieldContext; industry: Industry | undefined }) {
  return (
    <>
      <FormSection
        id="profile"
        title={profileQuestions.title}
        introduction={profileQuestions.introduction}
        path="core"
      >
        <ProfileFields {...context} />
      </FormSection>
      {context.edition.sections
        .filter(({ path }) => path === "core")
        .map((section) => (
          <QuestionSection key={section.id} section={section} industry={industry} context={context} />
        ))}
      <MoreQuestions context={context} industry={industry} />
    </>
  );
}

/**
 * Returns the whole assessment as one plain form that needs no script, contact and consent last.
 * The site prints it at build time, the API when something has to be corrected.
 */
export function AssessmentForm(props: AssessmentFormProps) {
  const { edition, config, values = {}, errors = [] } = props;
  const industry = props.industry ?? typedIndustry(values);
  const context: FieldContext = { edition, values, mistakes: errors, privacy: config.privacy };
  return (
    <div class="assessment wrap" data-assessment="" data-mistakes={errors.length > 0 ? "" : undefined}>
      {errors.length > 0 ? (
        <ErrorSummary mistakes={errors} target={(field) => fieldTarget(edition, field)} />
      ) : null}
      <h1>Digital readiness assessment</h1>
      <PageData name="report-config" data={reportConfig(config)} />
      <form method="post" action="/api/assessments" novalidate aria-label="Digital readiness assessment">
        <p class="instruction">{edition.instruction}</p>
        <HiddenFields edition={edition.id} values={values} page={props.page} />
        <Questions context={context} industry={industry} />
        <SendStep config={config} context={context} />
      </form>
    </div>
  );
}
