import type { CauseId } from "#shared/edition.ts";

/** A sentence with its source ids; none prints as "Our judgement". */
export interface Evidence {
  text: string;
  sourceIds: readonly string[];
}

export interface CauseText {
  id: CauseId;
  text: string;
  evidence: readonly Evidence[];
}

export const causeTexts: readonly CauseText[] = [
  {
    id: "on-call",
    text: "Outages keep no office hours. When the same few people take every call, rest depends on luck.",
    evidence: [
      {
        text: "On call from home reduces the amount of sleep and usually its quality; evidence on stress physiology was insufficient.",
        sourceIds: ["S15"],
      },
      {
        text: "Among 157 on-call workers, how often they were on call was not systematically tied to fatigue; how they experienced it was, unpredictability above all.",
        sourceIds: ["S16"],
      },
    ],
  },
  {
    id: "skill",
    text: "Cloud, servers, network, security, backups and evidence often land on one desk, without the training or the people that each would need.",
    evidence: [
      {
        text: "Of 16,029 security staff asked in 2025, 59% named critical or significant skill needs, and 33% could not staff adequately.",
        sourceIds: ["S19"],
      },
    ],
  },
  {
    id: "recognition",
    text: "Infrastructure is invisible while it works. Failure is seen at once, and success by nobody.",
    evidence: [
      {
        text: "High effort with low reward goes with depressive disorders: pooled estimate 1.49 (1.23 to 1.80), 8 cohorts, 84,963 employees.",
        sourceIds: ["S10"],
      },
    ],
  },
  {
    id: "tools",
    text: "Old systems beside new ones, many screens, little automation: each day asks for more attention than the work itself.",
    evidence: [
      {
        text: "Large-team practice caps operational load at half of the time; the rest is engineering that removes causes.",
        sourceIds: ["S02"],
      },
      {
        text: "In DORA's 2018 survey, elite teams spent 50% of their time on new work and 19.5% on unplanned work.",
        sourceIds: ["S03"],
      },
    ],
  },
  {
    id: "emotional",
    text: "Staying calm in front of worried leaders and customers while fixing the outage is work too, and seldom planned for.",
    evidence: [
      {
        text: "Showing other feelings than one has correlates with impaired well-being at 0.39 to 0.48, over 95 studies.",
        sourceIds: ["S13"],
      },
    ],
  },
];

export interface Mitigation {
  title: string;
  steps: readonly string[];
  evidence: readonly Evidence[];
}

export const mitigations: readonly Mitigation[] = [
  {
    title: "Redesign the on-call rota",
    steps: [
      "At most one week in four for each person.",
      "Agreed pay or time off for every shift.",
      "Alerts that need a person, and no others.",
    ],
    evidence: [
      {
        text: "At most 25% of time on call, and pay or time off with a cap that also limits load, come from very large teams. They are practice, not law.",
        sourceIds: ["S02"],
      },
      {
        text: "Vendor data of 2021 calls 2 interruptions a month good, 7 bad, and 19 the busiest tenth. Seen in secondary sources.",
        sourceIds: ["S17"],
      },
    ],
  },
  {
    title: "Protect time for causes",
    steps: [
      "Keep 10 to 20% of the week for automation, documentation and removing causes.",
      "Keep it in busy months too.",
    ],
    evidence: [{ text: "Ten percent is a first step, not a proven dose.", sourceIds: [] }],
  },
  {
    title: "Build a lattice, not only a ladder",
    steps: [
      "Written paths in architecture, automation, security and training.",
      "Senior technical roles with the pay and standing of managers.",
    ],
    evidence: [
      { text: "Reward and fairness are among six organizational predictors of burnout.", sourceIds: ["S03"] },
    ],
  },
  {
    title: "Make it safe to say",
    steps: [
      "Blameless reviews after incidents, with actions that are tracked.",
      "Open talk about the limits of the workload, without a mark against anyone.",
      "During an outage, someone other than the fixer faces leaders and customers.",
    ],
    evidence: [
      {
        text: "Control and community are among the same six predictors; change the environment first.",
        sourceIds: ["S03"],
      },
    ],
  },
  {
    title: "Hand over what wears people down",
    steps: [
      "First-line monitoring, patching and backups can move to a provider.",
      "Decisions, risk acceptance, pay and careers stay in-house.",
      "Plan the way out before the way in.",
    ],
    evidence: [
      {
        text: "An outside first line cuts interruptions. Weeks on call change only when a tier leaves your rota.",
        sourceIds: [],
      },
    ],
  },
  {
    title: "Measure the signals",
    steps: [
      "Unplanned overtime, growth of the backlog, people leaving by choice.",
      "A quarterly well-being survey, acted on. Under five people, pool with a wider group or ask an outsider to run it.",
    ],
    evidence: [
      {
        text: "WHO and ILO rate the evidence sufficient for harm from 55 hours a week or more, against 35 to 40.",
        sourceIds: ["S07"],
      },
      { text: "Common survey tools hide results below five responses.", sourceIds: ["S59"] },
    ],
  },
];
