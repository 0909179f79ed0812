import { mkdirSync, writeFileSync } from 'node:fs';

mkdirSync('papers');
writeFileSync('papers/2023-brackets.yaml', `title: ${'['.repeat(100_000)}`);
writeFileSync('papers/2024-closed-brackets.yaml', `title: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`);
writeFileSync('papers/2025-braces.yaml', `title: ${'{a: '.repeat(50_000)}1${'}'.repeat(50_000)}\n`);
writeFileSync('papers/2026-lists.yaml', `${'- '.repeat(50_000)}x\n`);
