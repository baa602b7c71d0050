/** @jsxImportSource hono/jsx */
import type { Report } from "#shared/report/report.ts";
import { Cite } from "./statement.tsx";

/** Returns the five years, and the one quiet offer. */
export function RoadmapPart({ report }: { report: Report }) {
  const { roadmap } = report;
  return (
    <section aria-labelledby="roadmap-title">
      <h2 id="roadmap-title">{roadmap.headline}</h2>
      <p>{roadmap.promise}</p>
      <ol class="roadmap">
        {roadmap.years.map(({ year, name, infrastructure, team, proof }) => (
          <li key={year}>
            <h3>{`Year ${year}: ${name}`}</h3>
            <dl>
              <dt>Systems</dt>
              <dd>{infrastructure}</dd>
              <dt>Team</dt>
              <dd>{team}</dd>
              <dt>Proof</dt>
              <dd>{proof}</dd>
            </dl>
          </li>
        ))}
      </ol>
      <Cite statement={roadmap.staysInHouse} report={report} />
      <p>
        {roadmap.offer}
        {roadmap.bookingUrl === null ? null : (
          <>
            {" "}
            <a href={roadmap.bookingUrl}>Choose a time</a>
          </>
        )}
      </p>
    </section>
  );
}
