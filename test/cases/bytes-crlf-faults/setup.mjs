import { mkdirSync, writeFileSync } from 'node:fs';

mkdirSync('papers');
writeFileSync(
  'papers/2017-windows.yaml',
  'title: "Membership Inference"\r\nvenue: S&P\r\nyear: "2017"\r\narxiv: 1610.05820\r\nsections:\r\n  - atacks\r\n',
);
writeFileSync('papers/2018-colon.yaml', 'title: Mixup: Beyond ERM\r\nvenue: ICLR\r\nyear: 2018\r\narxiv: "1710.09412"\r\nsections: [attacks]\r\n');
