import { expect, it } from "vitest";
import { isPublicAddress } from "#functions/webhooks/public-address.ts";

it.each([
  ["unspecified", "0.0.0.0"],
  ["private", "10.1.2.3"],
  ["private", "172.16.0.1"],
  ["private, last", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["carrier-grade NAT, last", "100.127.255.255"],
  ["loopback", "127.0.0.1"],
  ["link-local", "169.254.10.10"],
  ["metadata", "169.254.169.254"],
  ["benchmark", "198.19.0.1"],
  ["documentation", "203.0.113.7"],
  ["multicast", "224.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["IPv6 unspecified", "::"],
  ["IPv6 loopback", "::1"],
  ["IPv6 private", "fd12:3456::1"],
  ["IPv6 link-local", "fe80::1"],
  ["IPv6 metadata", "fd00:ec2::254"],
  ["IPv6 multicast", "ff02::1"],
  ["mapped private", "::ffff:10.0.0.1"],
  ["mapped, even of a public address", "::ffff:8.8.8.8"],
  ["mapped in hexadecimal", "::ffff:a00:1"],
  ["NAT64", "64:ff9b::a00:1"],
  ["NAT64 of a local network", "64:ff9b:1::a00:1"],
  ["6to4 of a private address", "2002:a00:1::1"],
  ["Teredo", "2001:0:a00:1::1"],
  ["IPv6 documentation", "2001:db8::1"],
  ["not an address", "example.com"],
  ["empty", ""],
])("%s is not public: %s", (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.1",
  "172.32.0.1",
  "52.94.236.248",
  "2606:4700::1111",
  "2a00:1450:4001::1",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
