import type { Route } from "#functions/api/app-frame.ts";
import { bookings } from "#functions/api/bookings.ts";
import { countEvents } from "#functions/api/count-event.ts";
import { health } from "#functions/api/health.ts";
import { submitAssessment } from "#functions/api/submit-assessment.tsx";

/** Takes the form: the table, questions, scoring, and the form itself to show it again with its mistakes. */
export const formRoutes: readonly Route[] = [submitAssessment, countEvents, bookings, health];
