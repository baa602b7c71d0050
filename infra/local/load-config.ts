import { mailTextsFolder, readMailTexts } from "#functions/mail/read-mail-texts.ts";
import { type FunnelConfig, parseFunnelConfig } from "#shared/funnel-config.ts";

/**
 * Returns the checked configuration, once the texts of the follow-ups are checked too. Loaded late, so that a mistake
 * in a file is told in words.
 * @throws FunnelConfigError naming each field at fault
 * @throws MailTextError naming each file and field at fault
 */
export async function loadConfig(): Promise<FunnelConfig> {
  const { default: config } = await import("#config");
  readMailTexts(mailTextsFolder);
  return parseFunnelConfig(config);
}
