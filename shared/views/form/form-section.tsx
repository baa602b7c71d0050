/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Industry, Question, Section } from "#shared/edition.ts";
import { type FieldContext, QuestionField } from "./question-field.tsx";

/** Returns one part of the form under its heading; the script shows one part at a time. */
export function FormSection(props: {
  id: string;
  title: string;
  introduction: string | null;
  path: "core" | "full" | "contact";
  people?: boolean | undefined;
  children: Child;
}) {
  return (
    <section
      class="form-section"
      id={`section-${props.id}`}
      aria-labelledby={`section-${props.id}-title`}
      data-section={props.id}
      data-path={props.path}
      data-people={props.people ? "" : undefined}
    >
      <h2 id={`section-${props.id}-title`} tabindex={-1}>
        {props.title}
      </h2>
      {props.introduction ? <p class="section-introduction">{props.introduction}</p> : null}
      {props.children}
    </section>
  );
}

function SmallTeamNote() {
  return (
    <p class="note" data-small-team="">
      <span class="only-plain">If you are one or two: </span>
      <span class="sentence">
        In a team this small, answers point to someone. Say only what you would say with them present.
      </span>
    </p>
  );
}

/** Returns the questions of a section, those of one industry's overlay only once the industry is known. */
export function printedQuestions(
  section: Section,
  questions: readonly Question[],
  industry: Industry | undefined,
): Question[] {
  return section.questionIds
    .map((id) => questions.find((question) => question.id === id))
    .filter((question) => question !== undefined)
    .filter(
      (question) =>
        question.kind === "people" ||
        question.industry === null ||
        industry === undefined ||
        question.industry === industry,
    );
}

/** Returns a section of the edition with all its questions. */
export function QuestionSection(props: {
  section: Section;
  industry: Industry | undefined;
  context: FieldContext;
}) {
  const { section, context, industry } = props;
  return (
    <FormSection
      id={section.id}
      title={section.title}
      introduction={section.introduction}
      path={section.path}
      people={section.people}
    >
      {section.people ? (
        <p class="note only-plain">
          Leave this part out if you answered 0 people: there is no work of a team to describe.
        </p>
      ) : null}
      {section.people && section.path === "core" && section.questionIds.includes("OC1") ? (
        <SmallTeamNote />
      ) : null}
      {printedQuestions(section, context.edition.questions, industry).map((question) => (
        <QuestionField key={question.id} question={question} context={context} />
      ))}
    </FormSection>
  );
}
