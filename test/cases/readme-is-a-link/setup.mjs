import { symlinkSync } from 'node:fs';

symlinkSync('elsewhere.md', 'README.md');
