import {
  type Diagnostic,
  moreFindings,
  type Place,
  placeAt,
} from "../diagnostic.ts";
import { proposeRepairs, type Repair } from "./repair-line.ts";
import { type Fault, findFaults } from "./yaml-faults.ts";

// To look for a repair is to parse the text once more for each that is tried.
const mostFindings = 20;
const mostTries = 200;
const largestRepaired = 20_000;

/**
 * Explains what is wrong with a text as YAML. The commonest slips are found out
 * by mending them: of the lines around a fault, the nearest that a repair makes right
 * is the one that is wrong. What was only the consequence of a
 * mended slip is not told.
 */
export function explainFaults(file: string, text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const told = new Set<number>();
  const tries = { left: text.length > largestRepaired ? 0 : mostTries };
  let rest = text;
  let faults = locateFaults(rest);
  while (diagnostics.length < mostFindings) {
    const fault = faults.find(({ at }) => !told.has(at.line));
    if (fault === undefined) break;
    told.add(fault.at.line);
    const found = findRepair(rest, faults, fault.at.line, tries);
    if (found === undefined) {
      const { at } = fault;
      diagnostics.push({ ...describe(fault), severity: "error", file, at });
      continue;
    }
    const { repair, line } = found;
    diagnostics.push({
      rule: repair.rule,
      severity: "error",
      file,
      message: repair.message,
      help: repair.help,
      at: {
        line,
        column: repair.column + 1,
        length: repair.length,
        text: splitLines(text)[line - 1] ?? "",
      },
    });
    rest = found.text;
    faults = locateFaults(rest);
  }
  // How many there are depends on how deep the parser's stack happens to be.
  if (faults.some(({ at }) => !told.has(at.line))) {
    diagnostics.push(moreFindings(file, text));
  }
  return diagnostics;
}

type LocatedFault = Fault & { at: Place };

function locateFaults(text: string): LocatedFault[] {
  // The parser notices at the very end what was never closed.
  const end = text.trimEnd().length;
  return findFaults(text).faults.map((fault) => {
    const start = Math.min(fault.start, end - 1);
    return { ...fault, at: placeAt(text, start, Math.max(fault.end, start)) };
  });
}

function findRepair(
  text: string,
  faults: LocatedFault[],
  line: number,
  tries: { left: number },
): { repair: Repair; line: number; text: string } | undefined {
  const before = new Set(faults.map(({ at }) => at.line));
  const lines = splitLines(text);
  const nearest = [line, line + 1];
  for (let above = line - 1; above > 0; above--) nearest.push(above);
  for (const number of nearest) {
    for (const repair of proposeRepairs(lines[number - 1] ?? "")) {
      if (tries.left-- <= 0) return undefined;
      const repaired = lines.with(number - 1, repair.line).join("\n");
      const after = new Set(locateFaults(repaired).map(({ at }) => at.line));
      if (isSmaller(after, before)) {
        return { repair, line: number, text: repaired };
      }
    }
  }
  return undefined;
}

/** Whether a repair took a fault away and put none in another line. */
function isSmaller(after: Set<number>, before: Set<number>): boolean {
  return (
    after.size < before.size && [...after].every((line) => before.has(line))
  );
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function describe(fault: Fault): Pick<Diagnostic, "rule" | "message" | "help"> {
  switch (fault.code) {
    case "DUPLICATE_KEY":
      return {
        rule: "repeated-field",
        message: "This field stands here a second time",
        help: "keep one of the two",
      };
    case "MULTIPLE_DOCS":
      return {
        rule: "two-documents",
        message: "A second YAML document begins here",
        help: "keep one record a file: move the rest into a file of its own, and delete the line ---",
      };
    case "ANCHOR":
    case "BAD_ALIAS":
      return {
        rule: "yaml-alias",
        message:
          "This is a YAML anchor or alias, and values are written out in full",
        help: "write the value itself; quote a text that begins with & or *",
      };
    case "TAG_RESOLVE_FAILED":
      return {
        rule: "yaml-tag",
        message: "This is a YAML tag, and values have none",
        help: "write the value alone; quote a text that begins with !",
      };
    case "DIRECTIVE":
      return {
        rule: "yaml-directive",
        message: "This is a YAML directive, and files of a list have none",
        help: "delete the line, and the line --- after it",
      };
    case "NOT_CLOSED":
      return {
        rule: "not-closed",
        message: "The bracket that opens here is not closed",
        help: "write the closing bracket at its end; quote a text that begins with a bracket",
      };
    case "TOO_DEEP":
      return {
        rule: "yaml-nesting",
        message: "The values are nested too deeply to be read",
        help: 'write a record as "field: value" lines',
      };
    default:
      return {
        rule: "yaml-syntax",
        message: `This is no YAML: ${fault.message.replace(/\s+/g, " ")}`,
        help: 'write one "field: value" a line, and close every quote and bracket',
      };
  }
}
