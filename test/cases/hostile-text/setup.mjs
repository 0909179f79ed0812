import { mkdirSync, writeFileSync } from 'node:fs';

const escape = '\u001B';
const record = (title) => `title: ${title}\nvenue: S&P\nyear: 2017\narxiv: "1610.05820"\nsections: [attacks]\n`;
mkdirSync('papers');
// Would clear the screen and set the window's title.
writeFileSync('papers/1-escape.yaml', record(`${escape}[2J${escape}]0;owned\u0007Cleared`));
writeFileSync('papers/2-escaped-escape.yaml', record(String.raw`"\e[2J\x07 Cleared"`));
writeFileSync('papers/3-c1.yaml', record('"\u009B2J Cleared"').replace('year', '"\u009B31myear"'));
writeFileSync('papers/4-bidi.yaml', record('"Right"').replace('05820', '05821').replace('[attacks]', '["\u202Eskcatta\u202C", "a\u2066b\u2069", "\u061Cc"]'));
writeFileSync('papers/5-lines.yaml', record('"Two\\nlines"').replace('[attacks]', '["line\\nline", "\\u2028", "\\r"]'));
writeFileSync('papers/6-zero-width.yaml', record('"Other"').replace('[attacks]', '["att\u200Backs", "\u2060attacks"]'));
// The name of a file can hold anything but a slash and NUL.
writeFileSync(`papers/7-${escape}[31mred\nerror.yaml`, '[]\n');
writeFileSync('papers/8-\u202Elmay.yaml', '[]\n');
writeFileSync('papers/9-\u001B[2J.yml', 'title: x\n');
