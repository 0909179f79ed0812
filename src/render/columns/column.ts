import type { Link, PhrasingContent } from "mdast";
import { safeAddress } from "../../references/address.ts";
import type { PaperRecord } from "../../schema/types.ts";
import { text } from "../text.ts";

/** A column of the tables. */
export interface Column {
  /** What `columns` in taxonomy.yaml calls it. */
  name: string;
  heading: string;
  /** What its cell shows of a paper; an empty cell is no content. */
  cell(record: PaperRecord): PhrasingContent[];
}

/** A link to an address of a record, or nothing where there is none that is http(s). */
export function linkTo(
  address: string | undefined,
  children: PhrasingContent[],
): Link[] {
  const url = address === undefined ? undefined : safeAddress(address);
  return url === undefined ? [] : [{ type: "link", url, children }];
}

/** A column whose cell is a link with a fixed text to the address in a field. */
export function linkColumn(
  name: "project" | "dataset",
  heading: string,
): Column {
  return {
    name,
    heading,
    cell: (record) => linkTo(record[name], text(heading)),
  };
}
