import { closerScale, joinsOnOnePage, largerScale } from "#functions/pdf/fit-rules.ts";
import { type GroupLayout, type LaidOutGroup, layOutGroup } from "#functions/pdf/lay-out-group.tsx";
import type { ReportSetting } from "#functions/pdf/report-context.ts";
import type { ReportSection, SectionGroup } from "#functions/pdf/report-sections.tsx";
import type { Region } from "#shared/edition.ts";

type LayOut = (group: SectionGroup, layout: GroupLayout) => Promise<LaidOutGroup>;

const fullest = ({ fills }: LaidOutGroup) => Math.max(...fills);

/** How full a group's pages are all in all: those that flow are filled one after another. */
function fillOf(laidOut: LaidOutGroup): number {
  const { fills, breaks } = laidOut;
  return breaks === "flowing" ? (fills.length - 1 + (fills.at(-1) ?? 0)) / fills.length : fullest(laidOut);
}

/** Returns the group set larger where its pages are far from full, unless it would run over. */
async function enlarged(laidOut: LaidOutGroup, layOut: LayOut): Promise<LaidOutGroup> {
  const { group, typeScale, breaks, pages } = laidOut;
  const larger = largerScale({ fill: fillOf(laidOut), typeScale });
  if (larger === null) return laidOut;
  const tried = await layOut(group, { typeScale: larger, breaks });
  return tried.pages.length > pages.length || fullest(tried) > 1 ? laidOut : tried;
}

/** Returns the group at the scale at which it fits its pages, or on further pages when none that can be read does. */
async function fitted(laidOut: LaidOutGroup, layOut: LayOut): Promise<LaidOutGroup> {
  const { group, typeScale, breaks, fills } = laidOut;
  if (fills.length > 1 && fills.reduce((sum, fill) => sum + fill, 0) <= 1)
    return fitted(await layOut(group, { typeScale, breaks: "merged" }), layOut);
  if (fullest(laidOut) <= 1 || breaks === "flowing") return enlarged(laidOut, layOut);
  const closer = closerScale({ fill: fullest(laidOut), typeScale });
  const next: GroupLayout =
    closer === null ? { typeScale: 1, breaks: "flowing" } : { typeScale: closer, breaks };
  return fitted(await layOut(group, next), layOut);
}

function joins(one: LaidOutGroup | undefined, other: LaidOutGroup): one is LaidOutGroup {
  if (!one || one.pages.length > 1 || other.pages.length > 1) return false;
  return joinsOnOnePage(fullest(one), fullest(other));
}

/**
 * Returns the sections on the pages they are designed for, each at the scale at which it fills them. Two that would
 * leave a page half empty share one. What does not fit at the smallest readable size takes a further page instead.
 */
export async function fitSections(
  sections: readonly ReportSection[],
  region: Region,
  setting: ReportSetting,
): Promise<LaidOutGroup[]> {
  const layOut: LayOut = (group, layout) => layOutGroup(group, region, setting, layout);
  const designed: LaidOutGroup[] = [];
  for (const section of sections) {
    const own = await layOut([section], { typeScale: section.typeScale, breaks: "designed" });
    const before = designed.at(-1);
    if (joins(before, own))
      designed.splice(-1, 1, await layOut([...before.group, section], { typeScale: 1, breaks: "designed" }));
    else designed.push(own);
  }
  const groups: LaidOutGroup[] = [];
  for (const laidOut of designed) groups.push(await fitted(laidOut, layOut));
  return groups;
}
