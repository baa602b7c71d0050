import { View } from "@react-pdf/renderer";
import { Citation, Cited } from "#functions/pdf/citation.tsx";
import { Columns } from "#functions/pdf/columns.tsx";
import { useReport } from "#functions/pdf/report-context.ts";
import { SectionHeading, Subheading } from "#functions/pdf/section-heading.tsx";
import { gainsPlace, PlanGains } from "#functions/pdf/sections/plan-gains.tsx";
import { role } from "#functions/pdf/tagging/tag.ts";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Exposure, Report, RuleLine, TroublePage } from "#shared/report/report.ts";

const idWidth = 32;
/** Characters in a line of half the page: half of it stays empty at the end of a rule, and what stands around it. */
const lineLength = 60;

interface AnsweredRules {
  questionId: string;
  yourAnswer: string;
  rules: RuleLine[];
}

const answerKey = ({ questionId, yourAnswer }: Pick<RuleLine, "questionId" | "yourAnswer">) =>
  `${questionId} ${yourAnswer}`;

/** Rules in their order, gathered under the answer they stand beside, so that no answer is quoted twice. */
function byAnswer(rules: readonly RuleLine[]): AnsweredRules[] {
  const groups = new Map<string, AnsweredRules>();
  for (const rule of rules) {
    const key = answerKey(rule);
    const group = groups.get(key) ?? { questionId: rule.questionId, yourAnswer: rule.yourAnswer, rules: [] };
    group.rules.push(rule);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** An answer with its question, and what rules say to it and what to check. */
function Rules({ group }: { group: AnsweredRules }) {
  const { colors } = useReport();
  return (
    <View
      wrap={false}
      {...role("LI")}
      style={{
        flexDirection: "row",
        paddingTop: 3,
        paddingBottom: 2,
        borderTopWidth: hairline,
        borderTopColor: colors.rule,
      }}
    >
      <View style={{ width: idWidth }} {...role("Lbl")}>
        <Words voice="heading" size="fine">
          {group.questionId}
        </Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words voice="strong" size="fine" marginBottom={space.hair}>
          {`Your answer: ${group.yourAnswer}.`}
        </Words>
        {group.rules.map((rule) => (
          <Words
            key={rule.id}
            size="fine"
            marginBottom={space.hair}
            after={<Citation sourceIds={rule.sourceIds} />}
          >
            {`${rule.rule} Check: ${rule.check}.`}
          </Words>
        ))}
      </View>
    </View>
  );
}

const rulesLength = ({ yourAnswer, rules }: AnsweredRules) =>
  rules.reduce(
    (length, { rule, check }) => length + rule.length + check.length + lineLength,
    yourAnswer.length,
  );

function WithoutRule({ rows }: { rows: TroublePage["withoutRule"] }) {
  const { colors } = useReport();
  return (
    <>
      <Subheading>Asked on our judgement, without a rule for you</Subheading>
      {rows.map((row) => (
        <View
          key={row.questionId}
          wrap={false}
          {...role("TR")}
          style={{
            flexDirection: "row",
            paddingVertical: 4,
            borderTopWidth: hairline,
            borderTopColor: colors.rule,
          }}
        >
          <View style={{ width: idWidth }} {...role("TH", { scope: "Row" })}>
            <Words voice="heading" size="fine">
              {row.questionId}
            </Words>
          </View>
          <View style={{ flex: 1.7, paddingRight: 14 }} {...role("TD")}>
            <Words size="fine">{row.question}</Words>
          </View>
          <View style={{ flex: 1 }} {...role("TD")}>
            <Words voice="strong" size="fine">
              {row.yourAnswer}
            </Words>
          </View>
        </View>
      ))}
    </>
  );
}

function ThreeFigures({ label, figures }: { label: string; figures: Exposure["departure"] }) {
  const { colors } = useReport();
  const cells = [
    { name: "Low", text: figures.low },
    { name: "For planning", text: figures.planning },
    { name: "High", text: figures.high },
  ];
  return (
    <View style={{ marginTop: space.small }}>
      <Words size="note" color="muted">
        {label}
      </Words>
      <View style={{ flexDirection: "row", marginTop: space.hair }}>
        {cells.map((cell) => (
          <View
            key={cell.name}
            style={{
              flex: 1,
              borderLeftWidth: 1.2,
              borderLeftColor: colors.accent,
              paddingLeft: 8,
              paddingRight: 8,
            }}
          >
            <Words voice="label" size="label" color="muted">
              {cell.name}
            </Words>
            <Words voice="heading" size="body">
              {cell.text}
            </Words>
          </View>
        ))}
      </View>
    </View>
  );
}

function ExposurePanel({ exposure }: { exposure: Exposure }) {
  const { colors } = useReport();
  return (
    <View wrap={false} style={{ backgroundColor: colors.paper, padding: 11, marginTop: space.small + 2 }}>
      <Words voice="heading" size="subtitle" {...role("H3")}>
        {exposure.label}
      </Words>
      <ThreeFigures label="One departure" figures={exposure.departure} />
      {exposure.yearly === null ? null : (
        <ThreeFigures label="A year, at general-market turnover" figures={exposure.yearly} />
      )}
      <View style={{ marginTop: space.small }}>
        {exposure.basis.map((statement) => (
          <Cited key={statement.text} statement={statement} size="fine" />
        ))}
      </View>
    </View>
  );
}

/** Page 8: what an authority may ask, and what trouble costs. */
export function TroubleSection({ report }: { report: Report }) {
  const page = report.trouble;
  const { colors } = useReport();
  return (
    <>
      <SectionHeading id="trouble" kicker="Rules and cost" headline={page.headline} />
      {page.readerNote === null ? null : (
        <Words voice="italic" marginBottom={space.small}>
          {page.readerNote}
        </Words>
      )}
      <Columns
        items={byAnswer(page.rules)}
        count={2}
        gap={space.medium + 2}
        lengthOf={rulesLength}
        keyOf={answerKey}
      >
        {(group) => <Rules key={answerKey(group)} group={group} />}
      </Columns>
      {page.withoutRule.length === 0 ? null : <WithoutRule rows={page.withoutRule} />}
      {page.costFormula === null ? null : (
        <View wrap={false}>
          <Subheading>What trouble costs, with your own numbers</Subheading>
          <View style={{ borderLeftWidth: 2.4, borderLeftColor: colors.accent, paddingLeft: 10 }}>
            <Words>{page.costFormula}</Words>
          </View>
          {page.costNote === null ? null : (
            <Words size="note" color="muted" marginTop={space.tight}>
              {page.costNote}
            </Words>
          )}
        </View>
      )}
      {page.exposure === null ? null : <ExposurePanel exposure={page.exposure} />}
      {gainsPlace(report) === "trouble" ? <PlanGains report={report} /> : null}
      {page.disclaimer === "" ? null : (
        <Words size="note" color="muted" marginTop={space.medium}>
          {page.disclaimer}
        </Words>
      )}
    </>
  );
}
