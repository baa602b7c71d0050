/** @jsxImportSource hono/jsx */
import { currentConsentWording } from "#shared/consent-wording.ts";
import { type Edition, type Industry, industries } from "#shared/edition.ts";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { profileQuestions } from "#shared/questions/2026-1/profile-questions.ts";
import { ConsentFields, ContactFields } from "./contact-fields.tsx";
import { EmptyErrorSummary, ErrorSummary } from "./error-summary.tsx";
import { fieldTarget } from "./field-target.ts";
import { FormSection, QuestionSection } from "./form-section.tsx";
import type { FieldMistakes, FormValues } from "./form-state.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { ProfileFields } from "./profile-fields.tsx";
import type { FieldContext } from "./question-field.tsx";
import { StepNavigation } from "./step-parts.tsx";
import { AfterPages, BeforePages } from "./turning-pages.tsx";

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

function SendStep({ config, context }: { config: FormConfig; context: FieldContext }) {
  const { sales, brand, privacy } = config;
  return (
    <FormSection id="contact" title="Where should the report go?" introduction={null} path="contact">
      <ContactFields {...context} />
      <ConsentFields values={context.values} followUps={config.followUps.enabled} />
      <div class="send" data-send="">
        <div class="send-failure" data-send-failure="" role="alert" hidden />
        <p class="send-note" id="send-note">
          {`${sales.salesPerson} at ${brand.name} reads your answers and may write once. `}
          {"We call only if you give a number. "}
          {`Deleted after ${privacy.retentionMonths} months, or when you press Delete.`}
        </p>
        <button type="submit" class="button" aria-describedby="send-note">
          {currentConsentWording.request}
        </button>
        <p class="visually-hidden" data-send-status="" role="status" />
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
 * The site prints it at build time, the API when something has to be corrected: then it is read top to bottom,
 * as it came, and no script turns its pages.
 */
export function AssessmentForm(props: AssessmentFormProps) {
  const { edition, config, values = {}, errors = [] } = props;
  const industry = props.industry ?? typedIndustry(values);
  const context: FieldContext = { edition, values, mistakes: errors, privacy: config.privacy };
  const turnsPages = errors.length === 0;
  return (
    <div class="assessment wrap" data-assessment="" data-mistakes={turnsPages ? undefined : ""}>
      {turnsPages ? null : <ErrorSummary mistakes={errors} target={(field) => fieldTarget(edition, field)} />}
      <h1>Digital readiness assessment</h1>
      {turnsPages ? <BeforePages edition={edition} config={config} /> : null}
      <form method="post" action="/api/assessments" novalidate aria-label="Digital readiness assessment">
        {turnsPages ? <EmptyErrorSummary /> : null}
        <p class="instruction">{edition.instruction}</p>
        <HiddenFields edition={edition.id} values={values} page={props.page} />
        <Questions context={context} industry={industry} />
        <SendStep config={config} context={context} />
        {turnsPages ? <StepNavigation /> : null}
      </form>
      {turnsPages ? <AfterPages /> : null}
    </div>
  );
}
