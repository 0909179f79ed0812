import { mkdirSync, writeFileSync } from 'node:fs';

// Nearly 1 MiB of fields, of slips, and of sections: each was minutes once.
const lines = (count, line) => Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
const record = 'title: "A"\nvenue: V\nyear: 2017\narxiv: "1610.05820"\nsections: [attacks]\n';
mkdirSync('papers');
writeFileSync('papers/1-fields.yaml', record + lines(60_000, (index) => `f${index}: 1`));
writeFileSync('papers/2-slips.yaml', record + lines(20_000, (index) => `a${index}: b: c: d`));
writeFileSync('papers/3-sections.yaml', record.replace(' [attacks]', '') + lines(40_000, (index) => `  - s${index}`));
writeFileSync('papers/4-twice.yaml', `${record}#${'x'.repeat(30_000)}\nyear: 2018\n`);
