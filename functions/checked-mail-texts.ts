/**
 * The texts of the follow-ups, checked. A bundle carries them as a value (infra/aws/bundles.ts): a mistake stops its
 * build, and no function reads or parses files when it starts.
 */
import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import type { MailTexts } from "#shared/follow-ups/mail-text.ts";

/** @throws MailTextError when imported with a file that has a mistake */
export const mailTexts: MailTexts = readMailTexts(mailTextsFolder);
