import type { FunnelConfigInput } from "#shared/funnel-config.ts";

/**
 * The one file an operator edits. Every field is explained in shared/funnel-config.ts
 * and checked before each start, build and deployment.
 */
const config: FunnelConfigInput = {
  brand: {
    name: "Remote Support LLC",
    shortName: "Remote Support",
    promise: "We don't just manage your infrastructure, we protect your team's capacity.",
    postalAddress: "Postal address: set brand.postalAddress in funnel.config.ts",
    siteUrl: "https://remotesupport.example",
    logoPath: "M12 2 3 6v6c0 5 4 8.5 9 10 5-1.5 9-5 9-10V6zM7 12h3l2-4 2 7 1.5-3H17",
    colors: {
      light: {
        paper: "#FBF9F4",
        panel: "#F1EDE3",
        rule: "#D8D2C4",
        edge: "#7A7568",
        ink: "#17242B",
        muted: "#55605F",
        accent: "#0B5563",
        onAccent: "#FFFFFF",
        caution: "#8A4B00",
        danger: "#A1281B",
        good: "#2A6339",
      },
      dark: {
        paper: "#10191D",
        panel: "#18242A",
        rule: "#2F3E45",
        edge: "#7E8C8F",
        ink: "#ECE8DD",
        muted: "#A9B3B0",
        accent: "#6FC3D0",
        onAccent: "#0A1A1E",
        caution: "#E9B25C",
        danger: "#F1917F",
        good: "#8CCB9A",
      },
    },
  },
  mail: {
    reportFrom: "reports@remotesupport.example",
    followUpFrom: "checklists@remotesupport.example",
    replyTo: "hello@remotesupport.example",
    requestedPerAddressPerDay: 5,
  },
  sales: {
    recipients: ["sales@remotesupport.example"],
    routes: [],
    notices: { slack: false, teams: false, responseClock: null, dailyDigest: null },
    salesPerson: "One person",
    bookingUrl: null,
    meetingLength: "30 minutes",
    regionsServed: ["us"],
    regionsReachable: ["eu", "uk"],
  },
  webhooks: { events: [] },
  privacy: {
    storageRegion: "the United States",
    accessRoles: "our sales lead and one administrator",
    retentionMonths: 24,
    contact: "privacy@remotesupport.example",
  },
  limits: { submissionsPerSourcePerHour: 20 },
  followUps: { enabled: true },
  deployment: {
    dev: {
      account: null,
      region: "us-east-1",
      siteUrl: "https://dev.remotesupport.example",
      certificateArn: null,
      firewall: "none",
      mailIdentities: "existing",
      alarmRecipients: ["operator@remotesupport.example"],
      monthlyBudgetDollars: 5,
      mailsPerSecond: 1,
      logDays: 7,
      signingSecretVersion: null,
      originSecretVersion: null,
      handOver: null,
    },
    prod: {
      account: null,
      region: "us-east-1",
      siteUrl: null,
      certificateArn: null,
      firewall: "none",
      mailIdentities: "create",
      alarmRecipients: ["operator@remotesupport.example"],
      monthlyBudgetDollars: 20,
      mailsPerSecond: 14,
      logDays: 30,
      signingSecretVersion: null,
      originSecretVersion: null,
      handOver: null,
    },
  },
};

export default config;
