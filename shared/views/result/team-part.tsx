/** @jsxImportSource hono/jsx */
import type { TeamRow, TeamView } from "#shared/report/report.ts";

function Row({ row }: { row: TeamRow }) {
  const { name, manager, teamText, beforeText, gap, apart } = row;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{manager ?? "–"}</td>
      <td class="number">
        {teamText}
        {beforeText === null ? "" : `, ${beforeText} before`}
      </td>
      <td class={apart ? "change-worse" : undefined}>{gap}</td>
    </tr>
  );
}

/** Returns the team's view beside the manager's, with the gap of each cause. */
export function TeamPart({ team }: { team: TeamView }) {
  return (
    <section aria-labelledby="team-title">
      <h2 id="team-title">{team.headline}</h2>
      <div class="table-scroll">
        <table>
          <caption>{`Load by cause, 100 is worst. Pulse ended on ${team.closedOn}`}</caption>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              <th scope="col" class="number">
                You
              </th>
              <th scope="col" class="number">
                Team
              </th>
              <th scope="col">Gap</th>
            </tr>
          </thead>
          <tbody>
            {team.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {team.notes.map((text) => (
        <p class="small muted" key={text}>
          {text}
        </p>
      ))}
    </section>
  );
}

/** Returns the way to ask the team, at first or a quarter later. */
export function AskTeam({ href, asked }: { href: string | undefined; asked: boolean }) {
  return href === undefined ? null : (
    <section aria-labelledby="ask-team-title">
      <h2 id="ask-team-title">{asked ? "Ask again in a quarter" : "Ask your team"}</h2>
      <p>
        {asked
          ? "Once a quarter shows whether what you changed is felt."
          : "This is one person's view. Seven questions to each of your team, two minutes, anonymous by design, show theirs beside it. From five people up."}
      </p>
      <div class="actions">
        <a class="button secondary" href={href}>
          Team pulse
        </a>
      </div>
    </section>
  );
}
