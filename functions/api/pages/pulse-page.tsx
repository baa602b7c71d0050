/** @jsxImportSource hono/jsx */
import { PostButton } from "#functions/api/pages/message-page.tsx";
import type { Page } from "#functions/api/pages/page.ts";
import type { PulseState } from "#functions/store/pulses.ts";
import { daysBetween, fewestAnswers, mostInvitations, openDays } from "#shared/pulse/rules.ts";
import { longDate } from "#shared/report/wording.ts";
import { TextField } from "#shared/views/form/text-field.tsx";

export interface PulsePageInput {
  token: string;
  state: PulseState | null;
  /** People who run infrastructure. */
  people: number;
  /** First day on which the team may be asked again; null: now. */
  next: string | null;
  /** What was typed, and what was wrong with it. */
  typed?: string;
  mistake?: string;
}

/** evidence.md, ethical limit 6. */
function SmallTeam({ people }: { people: number }) {
  return (
    <>
      <p>
        {people === 0
          ? "Nobody in-house runs infrastructure, so there is no team to ask."
          : `${people === 1 ? "One person" : `${people} people`} cannot be asked anonymously: each answer would point to somebody. So no pulse is offered, and none can be forced.`}
      </p>
      {people === 0 ? null : (
        <>
          <h2>What you can do instead</h2>
          <ul>
            <li>
              Pool with a wider group: all who carry systems and equipment, at every site, if that makes five.
            </li>
            <li>Let somebody from outside talk to each person and report themes, without names.</li>
            <li>
              Rely on the counts of the report: overtime (SG1), backlog (SG2) and people who left (SG3) need
              no survey.
            </li>
          </ul>
        </>
      )}
    </>
  );
}

function Invite({ token, people, typed, mistake }: PulsePageInput) {
  return (
    <form method="post" action={`/r/${token}/pulse`} novalidate>
      <TextField
        name="invited"
        label="How many people do you invite?"
        hint={`${fewestAnswers} to ${Math.min(people, mostInvitations)}: everybody who runs infrastructure, you not among them.`}
        value={typed ?? String(Math.min(people, mostInvitations))}
        error={mistake}
        inputmode="numeric"
        maxlength={4}
        size="short"
      />
      <div class="send">
        <button type="submit" class="button">
          Make the invitations
        </button>
      </div>
    </form>
  );
}

function How() {
  return (
    <ul>
      <li>
        Each person answers seven questions about their own conditions, in two minutes. No names, no free
        text.
      </li>
      <li>
        {`You see one rounded number for each of five causes beside your own, once the pulse has ended and only from ${fewestAnswers} answers up.`}
      </li>
      <li>
        Until then you see nothing, and never who answered or how many. Nor do we: answers are locked one by
        one.
      </li>
      <li>{`It ends when everybody has answered, after ${openDays} days, or when you end it. Once a quarter at most.`}</li>
      <li>Never use it to rate, select or discipline anybody.</li>
    </ul>
  );
}

function Open({ token, state }: { token: string; state: NonNullable<PulseState["open"]> }) {
  return (
    <>
      <p>
        {`Open since ${longDate(state.openedOn)}, with ${state.invited} invitations, until ${longDate(state.closesOn)} at the latest. How many have answered is shown to nobody.`}
      </p>
      <div class="actions">
        <PostButton action={`/r/${token}/pulse/end`} label="End it and show the team's view" />
        <PostButton
          action={`/r/${token}/pulse/withdraw`}
          label="Withdraw it: delete the answers unread"
          quiet
        />
      </div>
    </>
  );
}

function Body(input: PulsePageInput) {
  const { token, state, people, next } = input;
  if (state !== null && state.open !== null) return <Open token={token} state={state.open} />;
  if (people < fewestAnswers) return <SmallTeam people={people} />;
  if (next !== null)
    return (
      <p>
        {`Your team was asked less than ${daysBetween} days ago. From ${longDate(next)} on you can ask again: once a quarter shows a trend, more often would show single people.`}
      </p>
    );
  return (
    <>
      {state?.endedWithTooFew ? (
        <p class="note">
          {`The last pulse ended with fewer than ${fewestAnswers} answers. They were deleted unread.`}
        </p>
      ) : null}
      <How />
      <Invite {...input} />
    </>
  );
}

/** Returns the page on which a manager invites the team. */
export function pulsePage(input: PulsePageInput): Page {
  return {
    title: "Team pulse",
    content: (
      <div class="wrap prose pulse-page">
        <h1>Ask your team</h1>
        <p class="lead">Your answers are one view of how the work is carried. Theirs may differ.</p>
        <Body {...input} />
        <p>
          <a href={`/r/${input.token}`}>Back to the report</a>
        </p>
      </div>
    ),
  };
}

/** Returns the page that hands out the invitations, once: nobody could show them again. */
export function invitationsPage({ token, links }: { token: string; links: readonly string[] }): Page {
  return {
    title: "Invitations",
    content: (
      <div class="wrap prose pulse-page">
        <h1>{`${links.length} invitations`}</h1>
        <p class="lead">Copy them now. They are kept nowhere and cannot be shown again.</p>
        <ul>
          <li>Give each person one. Each counts once.</li>
          <li>
            Best let somebody outside the team hand them out in any order, so that you do not know whose is
            whose.
          </li>
          <li>Do not answer yourself: your view is in the report already.</li>
        </ul>
        <p>You may write with it:</p>
        <blockquote>
          Seven questions about how the work is arranged for you, two minutes, anonymous by design: nobody
          sees single answers, nor who answered. The page says how. Here is your own link; please do not pass
          it on.
        </blockquote>
        <ol class="invitations">
          {links.map((link) => (
            <li key={link}>
              <code>{link}</code>
            </li>
          ))}
        </ol>
        <p>
          <a href={`/r/${token}/pulse`}>I have copied them</a>
        </p>
      </div>
    ),
  };
}
