import { Text } from "@react-email/components";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import type { DossierLinks } from "#shared/sales/dossier.ts";
import { MailButton } from "./mail-button.tsx";
import { MailLink } from "./mail-frame.tsx";
import { lightStyles } from "./theme.ts";

/** The ways on from a notice; the first one is the button. */
export function SalesLinks({ config, links }: { config: FunnelConfig; links: DossierLinks }) {
  const { text } = lightStyles(config.brand.colors.light);
  const all = [
    { label: "Reply", href: links.reply },
    { label: "Report", href: links.report },
    { label: "Console", href: links.console },
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
