import { mkdirSync, writeFileSync } from 'node:fs';

const record = 'title: Membership Inference\nvenue: S&P\nyear: 2017\narxiv: "1610.05820"\nsections: [attacks]\n';
const fill = (size) => `${record}#${'x'.repeat(size - record.length - 2)}\n`;
mkdirSync('papers');
writeFileSync('papers/2023-at-the-limit.yaml', fill(1024 * 1024));
writeFileSync('papers/2024-over-the-limit.yaml', fill(1024 * 1024 + 1));
