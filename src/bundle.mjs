// Builds the package: validators and types from the schemas, then the whole program as one file in dist/.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { generate } from './schema/generate.mjs';

const root = new URL('../', import.meta.url);
const path = (name) => new URL(name, root).pathname;

// Prettier as a whole is 8 MB, and only lists with a configuration of their own need it; its core and Markdown part are in.
const keepPrettierOut = {
  name: 'keep-prettier-out',
  setup: (bundle) => bundle.onResolve({ filter: /^prettier$/ }, () => ({ path: 'prettier', external: true })),
};

await generate();
rmSync(path('dist'), { recursive: true, force: true });
const options = {
  entryPoints: [path('src/main.ts')],
  outfile: path('dist/main.js'),
  absWorkingDir: path('.'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  plugins: [keepPrettierOut],
  minify: true,
  // The program is started from V8's code cache, where `import()` of a file would need a loader of its own.
  supported: { 'dynamic-import': false },
  metafile: true,
  logLevel: 'warning',
};
const { metafile } = await build({ ...options, write: false });
const inputs = Object.keys(metafile.inputs).sort();
const hash = createHash('sha256').update(readFileSync(path('package-lock.json')));
for (const input of inputs) hash.update(readFileSync(path(input)));
const buildId = hash.digest('hex').slice(0, 16);
await build({ ...options, banner: { js: `/* ${buildId} */` }, define: { __BUILD_ID__: JSON.stringify(buildId) } });
// bin/ reads the bundle as Latin-1, ten times faster than as UTF-8. Regular expressions and tagged templates are not escaped.
if (/[^\0-\x7F]/.test(readFileSync(options.outfile, 'utf8'))) throw new Error('The bundle is not ASCII');
for (const name of ['paper', 'taxonomy']) {
  cpSync(path(`src/schema/${name}.schema.json`), path(`dist/schema/${name}.schema.json`));
}
writeFileSync(path('dist/THIRD-PARTY-LICENSES.txt'), collectLicenses(inputs));

/** The licences of all packages that are in the bundle, as they ask for. */
function collectLicenses(files) {
  const folders = files.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const texts = [...new Set(folders.filter(Boolean))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path(`${folder}/package.json`), 'utf8'));
    return `${name} ${version} (${license})\n\n${readLicense(folder)}`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

function readLicense(folder) {
  for (const name of ['license', 'LICENSE', 'LICENSE.md', 'LICENSE.txt']) {
    try {
      return readFileSync(path(`${folder}/${name}`), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return '';
}
