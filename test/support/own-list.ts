import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { PaperRecord, Section, Taxonomy } from "../../src/schema/types.ts";
import { makeFolder, root, runProgram } from "./program.ts";

// What of the repository makes it a list, and what its README links to.
const parts = ["taxonomy.yaml", "papers", "templates", "CONTRIBUTING.md"];

/** A copy of the repository's own list, without its README. */
export function copyOwnList(files: Record<string, string> = {}): string {
  const folder = makeFolder(files);
  for (const part of parts) {
    const from = join(root, part);
    if (existsSync(from)) cpSync(from, join(folder, part), { recursive: true });
  }
  return folder;
}

/** Builds the list in a folder, and gives the README. */
export function buildIn(folder: string, env?: Record<string, string>): string {
  const { exitCode, stderr } = runProgram(folder, ["build"], env);
  if (exitCode !== 0) throw new Error(`build failed: ${stderr}`);
  return readFileSync(join(folder, "README.md"), "utf8");
}

/** The records of the repository's own list by id. */
export function readOwnRecords(): Map<string, PaperRecord> {
  const folder = join(root, "papers");
  return new Map(
    readdirSync(folder).map((name) => [
      name.replace(/\.yaml$/, ""),
      parse(readFileSync(join(folder, name), "utf8")) as PaperRecord,
    ]),
  );
}

export function readOwnTaxonomy(): Taxonomy {
  const text = readFileSync(join(root, "taxonomy.yaml"), "utf8");
  return parse(text) as Taxonomy;
}

/** The titles that a section's heading shows: of inline sections, and its own. */
export function titlesById(taxonomy: Taxonomy): Map<string, string> {
  const titles = new Map<string, string>();
  const visit = (sections: readonly Section[], before: string) => {
    for (const { id, title, inline, sections: inner = [] } of sections) {
      titles.set(id, before + title);
      visit(inner, inline === true ? `${before}${title} → ` : "");
    }
  };
  visit(taxonomy.sections, "");
  return titles;
}
