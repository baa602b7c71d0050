import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { useReport } from "#functions/pdf/report-context.ts";
import { artifact, role } from "#functions/pdf/tagging/tag.ts";
import { space } from "#functions/pdf/theme.ts";

/** A box to tick by hand, with what is to be done beside it; an item of a list. */
export function TickBox({ children }: { children: ReactNode }) {
  const { colors } = useReport();
  const square = { width: 10, height: 10, borderWidth: 1, borderColor: colors.edge, marginTop: 1.5 };
  return (
    <View wrap={false} style={{ flexDirection: "row", marginBottom: space.tight }} {...role("LI")}>
      <View {...artifact()} style={{ ...square, marginRight: space.small }} />
      <View style={{ flex: 1 }} {...role("LBody")}>
        {children}
      </View>
    </View>
  );
}
