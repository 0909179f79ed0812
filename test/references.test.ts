import { describe, expect, test } from "vitest";
import { addressKey, safeAddress } from "../src/references/address.ts";
import { arxivAddress, readArxivId } from "../src/references/arxiv.ts";
import { doiAddress, readDoi } from "../src/references/doi.ts";
import { titleKey } from "../src/references/identity.ts";

describe("readArxivId", () => {
  test.each([
    ["2212.10560", "2212.10560"],
    ["2212.10560v3", "2212.10560"],
    ["arXiv:2212.10560", "2212.10560"],
    ["arxiv: 2212.10560v2", "2212.10560"],
    [" 2212.10560\n", "2212.10560"],
    ["0704.0001", "0704.0001"],
    ["hep-th/9901001", "hep-th/9901001"],
    ["math.GT/0309136", "math/0309136"],
    ["cs/0112017v1", "cs/0112017"],
    ["https://arxiv.org/abs/2212.10560", "2212.10560"],
    ["http://arxiv.org/abs/2212.10560v1", "2212.10560"],
    ["https://www.arxiv.org/abs/2212.10560", "2212.10560"],
    ["https://export.arxiv.org/abs/2212.10560", "2212.10560"],
    ["https://arxiv.org/abs/2212.10560/", "2212.10560"],
    ["https://arxiv.org/abs/2212.10560?context=cs.AI", "2212.10560"],
    ["https://arxiv.org/abs/2212.10560#comments", "2212.10560"],
    ["https://arxiv.org/pdf/2212.10560", "2212.10560"],
    ["https://arxiv.org/pdf/2212.10560.pdf", "2212.10560"],
    ["https://arxiv.org/pdf/2212.10560v2.pdf", "2212.10560"],
    ["https://arxiv.org/pdf/2212.10560.pdf#page=3", "2212.10560"],
    ["https://arxiv.org/html/2212.10560v4", "2212.10560"],
    ["https://arxiv.org/abs/hep-th/9901001v2", "hep-th/9901001"],
    ["https://arxiv.org/pdf/math.GT/0309136.pdf", "math/0309136"],
    ["HTTPS://ARXIV.ORG/ABS/2212.10560", "2212.10560"],
    ["10.48550/arXiv.2212.10560", "2212.10560"],
    ["https://doi.org/10.48550/arXiv.2212.10560", "2212.10560"],
    ["https://doi.org/10.48550/ARXIV.2212.10560", "2212.10560"],
    ["doi:10.48550/arxiv.hep-th/9901001", "hep-th/9901001"],
    // As arXiv itself has its papers cited.
    ["arXiv:2212.10560 [cs.CL]", "2212.10560"],
    ["arXiv:2212.10560v2 [cs.CL]", "2212.10560"],
  ])("reads %j as %j", (text, id) => {
    expect(readArxivId(text)).toBe(id);
  });

  test.each([
    "",
    "221.10560",
    "2212.105",
    "2212.105601",
    "22121.0560",
    "10.18653/v1/2023.acl-long.754",
    "https://aclanthology.org/2023.acl-long.754",
    "https://arxiv.org/list/cs.CL/recent",
    "https://arxiv.org/abs/",
    "https://arxiv.org/a/wang_y_1",
    "https://notarxiv.org/abs/2212.10560",
    "https://arxiv.org.evil.example/abs/2212.10560",
    "https://evil.example/?u=https://arxiv.org/abs/2212.10560",
    "https://github.com/abs/2212.10560",
    "version 2212.10560 of it",
    "2212.10560v",
    "hep-th/990100",
    "1234.56789/1234567",
  ])("reads no id in %j", (text) => {
    expect(readArxivId(text)).toBeUndefined();
  });

  test.each(["2212.10560", "hep-th/9901001"])("reads back %s", (id) => {
    expect(readArxivId(arxivAddress(id))).toBe(id);
  });
});

describe("readDoi", () => {
  test.each([
    ["10.18653/v1/2023.acl-long.754", "10.18653/v1/2023.acl-long.754"],
    ["10.1145/3133956.3134012", "10.1145/3133956.3134012"],
    ["10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["doi:10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["DOI: 10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["https://doi.org/10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["http://dx.doi.org/10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["https://www.doi.org/10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    ["HTTPS://DOI.ORG/10.1109/CVPR.2016.90", "10.1109/cvpr.2016.90"],
    [" 10.1007/978-3-031-73414-4_22 ", "10.1007/978-3-031-73414-4_22"],
    [
      "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
      "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
    ],
    [
      "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
      "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
    ],
    ["https://doi.org/10.1000%2F182", "10.1000/182"],
    ["https://doi.org/10.1000/a%23b", "10.1000/a#b"],
    ["https://doi.org/10.1000/100%", "10.1000/100%"],
    // What stands in an address after the name is not of the name.
    ["https://doi.org/10.1000/182?ref=x", "10.1000/182"],
    ["https://doi.org/10.1000/182#top", "10.1000/182"],
  ])("reads %j as %j", (text, doi) => {
    expect(readDoi(text)).toBe(doi);
  });

  test.each([
    "",
    "10.18653",
    "10.18653/",
    "10.1/x",
    "11.1000/182",
    "2212.10560",
    "10.1000/1 82",
    "https://doi.org/",
    "https://doi.org/about",
    "https://aclanthology.org/2023.acl-long.754",
    "https://doi.org.evil.example/10.1000/182",
    "https://evil.example/10.1000/182",
  ])("reads no DOI in %j", (text) => {
    expect(readDoi(text)).toBeUndefined();
  });

  test.each([
    "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
    "10.1000/a#b?c",
    "10.1000/50%25",
    "10.1000/100%",
    "10.1000/a|b[c]",
    "10.1000/é",
  ])("reads back %s", (doi) => {
    expect(readDoi(doiAddress(doi))).toBe(doi);
  });
});

describe("addressKey", () => {
  test.each([
    ["https://x.org/a", "http://x.org/a"],
    ["https://x.org/a", "https://www.x.org/a"],
    ["https://x.org/a", "https://X.ORG/a"],
    ["https://x.org/a", "https://x.org/a/"],
    ["https://x.org/a", "https://x.org//a"],
    ["https://x.org/a", "https://x.org/a#top"],
    ["https://x.org/a", "https://x.org:443/a"],
    ["https://x.org/a", "https://x.org/a?utm_source=b&fbclid=c"],
    ["https://x.org/a?b=1&c=2", "https://x.org/a?c=2&b=1"],
    ["https://x.org/a?b=1", "https://x.org/a?gclid=2&b=1"],
    ["https://x.org", "http://www.x.org/?"],
    ["https://x.org/a/../b", "https://x.org/b"],
    ["https://x.org/%7Eme", "https://x.org/~me"],
    ["https://x.org/caf%c3%a9", "https://x.org/café"],
    ["https://bücher.example/", "https://xn--bcher-kva.example"],
  ])("is one for %s and %s", (a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });

  test.each([
    ["https://x.org/a", "https://x.org/b"],
    ["https://x.org/a", "https://x.org/A"],
    ["https://x.org/a", "https://y.org/a"],
    ["https://x.org/a", "https://x.org:8080/a"],
    ["https://x.org/a?id=1", "https://x.org/a?id=2"],
    ["https://openreview.net/forum?id=a", "https://openreview.net/pdf?id=a"],
    ["https://x.org/a?b=1", "https://x.org/a"],
    ["https://x.org/a%2Fb", "https://x.org/a/b"],
    ["https://papers.x.org/", "https://x.org/"],
  ])("is another for %s and %s", (a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });
});

describe("safeAddress", () => {
  test.each([
    ["https://x.org/a_(b)", "https://x.org/a_%28b%29"],
    ["https://x.org/?a=1|2", "https://x.org/?a=1%7C2"],
    ["https://x.org/?a[]=1", "https://x.org/?a%5B%5D=1"],
    ["https://x.org/$x$", "https://x.org/%24x%24"],
    ["https://x.org/?a=1&copy;2", "https://x.org/?a=1&copy%3B2"],
    ["https://x.org/%7C", "https://x.org/%7C"],
    ["https://x.org/é", "https://x.org/%C3%A9"],
    ["http://[::1]:80/", "http://[::1]/"],
    ["https://x.org", "https://x.org/"],
  ])("writes %s as %s", (address, safe) => {
    expect(safeAddress(address)).toBe(safe);
    expect(safeAddress(safe)).toBe(safe);
  });

  test.each([
    "",
    "x.org",
    "//x.org",
    "/a",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "ftp://x.org/",
    "file:///etc/passwd",
    "vbscript:x",
    "http://",
    "https://a b/",
    "https://[::1/",
    "https://x.org:99999/",
  ])("knows %j as none", (address) => {
    expect(safeAddress(address)).toBeUndefined();
    expect(addressKey(address)).toBeUndefined();
  });
});

describe("titleKey", () => {
  test.each([
    ["Self-Instruct: Aligning Models", "SELF INSTRUCT aligning models"],
    ["Poincaré Embeddings", "Poincare\u0301 embeddings."],
    ["A  B", "a\u00a0b"],
    ["“Quoted” Title", '"Quoted" title'],
    ["GPT‑4 — a report", "GPT-4 - A Report"],
    ["ﬁne tuning", "Fine-Tuning"],
    ["E=mc²", "e = mc2"],
    ["STRASSE", "strasse"],
    ["ΣΊΣΥΦΟΣ", "σίσυφος"],
  ])("is one for %j and %j", (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b));
  });

  test.each([
    ["GPT-4", "GPT-3"],
    ["A", "B"],
    ["中文", "中国"],
    ["???", "!!!"],
    ["Attention", "Attention Is All You Need"],
    ["हिन्दी", "हन्द"],
    ["が", "か"],
  ])("is another for %j and %j", (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
  });
});
