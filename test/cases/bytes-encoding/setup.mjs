import { mkdirSync, writeFileSync } from 'node:fs';

const record = `title: "Über den Schutz der Privatsphäre"
venue: S&P
year: 2017
arxiv: "1610.05820"
sections: [attacks]
`;
mkdirSync('papers');
writeFileSync('papers/2017-byte-order-mark.yaml', `\uFEFF${record}`);
writeFileSync('papers/2018-latin1.yaml', Buffer.from(record, 'latin1'));
writeFileSync('papers/2019-utf16.yaml', Buffer.from(`\uFEFF${record}`, 'utf16le'));
writeFileSync('papers/2021-nul.yaml', record.replace('den', 'd\0n'));
// Cut off within the two bytes of "Ü".
writeFileSync('papers/2022-torn.yaml', Buffer.from(record).subarray(0, 9));
// The encoding of a lone surrogate, which UTF-8 does not have.
writeFileSync('papers/2023-surrogate.yaml', Buffer.concat([Buffer.from('title: '), Buffer.from([0xed, 0xa0, 0x80, 0x0a])]));
