import { Page, Path, Svg, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { useReport } from "#functions/pdf/report-context.ts";
import { artifact } from "#functions/pdf/tagging/tag.ts";
import { hairline } from "#functions/pdf/theme.ts";
import { Words } from "#functions/pdf/words.tsx";

/** What stands at the head and foot of every page. */
export interface Running {
  organisation: string;
  brandName: string;
  logoPath: string;
  footer: string;
}

/** The brand's sign, drawn in a square of the given side. */
export function BrandSign({ path, side, color }: { path: string; side: number; color: string }) {
  return (
    <Svg viewBox="0 0 24 24" width={side} height={side}>
      <Path
        d={path}
        stroke={color}
        strokeWidth={1.6}
        fill="none"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </Svg>
  );
}

const label = { voice: "label", size: "label", color: "muted" } as const;

function RunningHeader({ running, side }: { running: Running; side: number }) {
  const { colors } = useReport();
  const row = { flexDirection: "row" as const, alignItems: "center" as const };
  return (
    <View {...artifact("Header")} style={{ ...row, position: "absolute", top: 24, left: side, right: side }}>
      <BrandSign path={running.logoPath} side={11} color={colors.accent} />
      <View style={{ marginLeft: 6, width: 150 }}>
        <Words {...label}>{running.brandName}</Words>
      </View>
      <View style={{ flex: 1 }}>
        <Words {...label} align="right">
          {running.organisation}
        </Words>
      </View>
    </View>
  );
}

function RunningFooter({ running, side, page }: { running: Running; side: number; page: string }) {
  const { colors } = useReport();
  const place = { position: "absolute" as const, bottom: 18, left: side, right: side };
  const rule = { borderTopWidth: hairline, borderTopColor: colors.rule, paddingTop: 6 };
  return (
    <View {...artifact("Footer")} style={{ ...place, ...rule, flexDirection: "row" }}>
      <View style={{ flex: 1 }}>
        <Words {...label}>{running.footer}</Words>
      </View>
      <View style={{ width: 70 }}>
        <Words {...label} align="right">
          {page}
        </Words>
      </View>
    </View>
  );
}

/** A page with nothing but its running header and footer; what stands between them is laid out apart from it. */
export function PageFrame({ running, side, page }: { running: Running; side: number; page: string }) {
  const { sheet } = useReport();
  return (
    <Page size={sheet.size}>
      <RunningHeader running={running} side={side} />
      <RunningFooter running={running} side={side} page={page} />
    </Page>
  );
}

function usePageStyle() {
  const { sheet } = useReport();
  return {
    paddingTop: sheet.margin.top,
    paddingBottom: sheet.margin.bottom,
    paddingHorizontal: sheet.margin.side,
    backgroundColor: "#FFFFFF",
  };
}

/** A page as deep as its content, with room for running header and footer: laid out once, since nothing is broken. */
export function EndlessPage({ children }: { children: ReactNode }) {
  const { sheet } = useReport();
  return (
    <Page size={sheet.size} wrap={false} style={usePageStyle()}>
      {children}
    </Page>
  );
}

/** As many pages as the content fills, with room for running header and footer. */
export function ContentPages({ children }: { children: ReactNode }) {
  const { sheet } = useReport();
  return (
    <Page size={sheet.size} experimentalPagination style={usePageStyle()}>
      {children}
    </Page>
  );
}
