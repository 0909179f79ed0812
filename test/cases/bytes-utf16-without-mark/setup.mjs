import { mkdirSync, writeFileSync } from 'node:fs';

// Half of the bytes are 0, so that all of it is UTF-8 as well.
mkdirSync('papers');
writeFileSync('papers/2020-a.yaml', Buffer.from('title: A\nvenue: S&P\n', 'utf16le'));
