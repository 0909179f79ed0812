import { titleKey } from "../references/identity.ts";
import type { PaperRecord } from "../schema/types.ts";

const mostWords = 6;

/** The id of the paper that a record's file holds. */
export function paperId(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.yaml$/, "");
}

/** The id that a record is given: its year and the title's words, of those before a colon at most six. */
export function proposeId({
  title,
  year,
}: Pick<PaperRecord, "title" | "year">): string {
  const short = title.split(/:\s/, 1)[0] ?? title;
  return [year, ...titleKey(short).split(" ").slice(0, mostWords)].join("-");
}
