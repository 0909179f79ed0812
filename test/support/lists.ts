/** The files of a small list with two sections. */
export function smallList(): Record<string, string> {
  return {
    "taxonomy.yaml": taxonomy("Small"),
    "papers/first.yaml": record("First"),
    "papers/second.yaml": record("Second"),
  };
}

export function taxonomy(title: string, settings = ""): string {
  return `title: ${title}
repository: owner/name
${settings}sections:
  - id: attacks
    title: Attacks
  - id: defences
    title: Defences
`;
}

/** A record; papers with different titles are different papers. */
export function record(title: string, section = "attacks"): string {
  return `title: ${JSON.stringify(title)}
venue: ACL
year: 2024
url: https://example.org/${encodeURIComponent(title.replaceAll(" ", "-"))}
sections: [${section}]
`;
}

/** A taxonomy whose README has about 350 bytes for each of its sections. */
export function wideTaxonomy(title: string, size: number): string {
  const sections = Array.from(
    { length: size },
    (_, index) => `  - id: section-${index}\n    title: Section ${index}\n`,
  );
  return taxonomy(title) + sections.join("");
}

/** A list of a few files whose README has about `megabytes`. */
export function longList(megabytes: number): Record<string, string> {
  const files = smallList();
  for (let number = 0; number < megabytes * 10; number++) {
    const title = `${number} ${"lorem ipsum ".repeat(8500)}`.trim();
    files[`papers/long-${number}.yaml`] = record(`Long ${number}`).replace(
      /^title: .*$/m,
      `title: ${title}`,
    );
  }
  return files;
}
