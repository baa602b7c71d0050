import { Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { MailButton } from "./mail-button.tsx";
import { MailLink } from "./mail-frame.tsx";
import { lightStyles } from "./theme.ts";

export interface SalesLinksInput {
  config: FunnelConfig;
  /** null when nobody may write. */
  replyUrl: string | null;
  reportUrl: string;
  /** null where no console is deployed. */
  consoleUrl: string | null;
}

/** The ways on from a notice; the first one is the button. */
export function SalesLinks({ config, replyUrl, reportUrl, consoleUrl }: SalesLinksInput) {
  const { text } = lightStyles(config.brand.colors.light);
  const all = [
    { label: "Reply", href: replyUrl },
    { label: "Report", href: reportUrl },
    { label: "Console", href: consoleUrl },
  ];
  const [first, ...others] = all.flatMap(({ label, href }) => (href === null ? [] : [{ label, href }]));
  if (first === undefined) return null;
  return (
    <>
      <MailButton config={config} href={first.href}>
        {first.label}
      </MailButton>
      {others.map(({ label, href }) => (
        <Text key={label} className="ink" style={text}>
          <MailLink config={config} href={href}>
            {label}
          </MailLink>
        </Text>
      ))}
    </>
  );
}
