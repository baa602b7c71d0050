import { Body, Container, Head, Hr, Html, Link, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { FunnelConfig } from "#shared/funnel-config.ts";
import { darkRules, lightStyles, outlookDarkRules } from "./theme.ts";

interface Props {
  config: FunnelConfig;
  /** Title of the document; readers that open a mail in a browser show it. */
  subject: string;
  /** Completes the footer: why this mail came. */
  why: string;
  /** Under it, each on a line of its own: how to change that. */
  ways?: readonly { text: string; href: string }[];
  /** Printed last, or empty. */
  disclaimer?: string;
  children: ReactNode;
}

/** Letterhead, content and footer of every mail; tables for layout, because Outlook knows nothing else. */
export function MailFrame({ config, subject, why, ways = [], disclaimer = "", children }: Props) {
  const { brand } = config;
  const styles = lightStyles(brand.colors.light);
  return (
    <Html lang="en">
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkRules(brand.colors)}</style>
        <style>{outlookDarkRules(brand.colors)}</style>
      </Head>
      <Body className="page" style={styles.page}>
        <Container style={styles.column}>
          <Text className="accent" style={styles.letterhead}>
            {brand.name}
          </Text>
          {children}
          <Hr className="rule" style={styles.rule} />
          <Text className="muted" style={styles.footer}>
            {why}
          </Text>
          {ways.map(({ text, href }) => (
            <Text key={href} className="muted" style={styles.footer}>
              <MailLink config={config} href={href} small>
                {text}
              </MailLink>
            </Text>
          ))}
          <Text className="muted" style={styles.footer}>
            {brand.name}, {brand.postalAddress}
          </Text>
          {disclaimer === "" ? null : (
            <Text className="muted" style={styles.footer}>
              {disclaimer}
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}

interface LinkProps {
  config: FunnelConfig;
  href: string;
  /** As small as the footer around it. */
  small?: boolean;
  children: ReactNode;
}

/** A link in the brand color. */
export function MailLink({ config, href, small = false, children }: LinkProps) {
  const { link, footer } = lightStyles(config.brand.colors.light);
  return (
    <Link className="accent" href={href} style={small ? { ...link, fontSize: footer.fontSize } : link}>
      {children}
    </Link>
  );
}
