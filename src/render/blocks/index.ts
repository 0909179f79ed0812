export { contents } from "./contents.ts";
export { footer } from "./footer.ts";
export { header } from "./header.ts";
export { numbers } from "./numbers.ts";
export { sections } from "./sections.ts";
