export { default as paperSchema } from "./paper.schema.json" with { type: "json" };
export { default as taxonomySchema } from "./taxonomy.schema.json" with { type: "json" };
