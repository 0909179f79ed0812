import { mkdirSync, writeFileSync } from 'node:fs';

// Nine levels of nine aliases each: written out, 387,420,489 values.
const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (const [index, name] of [...'bcdefghi'].entries()) {
  levels.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`);
}
mkdirSync('papers');
writeFileSync('papers/2024-bomb.yaml', `${levels.join('\n')}\n`);
