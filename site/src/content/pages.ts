/** What a page is called: in the browser, in search results, at its top and on its share image. */
export interface PageText {
  /** Canonical path, such as "/method". */
  path: string;
  /** For browser and search, without the brand name; unique. */
  title: string;
  /** For search results; unique, 60 to 160 characters. */
  description: string;
  heading: string;
  line: string;
}

export const home: PageText = {
  path: "/",
  title: "How ready are your systems, and who carries them?",
  description:
    "A free self-assessment with two scores, first steps and the reasons for each: how ready your systems are, and the load on the people who run them.",
  heading: "How ready are your systems, and who carries them?",
  line: "Two scores, first steps, and reasons.",
};

export const teamSustainability: PageText = {
  path: "/team-sustainability",
  title: "Team sustainability: five causes, six remedies",
  description:
    "Why infrastructure work wears people out, what helps, and how strong the evidence for each is. Conditions of work, never people's resilience.",
  heading: "Systems hold because someone holds them",
  line: "Five causes wear infrastructure teams out. All five are conditions of work, and conditions can be changed.",
};

export const onCallCalculator: PageText = {
  path: "/on-call-calculator",
  title: "On-call calculator: weeks, nights, first line",
  description:
    "Enter people, tiers and interruptions. See how often each person is on call, how many nights a year, and what an outside first line would change.",
  heading: "How often is each person on call?",
  line: "Weeks, nights, and what a first line would change. No address asked: your browser does the arithmetic.",
};

export const sampleReport: PageText = {
  path: "/sample-report",
  title: "Sample report: a repair station, answers to plan",
  description:
    "The whole Digital Readiness Report for an invented repair station: both scores, first steps, rules, roadmap and the reason for each statement.",
  heading: "The whole report, before you answer anything",
  line: "An invented repair station with six people running infrastructure.",
};

export const method: PageText = {
  path: "/method",
  title: "Method: every question, weight, cap and source",
  description:
    "How both scores are worked out: all questions with their weights, red flags and caps, the formulas, and the sources with the day each was read.",
  heading: "How the scores are worked out",
  line: "Every question, every weight, every cap. Where a figure has no source, it is our judgement, and says so.",
};

export const privacy: PageText = {
  path: "/privacy",
  title: "Privacy: what is stored, where, and for how long",
  description:
    "What the assessment stores, where it is kept, who can open it, when it is deleted, and how to have your data sent to you or removed.",
  heading: "What happens to your answers",
  line: "Until you press Send, nothing. After that, this.",
};

export const accessibility: PageText = {
  path: "/accessibility",
  title: "Accessibility: what was tested, what is missing",
  description:
    "How this site was tested for accessibility, with which tools and settings, which gaps we know of, and how to tell us about one.",
  heading: "Built to be used by everyone",
  line: "We aim for WCAG 2.2, level AA. Here is what we checked, and what we did not.",
};
