import { text } from "../text.ts";
import type { Column } from "./column.ts";

export const tldr: Column = {
  name: "tldr",
  heading: "TL;DR",
  cell: (record) => text(record.tldr ?? ""),
};
