import { text } from "../text.ts";
import type { Column } from "./column.ts";

export const year: Column = {
  name: "year",
  heading: "Year",
  cell: (record) => text(String(record.year)),
};
