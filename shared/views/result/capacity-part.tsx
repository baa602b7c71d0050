/** @jsxImportSource hono/jsx */
import type { CapacityAssumption, CapacityLine } from "#shared/report/capacity-line.ts";
import type { CapacitySeries, Reach } from "#shared/report/capacity-series.ts";
import { CapacityDrawing } from "./capacity-drawing.tsx";

const reachTexts: Record<Reach, string> = {
  within: "within your hours",
  open: "depends on what is open",
  beyond: "beyond the line",
  outside: "needs outside cover",
};

function Steps({ series, dated }: { series: CapacitySeries; dated: boolean }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={`${series.name}: the steps in order`}>
      <table class="capacity-steps">
        <caption>{`${series.name}, in the order of work`}</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="number">
              Hours
            </th>
            <th scope="col" class="number">
              So far
            </th>
            <th scope="col">Reach</th>
            {dated ? <th scope="col">Set up alone</th> : null}
            {dated ? <th scope="col">Handed over</th> : null}
          </tr>
        </thead>
        <tbody>
          {series.steps.map((step, index) => (
            <tr key={step.recommendationId}>
              <th scope="row">{`${index + 1} ${step.title}`}</th>
              <td class="number">{step.hours}</td>
              <td class="number">{step.reach === "outside" ? "–" : step.to}</td>
              <td>{reachTexts[step.reach]}</td>
              {dated ? <td>{step.own}</td> : null}
              {dated ? <td>{step.handedOver}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Series({ series }: { series: CapacitySeries }) {
  const dated = series.steps.some(({ own }) => own !== null);
  return (
    <figure class="capacity-series">
      <figcaption>{series.sentence}</figcaption>
      <CapacityDrawing series={series} />
      <details class="why">
        <summary>
          The steps by number<span class="visually-hidden">: {series.name}</span>
        </summary>
        <div class="why-body">
          <Steps series={series} dated={dated} />
          {dated ? (
            <p>Dates count the hours to set steps up; the line also counts the hours to keep them running.</p>
          ) : null}
        </div>
      </details>
    </figure>
  );
}

/** Returns the drawings for one set of figures: the script fills them in again for a reader's own. */
export function CapacityFigure({ line }: { line: CapacityLine }) {
  return (
    <>
      {line.alone === null ? null : <Series series={line.alone} />}
      {line.moved === null ? null : <Series series={line.moved} />}
      <p class="small muted">
        Filled bars lie within the hours there are, outlined ones beyond them, dashed ones depend on what is
        open. A cross marks what a team of this size cannot carry alone, whatever the hours.
      </p>
    </>
  );
}

/** Returns what handing over frees, costs and leaves. */
export function FreedList({ line }: { line: CapacityLine }) {
  return (
    <ul>
      {line.freed.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Sources({ row }: { row: CapacityAssumption }) {
  if (row.sources.length === 0) return <span class="sources">Our judgement.</span>;
  return (
    <span class="sources">
      {row.sources.map(({ id, title, url, mark }) => (
        <span key={id}>
          {url === null ? title : <a href={url}>{title}</a>}
          {mark === "V2" ? " (seen in secondary sources). " : ". "}
        </span>
      ))}
    </span>
  );
}

/** The box waits for the script; without one the figure stands as text. */
function AssumptionRow({ row }: { row: CapacityAssumption }) {
  const { id, name, unit, value, least, most, step } = row;
  return (
    <tr>
      <th scope="row" id={`name-${id}`}>
        {name}
      </th>
      <td class="number">
        <span data-ours="">{value}</span>
        <input
          hidden
          class="text-box"
          type="number"
          inputmode="decimal"
          min={least}
          max={most}
          step={step}
          value={value}
          data-assumption={id}
          aria-labelledby={`name-${id} unit-${id}`}
        />
      </td>
      <td id={`unit-${id}`}>{`${least} to ${most}${unit === "%" ? "" : " "}${unit}`}</td>
      <td>
        {row.why} <Sources row={row} />
      </td>
    </tr>
  );
}

function Assumptions({ line }: { line: CapacityLine }) {
  return (
    <div class="capacity-assumptions" data-capacity="">
      <div class="table-scroll">
        <table>
          <caption>The figures behind the line</caption>
          <thead>
            <tr>
              <th scope="col">What we assume</th>
              <th scope="col" class="number">
                Figure
              </th>
              <th scope="col">Range</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {line.assumptions.map((row) => (
              <AssumptionRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div class="capacity-yours" data-capacity-yours="" hidden>
        <p>
          <button type="button" class="button secondary" data-capacity-reset="">
            Back to our figures
          </button>
        </p>
        <p data-capacity-mistake="" class="field-error" aria-live="polite" />
        <p data-capacity-sentence="" aria-live="polite" />
        <div data-capacity-freed="" />
      </div>
    </div>
  );
}

/** Returns how far the team's own hours reach into the plan: drawn, in words, and with every figure behind it. */
export function CapacityPart({ line }: { line: CapacityLine }) {
  return (
    <section aria-labelledby="capacity-title">
      <h2 id="capacity-title">How far your own hours reach</h2>
      <p>{line.sentence}</p>
      {line.alone === null ? null : (
        <div class="capacity-figure" data-capacity-figure="">
          <CapacityFigure line={line} />
        </div>
      )}
      {line.freed.length === 0 ? null : (
        <>
          <h3>What handing over would free</h3>
          <FreedList line={line} />
        </>
      )}
      {line.assumptions.length === 0 ? null : <Assumptions line={line} />}
    </section>
  );
}
