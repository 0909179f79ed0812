// Makes from the two schemas what the program needs of them: their TypeScript types and validators compiled ahead of time.
import { readFileSync, writeFileSync } from "node:fs";
import { _, Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import * as formats from "./formats.mjs";

const here = (name) => new URL(name, import.meta.url);
const readSchema = (name) =>
  JSON.parse(readFileSync(here(`${name}.schema.json`), "utf8"));

/** What TypeScript needs of a schema: no titles but those that name a type, no alternatives of required fields. */
function shapeOnly(schema) {
  if (Array.isArray(schema)) return schema.map(shapeOnly);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key, value]) => {
    if (key === "title" && typeof value === "string")
      return /^[A-Z][a-z]+([A-Z][a-z]+)*$/.test(value);
    if (key === "anyOf") return value.every((option) => "type" in option);
    return key !== "$defs" || value.section;
  });
  const shape = Object.fromEntries(
    entries.map(([key, value]) => [key, shapeOnly(value)]),
  );
  const reference = shape.$ref;
  if (reference === "#/$defs/line" || reference === "#/$defs/address") {
    delete shape.$ref;
    shape.type = "string";
  }
  return shape;
}

/** The text of types.ts: one type for each schema, and for what has a name inside them. */
export async function generateTypes() {
  const options = {
    bannerComment: "",
    ignoreMinAndMaxItems: true,
  };
  const types = [];
  for (const name of ["paper", "taxonomy"])
    types.push(await compile(shapeOnly(readSchema(name)), name, options));
  return `// Made from the schemas by generate.mjs: change those.\n\n${types.join("\n")}`;
}

/** The text of validators.js: `validatePaper` and `validateTaxonomy`, with all errors and the schemas they come from. */
async function generateValidators() {
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, formats: _`require("./formats.mjs")` },
    keywords: ["synonyms"],
    schemas: [readSchema("paper"), readSchema("taxonomy")],
  });
  for (const [name, format] of Object.entries(formats)) {
    ajv.addFormat(name, format);
  }
  const contents = standaloneCode(ajv, {
    validatePaper: "paper.schema.json",
    validateTaxonomy: "taxonomy.schema.json",
  });
  const bundled = await build({
    stdin: { contents, resolveDir: here(".").pathname },
    bundle: true,
    format: "esm",
    target: "node20.19",
    write: false,
  });
  return bundled.outputFiles[0].text;
}

/** Writes both files. */
export async function generate() {
  writeFileSync(here("types.ts"), await generateTypes());
  writeFileSync(here("validators.js"), await generateValidators());
}
