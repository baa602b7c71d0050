import type { Region } from "#shared/edition.ts";
import { choiceId } from "#shared/views/form/form-state.ts";

/** Zones of the United States outside the "America/" cities below. */
const usZones =
  /^(US\/|Pacific\/Honolulu|America\/(New_York|Detroit|Kentucky|Indiana|Chicago|Menominee|North_Dakota|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak))/;
/** European zones of states outside the European Union. */
const otherEuropeanZones =
  /^Europe\/(Istanbul|Moscow|Kaliningrad|Samara|Saratov|Ulyanovsk|Volgograd|Astrakhan|Kirov|Minsk|Kyiv|Kiev|Simferopol|Chisinau|Belgrade|Sarajevo|Skopje|Podgorica|Tirane|Zurich|Oslo|Andorra|Monaco|San_Marino|Vatican|Vaduz)/;
const ukZones = /^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)/;

/** Returns the region a clock's time zone points to, or null where it says too little. */
export function regionOfZone(zone: string): Region | null {
  if (usZones.test(zone)) return "us";
  if (ukZones.test(zone)) return "uk";
  if (otherEuropeanZones.test(zone)) return "other";
  return zone.startsWith("Europe/") ? "eu" : null;
}

/** Chooses the region the clock suggests, unless one was chosen; the helper line says so. */
export function suggestRegion(form: HTMLFormElement): void {
  const chosen = form.querySelector('input[name="region"]:checked');
  const region = chosen ? null : regionOfZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
  const control = region && form.querySelector<HTMLInputElement>(`#${choiceId("region", region)}`);
  const hint = form.querySelector("#region-hint");
  if (!control || !hint) return;
  control.checked = true;
  hint.textContent = `${hint.textContent ?? ""} Suggested by your clock: please check.`;
}
