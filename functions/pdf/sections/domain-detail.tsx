import { View } from "@react-pdf/renderer";
import { Fragment } from "react";
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
        paddingVertical: 2.4,
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

/** Pages 5 and 6: every domain with its answers, why each is asked, and what it maps to. */
export function DomainDetailSection({ domains }: { domains: readonly DomainResult[] }) {
  return (
    <>
      <SectionHeading id="detail" kicker="Domain by domain" headline={detailHeadline} />
      {domains.map((domain) => (
        <Fragment key={domain.id}>
          <DomainHead domain={domain} />
          {domain.answers.map((answer) => (
            <Answer key={answer.questionId} answer={answer} />
          ))}
        </Fragment>
      ))}
    </>
  );
}
