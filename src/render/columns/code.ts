import { text } from "../text.ts";
import { type Column, linkTo } from "./column.ts";

export const code: Column = {
  name: "code",
  heading: "Code",
  cell: ({ code: address }) =>
    linkTo(
      address,
      text(address?.includes("//github.com/") === true ? "GitHub" : "Code"),
    ),
};
