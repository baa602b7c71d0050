/**
 * Which network addresses belong to the public internet, by the special-purpose registries of IANA
 * (RFC 6890 and what was added since). Anything else could be a neighbor of this function, or the cloud's own
 * metadata service.
 */
import { BlockList, isIP } from "node:net";

const specialV4: readonly [string, number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local, and the metadata services in it
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays, given up
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, and broadcast
];

/** Within 2000::/3, the only part of IPv6 that is public at all. Mapped, NAT64 and private addresses lie outside it. */
const specialV6: readonly [string, number][] = [
  ["2001::", 23], // protocol assignments, Teredo among them: an IPv4 address inside
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4: an IPv4 address inside
  ["2620:4f:8000::", 48], // AS112
  ["3fff::", 20], // documentation
];

const special = new BlockList();
for (const [network, bits] of specialV4) special.addSubnet(network, bits, "ipv4");
for (const [network, bits] of specialV6) special.addSubnet(network, bits, "ipv6");

const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** Returns whether an IP address is a public one; false for any other text. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && globalUnicast.check(address, "ipv6") && !special.check(address, "ipv6");
}

/** Returns whether an IP address is this machine's own loopback. */
export function isLoopback(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}
