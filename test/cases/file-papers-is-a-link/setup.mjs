import { symlinkSync } from 'node:fs';

symlinkSync('elsewhere', 'papers');
