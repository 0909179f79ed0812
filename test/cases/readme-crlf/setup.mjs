import { mkdirSync, writeFileSync } from 'node:fs';

mkdirSync('papers');
writeFileSync('README.md', 'An old README.\r\n');
writeFileSync('papers/2017-a.yaml', 'title: A\nvenue: S&P\nyear: 2017\narxiv: "1610.05820"\nsections: [attacks]\n');
writeFileSync('papers/2018-b.yaml', 'title: B\r\nvenue: ICLR\r\nyear: 2018\r\narxiv: "1710.09412"\r\nsections: [attacks]\r\n');
