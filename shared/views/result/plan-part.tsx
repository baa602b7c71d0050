/** @jsxImportSource hono/jsx */
import type { Plan, PlanItem, Report, ScreenReport } from "#shared/report/report.ts";
import { Cite, onScreen, Sources, Why, YourAnswer } from "./statement.tsx";

/** What a provider could take plays no part in the order: said wherever the order is explained. */
function priorityRule({ priority, effortText }: PlanItem): string {
  if (priority === null) return "The rule: from a load of 70 on, what frees hours comes first.";
  return `The rule: need, plus 5 for a red flag, divided by effort (${effortText}) gives a priority of ${priority}; what a provider could take over plays no part.`;
}

function Who({ item }: { item: PlanItem }) {
  return (
    <>
      <dt>Who</dt>
      <dd>{`${[item.doer, item.doerNote].filter(Boolean).join(": ")}. Owner: ${item.owner}.`}</dd>
    </>
  );
}

function PlanWhy({ item, report }: { item: PlanItem; report: ScreenReport }) {
  return (
    <Why of={item.title}>
      {item.nextStep ? <p>No answer calls for it: it is the next step beyond where you are.</p> : null}
      {item.because.length > 0 ? (
        <ul>
          {item.because.map((quoted) => (
            <li key={quoted.questionId}>
              <YourAnswer quoted={quoted} report={report} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>{priorityRule(item)}</p>
      <p>
        {`${item.effect}.`} <Sources ids={item.sourceIds} report={report} />
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
      <p>{onScreen(item.reason)}</p>
      <p>{item.doneWhen}</p>
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
        <Who item={item} />
        <dt>Effort</dt>
        <dd>{item.effortText}</dd>
      </dl>
      <PlanWhy item={item} report={report} />
    </li>
  );
}

/** Returns the first step of the plan, for the screen before anything is sent. */
export function FirstStep({ report }: { report: ScreenReport }) {
  const item = report.plan.lists.flatMap(({ items }) => items)[0];
  if (item === undefined) return report.plan.empty === null ? null : <p>{report.plan.empty}</p>;
  return (
    <section class="panel" aria-labelledby="first-step-title">
      <h2 id="first-step-title">{`Start here: ${item.title}`}</h2>
      <p>{onScreen(item.reason)}</p>
      <p>{item.doneWhen}</p>
      <p>
        <strong>First:</strong> {item.firstSteps[0]}
      </p>
      <dl class="plan-dates">
        <Who item={item} />
      </dl>
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

/** Said before the steps: a list that reads as twelve promises would deny what the hours allow. */
function OwnHours({ sentence }: { sentence: string }) {
  return (
    <p class="note">
      {sentence} <a href="#capacity-title">How far your own hours reach</a>
    </p>
  );
}

/** Returns the plan: its first list on the result page, all three in the report. */
export function PlanPart({ report, lists }: { report: Report; lists: "first" | "all" }) {
  const { plan } = report;
  const shown = lists === "all" ? plan.lists : plan.lists.slice(0, 1);
  return (
    <section id="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">{plan.heading}</h2>
      {lists === "all" && report.capacityLine !== null ? (
        <OwnHours sentence={report.capacityLine.sentence} />
      ) : null}
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
    </section>
  );
}
