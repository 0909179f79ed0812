import { mkdirSync, writeFileSync } from 'node:fs';

mkdirSync('papers');
writeFileSync(
  'papers/2017-windows.yaml',
  'title: "Membership Inference"\r\nvenue: S&P\r\nyear: 2017\r\narxiv: "1610.05820"\r\nsections:\r\n  - attacks\r\n  - defenses\r\n',
);
