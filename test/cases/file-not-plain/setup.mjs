import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';

symlinkSync('/etc/passwd', 'papers/2018-link.yaml');
symlinkSync('nowhere', 'papers/2019-dangling.yaml');
// Whoever opens a pipe that nobody writes into waits for ever.
execFileSync('mkfifo', ['papers/2020-pipe.yaml']);
mkdirSync('papers/2021-folder.yaml');
