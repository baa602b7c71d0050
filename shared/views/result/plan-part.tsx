/** @jsxImportSource hono/jsx */
import type { Plan, PlanItem, Report } from "#shared/report/report.ts";
import { Cite, onScreen, Sources, Why } from "./statement.tsx";

function PlanWhy({ item, report }: { item: PlanItem; report: Report }) {
  return (
    <Why of={item.title}>
      {item.nextStep ? <p>No answer calls for it: it is the next step beyond where you are.</p> : null}
      {item.because.length > 0 ? (
        <ul>
          {item.because.map(({ questionId, question, answer }) => (
            <li key={questionId}>{`${question} You answered “${answer}”.`}</li>
          ))}
        </ul>
      ) : null}
      <p>
        {`${item.effect}. Effort: ${item.effortText}. Owner: ${item.owner}. Priority ${item.priority}.`}{" "}
        <Sources ids={item.sourceIds} report={report} />
      </p>
    </Why>
  );
}

function PlanItemView({ item, report }: { item: PlanItem; report: Report }) {
  return (
    <li class="plan-item">
      <h4>
        {item.title}
        {item.flag ? <span class="tag tag-flag"> Red flag</span> : null}
        {item.findOutFirst ? <span class="tag"> Find out first</span> : null}
        {item.nextStep ? <span class="tag"> Next step</span> : null}
      </h4>
      <p>{onScreen(item.sentence)}</p>
      <ol>
        {item.firstSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl class="plan-dates">
        <dt>Start</dt>
        <dd>{item.start}</dd>
        {item.doneBy === null ? null : (
          <>
            <dt>{`In ${item.list}`}</dt>
            <dd>{item.doneBy}</dd>
          </>
        )}
        {item.after.map(({ checkpoint, text }) => (
          <>
            <dt>{checkpoint}</dt>
            <dd>{text}</dd>
          </>
        ))}
        <dt>Provider</dt>
        <dd>{[item.provider, item.doerNote].filter(Boolean).join(": ")}</dd>
      </dl>
      <PlanWhy item={item} report={report} />
    </li>
  );
}

/** Returns the first step of the plan, for the screen before anything is sent. */
export function FirstStep({ report }: { report: Report }) {
  const item = report.plan.lists.flatMap(({ items }) => items)[0];
  if (item === undefined) return report.plan.empty === null ? null : <p>{report.plan.empty}</p>;
  return (
    <section class="panel" aria-labelledby="first-step-title">
      <h2 id="first-step-title">{`Start here: ${item.title}`}</h2>
      <p>{onScreen(item.sentence)}</p>
      <p>
        <strong>First:</strong> {item.firstSteps[0]}
      </p>
      <PlanWhy item={item} report={report} />
    </section>
  );
}

function PlanNotes({ plan, report }: { plan: Plan; report: Report }) {
  return (
    <>
      {plan.furtherTitles.length > 0 ? (
        <p>{`Also called for, later: ${plan.furtherTitles.join("; ")}.`}</p>
      ) : null}
      {plan.condition === null ? null : <p>{onScreen(plan.condition)}</p>}
      {plan.nobodyInHouse === null ? null : <p>{plan.nobodyInHouse}</p>}
      {plan.empty === null ? null : <p>{plan.empty}</p>}
      <Cite statement={plan.staysInHouse} report={report} />
    </>
  );
}

/** Returns the plan: its first list on the result page, all three in the report. */
export function PlanPart({ report, lists }: { report: Report; lists: "first" | "all" }) {
  const { plan } = report;
  const shown = lists === "all" ? plan.lists : plan.lists.slice(0, 1);
  return (
    <section id="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">{plan.heading}</h2>
      {shown
        .filter(({ items }) => items.length > 0)
        .map(({ list, heading, items }) => (
          <section key={list} class="plan-list" aria-label={heading}>
            <h3>{heading}</h3>
            <ol class="plan-items">
              {items.map((item) => (
                <PlanItemView key={item.recommendationId} item={item} report={report} />
              ))}
            </ol>
          </section>
        ))}
      {lists === "all" ? <PlanNotes plan={plan} report={report} /> : null}
      {lists === "all" && report.capacity !== null ? <p class="capacity">{report.capacity}</p> : null}
    </section>
  );
}
