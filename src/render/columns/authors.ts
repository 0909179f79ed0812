import { text } from "../text.ts";
import type { Column } from "./column.ts";

const most = 3;

export const authors: Column = {
  name: "authors",
  heading: "Authors",
  cell({ authors: names = [] }) {
    const named = names.filter((name) => name !== "others");
    const shown = named.length > most ? named.slice(0, 1) : named;
    return text(
      shown.join(", ") + (shown.length < names.length ? " et al." : ""),
    );
  },
};
