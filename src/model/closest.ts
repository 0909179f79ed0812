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

/**
 * The known name that a misspelt one most probably means: the nearest, or where
 * none is near, the only one that holds it.
 */
export function closest(
  name: string,
  known: Iterable<string>,
): string | undefined {
  const wanted = simplify(name);
  let best: string | undefined;
  let bestDistance =
    (wanted.length < 4 ? 1 : Math.max(2, wanted.length / 3)) + 1;
  const holders: string[] = [];
  for (const candidate of known) {
    const simple = simplify(candidate);
    const candidateDistance = distance(wanted, simple);
    if (candidateDistance < bestDistance)
      [best, bestDistance] = [candidate, candidateDistance];
    if (wanted.length >= 4 && simple.includes(wanted)) holders.push(candidate);
  }
  return best ?? (holders.length === 1 ? holders[0] : undefined);
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}
