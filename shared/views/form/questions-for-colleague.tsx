/** @jsxImportSource hono/jsx */
import type { Question } from "#shared/edition.ts";

/** Returns open questions as text for the person who knows; nothing can be answered or sent here. */
export function QuestionsForColleague({ questions }: { questions: readonly Question[] }) {
  return (
    <div class="colleague">
      <h1 tabindex={-1}>
        {questions.length === 1 ? "One open question" : `${questions.length} open questions`}
      </h1>
      <p class="lead">
        Somebody you work with is answering a readiness assessment and thinks that you know this. Tell them
        the highest answer that is fully true today.
      </p>
      <p class="note">This link holds the questions only, no answer. Nothing is sent from this page.</p>
      <ol class="colleague-questions">
        {questions.map((question) => (
          <li key={question.id}>
            <h2>{question.text}</h2>
            {question.hint ? <p class="hint">{question.hint}</p> : null}
            <ul>
              {question.answers.map((answer) => (
                <li key={answer}>{answer}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
