import { markup } from "../markup.ts";
import { type Block, topAnchor, upwards } from "./block.ts";

export const footer: Block = {
  name: "footer",
  headings: () => [],
  render: () => [
    markup`<p align="right" style="font-size: 14px; color: #555; margin-top: 20px;">
    <a href="#${topAnchor}" style="text-decoration: none; color: #007bff; font-weight: bold;">
        ${upwards}
    </a>
</p>`,
  ],
};
