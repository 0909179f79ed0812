import type { Diagnostic } from "../diagnostic.ts";
import type { PaperList } from "../model/paper-list.ts";
import * as rules from "./rules/index.ts";

/** Everything that the rules find in a list. */
export function lint(list: PaperList): Diagnostic[] {
  return Object.values(rules).flatMap((rule) => [...rule.check(list)]);
}
