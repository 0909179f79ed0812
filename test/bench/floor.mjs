// The floor of any build: a program that lists, stats and reads the files of a list, and does nothing with them.
import { readdirSync, readFileSync, statSync } from "node:fs";

const folder = `${process.argv[2]}/papers`;
for (const name of readdirSync(folder)) {
  statSync(`${folder}/${name}`);
  readFileSync(`${folder}/${name}`);
}
