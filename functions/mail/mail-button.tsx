import { Button, Section } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { lightStyles } from "./theme.ts";

/** The one clear action of a mail; the words say where it leads. */
export function MailButton({
  config,
  href,
  children,
}: {
  config: FunnelConfig;
  href: string;
  children: string;
}) {
  const { button } = lightStyles(config.brand.colors.light);
  return (
    <Section style={{ padding: "8px 0 16px" }}>
      <Button className="button" href={href} style={button}>
        {children}
      </Button>
    </Section>
  );
}
