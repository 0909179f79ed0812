import type { PhrasingContent } from "mdast";
import { arxivAddress } from "../../references/arxiv.ts";
import { doiAddress } from "../../references/doi.ts";
import { text } from "../text.ts";
import { type Column, linkTo } from "./column.ts";

export const title: Column = {
  name: "title",
  heading: "Title",
  cell(record) {
    const address =
      record.url ??
      (record.doi === undefined ? undefined : doiAddress(record.doi)) ??
      (record.arxiv === undefined ? undefined : arxivAddress(record.arxiv));
    const link: PhrasingContent[] = linkTo(address, text(record.title));
    return [
      { type: "strong", children: link.length > 0 ? link : text(record.title) },
    ];
  },
};
