/**
 * The first page of the form. Not scored; the answers choose the questions and the rota sentence.
 * Options are the industries of the edition and `roles`.
 */
export const profileQuestions = {
  title: "Your organization",
  introduction:
    "Three facts choose your questions and work out your rota. No answer leaves this device until you press Send.",
  industry: { text: "Which industry?", hint: null },
  people: {
    text: "How many people run your infrastructure?",
    hint: "Your own staff who run servers, networks, cloud or security; 0 if nobody in-house does.",
  },
  role: { text: "Your role?", hint: null },
} as const;
