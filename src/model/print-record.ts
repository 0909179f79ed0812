import { Document, isScalar, isSeq, Scalar } from "yaml";
import type { PaperRecord } from "../schema/types.ts";
import { paperSchema } from "../schema/schemas.ts";

// A title or a sentence is quoted even where YAML could do without: whoever copies a record then never meets the colon.
const quoted = new Set<string>(["title", "arxiv", "tldr"]);

/**
 * A record in its one canonical form: fields in the order of the schema, lists in one line, no line ever folded. `schema` is
 * the way from the record's file to its schema, by which an editor completes it; without it no line says so.
 */
export function printRecord(record: PaperRecord, schema?: string): string {
  const document = new Document({});
  if (schema !== undefined)
    document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  for (const field of Object.keys(
    paperSchema.properties,
  ) as (keyof PaperRecord)[]) {
    if (record[field] === undefined) continue;
    const node = document.createNode(record[field]);
    if (isSeq(node)) node.flow = true;
    if (isScalar(node) && quoted.has(field)) node.type = Scalar.QUOTE_DOUBLE;
    document.set(field, node);
  }
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: false })
    .replace(/^(#.*\n)\n/, "$1");
}
