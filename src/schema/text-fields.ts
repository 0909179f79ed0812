import { paperSchema, taxonomySchema } from "./schemas.ts";

const properties = [
  ...Object.entries(paperSchema.properties),
  ...Object.entries(taxonomySchema.properties),
  ...Object.entries(taxonomySchema.$defs.section.properties),
];

/** The fields, of records and of taxonomy.yaml, that hold a line of text. */
export const textFields: ReadonlySet<string> = new Set(
  properties.flatMap(([name, shape]) =>
    "$ref" in shape && shape.$ref === "#/$defs/line" ? name : [],
  ),
);

/** All fields of records and of taxonomy.yaml. */
export const knownFields: ReadonlySet<string> = new Set(
  properties.map(([name]) => name),
);
