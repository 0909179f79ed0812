import { html } from "../html.ts";
import { type Block, upwards } from "./block.ts";

export const footer: Block = {
  name: "footer",
  headings: () => [],
  render: () => [
    html`<p
      align="right"
      style="font-size: 14px; color: #555; margin-top: 20px;"
    >
      <a
        href="#readme-top"
        style="text-decoration: none; color: #007bff; font-weight: bold;"
      >
        ${upwards}
      </a>
    </p>`,
  ],
};
