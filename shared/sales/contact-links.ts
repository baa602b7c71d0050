/** Returns the link that starts a new mail to this one address. */
export function writeLink(address: string, subject: string): string {
  // Encoded whole, an address cannot smuggle in recipients or headers; only its @ has to stay (RFC 6068).
  const to = encodeURIComponent(address).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}

/** Returns the link that calls a number typed by a person; what follows an x is the extension (RFC 3966). */
export function callLink(phone: string): string {
  const [number = "", extension = ""] = phone
    .toLowerCase()
    .split("x", 2)
    .map((part) => part.replace(/[^+0-9]/g, ""));
  return `tel:${number}${extension === "" ? "" : `;ext=${extension}`}`;
}
