/** What a calendar says about a meeting, whichever it is. */
export interface Booking {
  /** The reference we put into the booking link; null when the visitor came another way. */
  reference: string | null;
  email: string | null;
}

/** ignored: true, and nothing to us, such as the end of a meeting. unreadable: not what the calendar documents. */
export type BookingMessage =
  | { kind: "booked"; booking: Booking }
  | { kind: "ignored" }
  | { kind: "unreadable" };

export const calendarNames = ["cal", "calendly"] as const;
export type CalendarName = (typeof calendarNames)[number];
export type BookingSecrets = Readonly<Partial<Record<CalendarName, string>>>;

export interface Calendar {
  /** Last part of the address its webhook posts to. */
  name: CalendarName;
  /** Returns whether the calendar signed these bytes with this secret. */
  isSigned(
    message: { body: string; header: (name: string) => string | undefined },
    secret: string,
    now: Date,
  ): boolean;
  read(json: unknown): BookingMessage;
}
