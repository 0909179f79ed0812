export { authors } from "./authors.ts";
export { code } from "./code.ts";
export { dataset } from "./dataset.ts";
export { project } from "./project.ts";
export { title } from "./title.ts";
export { tldr } from "./tldr.ts";
export { venue } from "./venue.ts";
export { year } from "./year.ts";
