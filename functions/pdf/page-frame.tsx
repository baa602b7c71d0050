import { Page, Path, Svg, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { type ReportSetting, useReport } from "#functions/pdf/report-context.ts";
import { artifact } from "#functions/pdf/tagging/tag.ts";
import { hairline, margin } from "#functions/pdf/theme.ts";
import { wordsIn } from "#functions/pdf/words.tsx";

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

function runningHeader(setting: ReportSetting, running: Running) {
  const row = { flexDirection: "row" as const, alignItems: "center" as const };
  return (
    <View
      {...artifact("Header")}
      style={{ ...row, position: "absolute", top: 26, left: margin.side, right: margin.side }}
    >
      <View style={{ marginLeft: 17, width: 150 }}>
        {wordsIn(setting, { ...label, children: running.brandName })}
      </View>
      <View style={{ flex: 1 }}>
        {wordsIn(setting, { ...label, align: "right", children: running.organisation })}
      </View>
    </View>
  );
}

function runningFooter(setting: ReportSetting, running: Running, page: string) {
  const place = { position: "absolute" as const, bottom: 18, left: margin.side, right: margin.side };
  const rule = { borderTopWidth: hairline, borderTopColor: setting.colors.rule, paddingTop: 6 };
  return (
    <View {...artifact("Footer")} style={{ ...place, ...rule, flexDirection: "row" }}>
      <View style={{ flex: 1 }}>{wordsIn(setting, { ...label, children: running.footer })}</View>
      <View style={{ width: 70 }}>{wordsIn(setting, { ...label, align: "right", children: page })}</View>
    </View>
  );
}

/** A page, or as many as its content fills, with running header and footer. */
export function FramedPage({ running, children }: { running: Running; children: ReactNode }) {
  // Header and footer keep their size, whatever scale the section between them needs.
  const setting = { ...useReport(), typeScale: 1 };
  return (
    <Page
      size={setting.sheet.size}
      style={{
        paddingTop: margin.top,
        paddingBottom: margin.bottom,
        paddingHorizontal: margin.side,
        backgroundColor: "#FFFFFF",
      }}
      layout={({ children: flow, pageNumber, totalPages }) => (
        <>
          {runningHeader(setting, running)}
          {flow}
          {runningFooter(setting, running, `Page ${pageNumber ?? ""} of ${totalPages ?? ""}`)}
        </>
      )}
    >
      {/* Drawn here, not in the layout above: what a layout repeats is not prepared as SVG. */}
      <View fixed {...artifact("Header")} style={{ position: "absolute", top: 25, left: margin.side }}>
        <BrandSign path={running.logoPath} side={11} color={setting.colors.accent} />
      </View>
      {children}
    </Page>
  );
}
