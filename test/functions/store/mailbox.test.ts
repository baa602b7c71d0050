import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mailboxOf } from "#functions/store/mailbox.ts";

describe("a mailbox", () => {
  test.each([
    ["letter case", "Jo.Smith@Example.COM", "jo.smith@example.com"],
    ["a plus tag", "jo.smith+news@example.com", "jo.smith@example.com"],
    ["spaces around it", "  jo@example.com\n", "jo@example.com"],
    ["spaces nobody sees", "j\u200bo\u00ad@exam\u2060ple.com", "jo@example.com"],
    ["full-width letters", "ｊｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "jo@example.com"],
    ["a ligature", "ﬁona@example.com", "fiona@example.com"],
    ["quotes", '"jo"@example.com', "jo@example.com"],
    ["quotes and backslashes", '"j\\o"@example.com', "jo@example.com"],
    ["dots after the domain", "jo@example.com..", "jo@example.com"],
    ["a domain in its own letters", "jo@bücher.example", "jo@xn--bcher-kva.example"],
    ["a domain in capitals of its own letters", "jo@BÜCHER.example", "jo@xn--bcher-kva.example"],
    ["a decomposed letter", "jo@bu\u0308cher.example", "jo@xn--bcher-kva.example"],
    ["dots at Gmail", "j.o.s.m.i.t.h@gmail.com", "josmith@gmail.com"],
    ["the other name of Gmail", "jo.smith+x@googlemail.com", "josmith@gmail.com"],
    ["the older names of iCloud", "jo@me.com", "jo@icloud.com"],
    ["dots, hyphens and names at Proton", "j_o-s.mith@pm.me", "josmith@proton.me"],
    ["hyphens and names at Yandex", "jo-smith@ya.ru", "jo.smith@yandex.ru"],
    ["a keyword at Yahoo", "jo-shopping@yahoo.co.uk", "jo@yahoo.co.uk"],
    ["a subdomain at Fastmail", "anything@jo.fastmail.com", "jo@fastmail.com"],
    ["a tag below a subdomain at Fastmail", "any+thing@jo_smith.fastmail.fm", "jo-smith@fastmail.fm"],
    ["a name that starts with a plus", "+tag@example.com", "+tag@example.com"],
  ])("is the same whatever is done with %s", (_, typed, mailbox) => {
    expect(mailboxOf(typed)).toBe(mailbox);
  });

  test.each([
    ["dots elsewhere", "jo.smith@example.com", "josmith@example.com"],
    ["hyphens elsewhere: two people", "jean-luc@example.com", "jean@example.com"],
    ["domains of Microsoft: each has users of its own", "jo@outlook.com", "jo@hotmail.com"],
    ["domains that look alike", "jo@аpple.example", "jo@apple.example"],
    ["subdomains elsewhere", "any@jo.example.com", "jo@example.com"],
    ["a role", "quality@lab.example.com", "lab@lab.example.com"],
  ])("is another one with %s", (_, one, other) => {
    expect(mailboxOf(one)).not.toBe(mailboxOf(other));
  });

  test("stays the same through any mixture of tags, capitals, full-width letters, dots and quotes", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
    // In this order: quotes enclose the tag too.
    const spellings: readonly ((address: string) => string)[] = [
      (address) => address.replace("@", "+tag@"),
      (address) => address.replace(/^(.*)@/, '"$1"@'),
      (address) => address.toUpperCase(),
      (address) => `${address}.`,
      wide,
    ];
    const name = fc.stringMatching(/^[a-z][a-z0-9.]{0,10}[a-z]$/);
    const domain = fc.constantFrom(
      "example.com",
      "gmail.com",
      "yahoo.de",
      "jo.fastmail.com",
      "xn--bcher-kva.example",
    );
    fc.assert(
      fc.property(name, domain, fc.subarray([...spellings]), (local, host, chosen) => {
        const address = `${local}@${host}`;
        expect(mailboxOf(chosen.reduce((spelled, respell) => respell(spelled), address))).toBe(
          mailboxOf(address),
        );
      }),
      { numRuns: 300 },
    );
  });
});
