/** Returns whether the visitor's browser asks not to be followed: Do Not Track, or Global Privacy Control. */
export function wantsNoTracking(): boolean {
  return (
    navigator.doNotTrack === "1" ||
    ("globalPrivacyControl" in navigator && navigator.globalPrivacyControl === true)
  );
}
