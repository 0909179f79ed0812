export { build } from "./build.ts";
export { schema } from "./schema.ts";
export { stats } from "./stats.ts";
