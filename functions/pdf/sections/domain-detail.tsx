import { View } from "@react-pdf/renderer";
import { Fragment } from "react";
import { ScoreBar } from "#functions/pdf/charts/score-bar.tsx";
import { Citation } from "#functions/pdf/citation.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { outlineEntry, SectionHeading } from "#functions/pdf/section-heading.tsx";
import { domainAnchor } from "#functions/pdf/sections/domains.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { DomainAnswer, DomainResult } from "#shared/report/report.ts";

const side = 84;

function DomainHead({ domain }: { domain: DomainResult }) {
  const { colors } = useReport();
  return (
    <View
      id={domainAnchor(domain.id)}
      wrap={false}
      minPresenceAhead={70}
      {...outlineEntry(domain.name)}
      style={{
        flexDirection: "row",
        borderTopWidth: 1.2,
        borderTopColor: colors.accent,
        paddingTop: space.tight + 2,
        marginTop: space.medium,
      }}
    >
      <View style={{ width: side, paddingRight: 14 }}>
        <Words voice="heading" size="title">
          {domain.score === null ? "–" : String(domain.score)}
        </Words>
        <ScoreBar
          width={side - 14}
          value={domain.score}
          low={domain.low}
          high={domain.high}
          fill={colors.accent}
        />
        <Words voice="label" size="label" color="muted" marginTop={space.hair}>
          {`Weight ${domain.weight} of 100`}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="heading" size="subtitle">
          {domain.headline}
        </Words>
        <Words marginTop={space.hair}>{domain.consequence}</Words>
        {domain.capNote === null ? null : (
          <Words voice="strong" color="danger" size="note" marginTop={space.hair}>
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
      style={{
        flexDirection: "row",
        paddingVertical: 3.5,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: side, paddingRight: 14, flexDirection: "row" }}>
        <View style={{ width: 32 }}>
          <Words voice="heading" size="note" color={answer.flag ? "danger" : "ink"}>
            {answer.questionId}
          </Words>
        </View>
        <View style={{ flex: 1 }}>
          <Words voice="label" size="label" color="muted">
            {`${pointsText(answer)}\nweight ${answer.weight}`}
          </Words>
        </View>
      </View>
      <View style={{ flex: 1, paddingRight: 14 }}>
        <Words size="note" color="muted">
          {answer.question}
        </Words>
        <Words voice="strong" size="note">
          {answer.answer}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words size="note" after={<Citation sourceIds={answer.why.sourceIds} />}>
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

/** Pages 5 and 6: every domain with its answers, why each is asked, and what it maps to. */
export function DomainDetailSection({ domains }: { domains: readonly DomainResult[] }) {
  return (
    <>
      <SectionHeading
        id="detail"
        kicker="Domain by domain"
        headline="What each answer says, and why it is asked"
      />
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
