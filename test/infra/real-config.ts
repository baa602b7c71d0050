import config from "#config";
import type { FunnelConfigInput } from "#shared/funnel-config.ts";

/** The repository's configuration with addresses that could be real. */
export const realConfig: FunnelConfigInput = {
  ...config,
  brand: { ...config.brand, siteUrl: "https://ready.acme.com", postalAddress: "1 Main Street, Springfield" },
  mail: {
    ...config.mail,
    reportFrom: "reports@acme.com",
    followUpFrom: "checklists@news.acme.com",
    replyTo: "hello@acme.com",
  },
  sales: { ...config.sales, recipients: ["sales@acme.com"] },
  privacy: { ...config.privacy, contact: "privacy@acme.com" },
  deployment: {
    dev: {
      ...config.deployment.dev,
      siteUrl: "https://dev.acme.com",
      alarmRecipients: ["operator@acme.com"],
    },
    prod: { ...config.deployment.prod, alarmRecipients: ["operator@acme.com"] },
  },
};
