import { text } from "../text.ts";
import type { Column } from "./column.ts";

export const venue: Column = {
  name: "venue",
  heading: "Conference",
  cell: (record) => text(record.venue),
};
