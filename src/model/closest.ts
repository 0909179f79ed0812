import { distance } from "fastest-levenshtein";

/** What to do about a misspelt name: the known one it most probably means, or where none is near, all of them. */
export function suggest(
  name: string,
  known: Iterable<string>,
  kind: string,
): string {
  const names = [...known];
  const guess = closest(name, names);
  return guess === undefined
    ? `the ${kind} are ${names.join(", ")}`
    : `did you mean ${guess}?`;
}

/** The known name that a misspelt one most probably means; nothing where none is near. */
export function closest(
  name: string,
  known: Iterable<string>,
): string | undefined {
  const wanted = simplify(name);
  let best: string | undefined;
  let bestDistance =
    (wanted.length < 4 ? 1 : Math.max(2, wanted.length / 3)) + 1;
  for (const candidate of known) {
    const candidateDistance = distance(wanted, simplify(candidate));
    if (candidateDistance < bestDistance)
      [best, bestDistance] = [candidate, candidateDistance];
  }
  return best;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}
