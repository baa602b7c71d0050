/** What search engines read about a page: schema.org, as one graph in JSON-LD. */
import type { FunnelConfig } from "#shared/funnel-config.ts";

export interface DescribedPage {
  path: string;
  title: string;
  description: string;
  /** Address of the share image. */
  image: string;
  /** Questions and answers that stand on the page; empty for a page without any. */
  faq: readonly { question: string; answer: string }[];
}

type Node = Record<string, unknown>;

/** Returns the full address of a path, the same as the canonical link names. */
export function addressOf(siteUrl: string, path: string): string {
  return path === "/" ? `${siteUrl}/` : `${siteUrl}${path}`;
}

function organization({ brand }: FunnelConfig): Node {
  return {
    "@type": "Organization",
    "@id": `${brand.siteUrl}/#organization`,
    name: brand.name,
    url: `${brand.siteUrl}/`,
    slogan: brand.promise,
    logo: { "@type": "ImageObject", url: `${brand.siteUrl}/share/logo.png`, width: 512, height: 512 },
  };
}

function website({ brand }: FunnelConfig): Node {
  return {
    "@type": "WebSite",
    "@id": `${brand.siteUrl}/#website`,
    name: brand.shortName ?? brand.name,
    url: `${brand.siteUrl}/`,
    inLanguage: "en-US",
    publisher: { "@id": `${brand.siteUrl}/#organization` },
  };
}

function questions(faq: DescribedPage["faq"]): Node {
  if (faq.length === 0) return { "@type": "WebPage" };
  return {
    "@type": ["WebPage", "FAQPage"],
    mainEntity: faq.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}

function webPage({ brand }: FunnelConfig, { path, title, description, image, faq }: DescribedPage): Node {
  const address = addressOf(brand.siteUrl, path);
  return {
    ...questions(faq),
    "@id": address,
    url: address,
    name: title,
    description,
    inLanguage: "en-US",
    isPartOf: { "@id": `${brand.siteUrl}/#website` },
    primaryImageOfPage: { "@type": "ImageObject", url: image, width: 1200, height: 630 },
    ...(path === "/" ? {} : { breadcrumb: { "@id": `${address}#breadcrumb` } }),
  };
}

/** A trail of two: every page hangs off the first. */
function breadcrumb({ brand }: FunnelConfig, { path, title }: DescribedPage): Node[] {
  if (path === "/") return [];
  const steps = [
    { name: brand.shortName ?? brand.name, item: `${brand.siteUrl}/` },
    { name: title, item: addressOf(brand.siteUrl, path) },
  ];
  return [
    {
      "@type": "BreadcrumbList",
      "@id": `${addressOf(brand.siteUrl, path)}#breadcrumb`,
      itemListElement: steps.map((step, at) => ({ "@type": "ListItem", position: at + 1, ...step })),
    },
  ];
}

/**
 * Returns the JSON-LD of a page. A data block is never run, so the Content-Security-Policy has nothing against it;
 * "<" is escaped, so that no text can end the block.
 */
export function structuredData(config: FunnelConfig, page: DescribedPage): string {
  const graph = [organization(config), website(config), webPage(config, page), ...breadcrumb(config, page)];
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
}
