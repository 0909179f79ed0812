// Builds the package: validators and types from the schemas, then the program in dist/, in parts that are loaded as needed.
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { build, transform } from "esbuild";
import { generate } from "./schema/generate.mjs";

const root = new URL("../", import.meta.url);
const path = (name) => new URL(name, root).pathname;

// Prettier as a whole is 8 MB, and only lists with a configuration of their own need it; its core and Markdown part are in.
const keepPrettierOut = {
  name: "keep-prettier-out",
  setup: (bundle) =>
    bundle.onResolve({ filter: /^prettier$/ }, () => ({
      path: "prettier",
      external: true,
    })),
};

await generate();
rmSync(path("dist"), { recursive: true, force: true });
const options = {
  entryPoints: [path("src/main.ts")],
  outdir: path("dist"),
  absWorkingDir: path("."),
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  plugins: [keepPrettierOut],
  minify: true,
  metafile: true,
  write: false,
  logLevel: "warning",
};
const inputs = Object.keys((await build(options)).metafile.inputs).sort();
const hash = createHash("sha256").update(
  readFileSync(path("package-lock.json")),
);
for (const input of inputs) hash.update(readFileSync(path(input)));
const buildId = hash.digest("hex").slice(0, 16);
const { outputFiles } = await build({
  ...options,
  define: { __BUILD_ID__: JSON.stringify(buildId) },
});
for (const file of outputFiles) await writeScript(file);
writeFileSync(path("dist/build-id"), buildId);
for (const name of ["paper", "taxonomy"]) {
  cpSync(
    path(`src/schema/${name}.schema.json`),
    path(`dist/schema/${name}.schema.json`),
  );
}
writeFileSync(path("dist/THIRD-PARTY-LICENSES.txt"), collectLicenses(inputs));

/** Writes a part of the program as a script: V8 keeps the code of scripts, and modules would need a loader of their own. */
async function writeScript({ path: file, text }) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: options.target,
    minify: true,
    supported: { "dynamic-import": false },
  });
  // bin/ reads scripts as Latin-1, faster than UTF-8. Regular expressions and tagged templates are what esbuild lets through.
  if (/[^\0-\x7F]/.test(code)) throw new Error(`${file} is not ASCII`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

/** The licences of all packages that are in the bundle, as they ask for. */
function collectLicenses(files) {
  const folders = files.map(
    (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0],
  );
  const texts = [...new Set(folders.filter(Boolean))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(path(`${folder}/package.json`), "utf8"),
    );
    return `${name} ${version} (${license})\n\n${readLicense(folder)}`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

function readLicense(folder) {
  const names = readdirSync(path(folder)).filter((name) =>
    /^licen[sc]e/i.test(name),
  );
  if (names.length === 0) throw new Error(`${folder} has no licence`);
  return readFileSync(path(`${folder}/${names[0]}`), "utf8");
}
