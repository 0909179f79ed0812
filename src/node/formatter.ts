import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Formatter } from '../env.ts';

// https://prettier.io/docs/configuration, in the order Prettier looks for them; the first group is data, the second program.
const data = [
  'package.json',
  'package.yaml',
  '.prettierrc',
  '.prettierrc.json',
  '.prettierrc.yaml',
  '.prettierrc.yml',
  '.prettierrc.json5',
  '.prettierrc.toml',
  '.editorconfig',
];
const programs = ['.prettierrc', 'prettier.config'].flatMap((name) =>
  ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `${name}.${extension}`),
);

/** Prettier with the configuration that it finds for a list's README. */
export function openFormatter(root: string): Formatter {
  return {
    fingerprint() {
      const found: string[] = [];
      for (let folder = root; ; folder = dirname(folder)) {
        if (programs.some((name) => readText(join(folder, name)) !== undefined)) return undefined;
        for (const name of data) {
          const content = readText(join(folder, name));
          if (content === undefined) continue;
          // A name of a package or plugin is configuration that lies elsewhere.
          if (name !== '.editorconfig' && leadsElsewhere(name, content)) return undefined;
          found.push(join(folder, name), content);
        }
        if (folder === dirname(folder)) return JSON.stringify(found);
      }
    },
    async format(markdown) {
      const prettier = await import('prettier');
      const filepath = join(root, 'README.md');
      const configuration = await prettier.resolveConfig(filepath, { editorconfig: true });
      return prettier.format(markdown, { ...configuration, parser: 'markdown', filepath, endOfLine: 'lf' });
    },
  };
}

function leadsElsewhere(name: string, content: string): boolean {
  if (name.startsWith('package.') && !content.includes('prettier')) return false;
  return /plugins/.test(content) || /^\s*["']?[@\w][\w./@-]*["']?\s*$/.test(content) || /prettier["']?\s*:\s*["']?[@\w]/.test(content);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
