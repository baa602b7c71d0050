import { View } from "@react-pdf/renderer";
import { useReport } from "#functions/pdf/report-context.ts";
import { Subheading } from "#functions/pdf/section-heading.tsx";
import { hairline, space } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";
import type { Report } from "#shared/report/report.ts";

type Checkpoint = Report["whatIf"]["checkpoints"][number];

function CheckpointCell({ checkpoint, withLoad }: { checkpoint: Checkpoint; withLoad: boolean }) {
  const { colors } = useReport();
  return (
    <View
      style={{
        flex: 1,
        borderTopWidth: 1.2,
        borderTopColor: colors.accent,
        paddingTop: space.tight,
        marginRight: space.small,
      }}
    >
      <Words voice="label" size="label" color="muted">
        {checkpoint.label}
      </Words>
      <Words voice="heading" size="subtitle">
        {checkpoint.readiness}
      </Words>
      {withLoad ? <Words size="note">{`Load ${checkpoint.tsr}`}</Words> : null}
    </View>
  );
}

/** Up to so many steps leave room on the plan's own page. */
const fewSteps = 5;

/** True when the plan has few steps; one without any is no plan. */
export function isShortPlan({ plan }: Report): boolean {
  const steps = plan.lists.reduce((sum, { items }) => sum + items.length, 0);
  return steps > 0 && steps <= fewSteps;
}

/** Returns the page with most room for what doing the plan would change: its own, or that of rules where none apply. */
export function gainsPlace(report: Report): "plan" | "trouble" | "roadmap" {
  if (isShortPlan(report)) return "plan";
  return report.trouble.rules.length === 0 ? "trouble" : "roadmap";
}

/** What the answers would score once the lists are done, and the best gains. */
export function PlanGains({ report }: { report: Report }) {
  const { checkpoints, best } = report.whatIf;
  const withLoad = report.load !== null && report.load.tsr !== null;
  const gains = best.filter((gain) => gain.axis === "readiness" || report.load !== null);
  if (checkpoints.length === 0 && gains.length === 0) return null;
  return (
    <View wrap={false}>
      <Subheading>What doing the plan would change</Subheading>
      <View style={{ flexDirection: "row" }}>
        {checkpoints.map((checkpoint) => (
          <CheckpointCell key={checkpoint.label} checkpoint={checkpoint} withLoad={withLoad} />
        ))}
      </View>
      <View style={{ marginTop: space.small, borderTopWidth: hairline, borderTopColor: "#FFFFFF" }}>
        {gains.map((gain) => (
          <Words key={gain.axis} size="note">
            {gain.sentence}
          </Words>
        ))}
      </View>
    </View>
  );
}
