import type { Route } from "#functions/api/app-frame.ts";
import { changeConsent } from "#functions/api/change-consent.ts";
import { confirm } from "#functions/api/confirm.ts";
import { correction } from "#functions/api/correct-contact.tsx";
import { deletion } from "#functions/api/delete-assessment.tsx";
import { choiceOfMails } from "#functions/api/mail-choices.ts";
import { measureAgain } from "#functions/api/measure-again.ts";
import { notMe } from "#functions/api/not-me.ts";
import { planExport } from "#functions/api/plan-export.ts";
import { pulseAnswer } from "#functions/api/pulse-answer.ts";
import { resultPage } from "#functions/api/result-page.tsx";
import { teamPulse } from "#functions/api/team-pulse.ts";
import { usedWhatIf } from "#functions/api/used-what-if.ts";
import { yourData } from "#functions/api/your-data.ts";

/** The private pages and what their buttons do: loaded when the first of them is asked for. */
export const pageRoutes: readonly Route[] = [
  resultPage,
  planExport,
  confirm,
  usedWhatIf,
  notMe,
  choiceOfMails,
  yourData,
  measureAgain,
  teamPulse,
  pulseAnswer,
  correction,
  changeConsent,
  deletion,
];
