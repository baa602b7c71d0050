import { View } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { outlineEntry, SectionHeading } from "#functions/pdf/section-heading.tsx";
import { domainAnchor } from "#functions/pdf/sections/domains.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { DomainAnswer, DomainResult } from "#shared/report/report.ts";

const side = 76;

function DomainHead({ domain }: { domain: DomainResult }) {
  const { colors } = useReport();
  return (
    <View
      id={domainAnchor(domain.id)}
      wrap={false}
      minPresenceAhead={60}
      {...outlineEntry(domain.name)}
      style={{
        flexDirection: "row",
        borderTopWidth: 1.2,
        borderTopColor: colors.accent,
        paddingTop: space.tight,
        paddingBottom: 3,
        marginTop: space.small - 1,
      }}
    >
      <View style={{ width: side, paddingRight: 14 }} {...role("Div", { readLast: true })}>
        <View style={{ flexDirection: "row", alignItems: "flex-end" }}>
          <View style={{ flex: 1 }}>
            <Words voice="heading" size="lead">
              {domain.score === null ? "–" : String(domain.score)}
            </Words>
          </View>
          <Words voice="label" size="label" color="muted">
            {`weight ${domain.weight}`}
          </Words>
        </View>
        <ScoreBar
          width={side - 14}
          value={domain.score}
          low={domain.low}
          high={domain.high}
          fill={colors.accent}
        />
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="heading" size="note" {...role("H3")}>
          {domain.headline}
        </Words>
        <Words size="note">{domain.consequence}</Words>
        {domain.capNote === null ? null : (
          <Words voice="strong" color="danger" size="fine">
            {domain.capNote}
          </Words>
        )}
      </View>
    </View>
  );
}

const pointsText = (answer: DomainAnswer) =>
  answer.points === null ? "not scored" : `${answer.points} points`;

function Answer({ answer }: { answer: DomainAnswer }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      {...role("TR")}
      style={{
        flexDirection: "row",
        paddingVertical: 2,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: side, paddingRight: 8, flexDirection: "row" }} {...role("TH", { scope: "Row" })}>
        <View style={{ width: 30 }}>
          <Words voice="heading" size="fine" color={answer.flag ? "danger" : "ink"}>
            {answer.questionId}
          </Words>
        </View>
        <View style={{ flex: 1 }}>
          <Words voice="label" size="label" color="muted">
            {`${pointsText(answer)}\nweight ${answer.weight}`}
          </Words>
        </View>
      </View>
      <View style={{ flex: 1, paddingRight: 12 }} {...role("TD")}>
        <Words size="fine" color="muted">
          {answer.question}
        </Words>
        <Words voice="strong" size="fine">
          {answer.answer}
        </Words>
      </View>
      <View style={{ flex: 1.15 }} {...role("TD")}>
        <Words size="fine" after={<Citation sourceIds={answer.why.sourceIds} />}>
          {answer.why.text}
        </Words>
        {answer.references === "" ? null : (
          <Words voice="label" size="label" color="muted">
            {answer.references}
          </Words>
        )}
      </View>
    </View>
  );
}

export const detailHeadline = "What each answer says, and why it is asked";

function Domains({ domains }: { domains: readonly DomainResult[] }) {
  return domains.map((domain) => (
    <Fragment key={domain.id}>
      <DomainHead domain={domain} />
      {domain.answers.map((answer) => (
        <Answer key={answer.questionId} answer={answer} />
      ))}
    </Fragment>
  ));
}

/** How much of a page a domain takes, in answers: its head counts for one and a half. */
const lengthOf = (domains: readonly DomainResult[]) =>
  domains.reduce((sum, domain) => sum + domain.answers.length + 1.5, 0);

/** Returns after how many domains the second page begins, so that both are as equally full as whole domains allow. */
function evenSplit(domains: readonly DomainResult[]): number {
  const longer = (split: number) =>
    Math.max(lengthOf(domains.slice(0, split)) + 1.5, lengthOf(domains.slice(split)));
  const splits = domains.map((_, index) => index + 1);
  return splits.reduce((best, split) => (longer(split) < longer(best) ? split : best), 1);
}

/** Pages 5 and 6: every domain with its answers, why each is asked, and what it maps to. */
export function detailParts(domains: readonly DomainResult[]): ReactNode[] {
  const split = evenSplit(domains);
  const first = (
    <Fragment key="first">
      <SectionHeading id="detail" kicker="Domain by domain" headline={detailHeadline} />
      <Domains domains={domains.slice(0, split)} />
    </Fragment>
  );
  return split >= domains.length ? [first] : [first, <Domains key="second" domains={domains.slice(split)} />];
}
