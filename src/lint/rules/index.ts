export { duplicateId } from "./duplicate-id.ts";
export { repeatedSection } from "./repeated-section.ts";
export { samePaper } from "./same-paper.ts";
export { unknownSection } from "./unknown-section.ts";
