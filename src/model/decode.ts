import { type Diagnostic, placeAt } from "../diagnostic.ts";
import { emptyFile } from "./yaml.ts";

/** The largest file that is read, in bytes: a record has about a thousand. */
export const largestFile = 1024 * 1024;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a YAML file, and what is wrong with its bytes: not UTF-8, a byte order mark, tabs, nothing. No text where it
 * makes no sense to read on.
 */
export function decode(
  file: string,
  bytes: Uint8Array,
): { text: string | undefined; diagnostics: Diagnostic[] } {
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { text: undefined, diagnostics: [notUtf8(file, bytes)] };
  }
  if (text.trim() === "") {
    return { text: undefined, diagnostics: [emptyFile(file)] };
  }
  const diagnostics = faults.flatMap(
    ({ pattern, ...finding }): Diagnostic[] => {
      const found = pattern.exec(text);
      if (found === null) return [];
      const at = placeAt(text, found.index, found.index + found[0].length);
      return [{ severity: "error", file, ...finding, at }];
    },
  );
  const isReadable = diagnostics.every(({ rule }) => rule === markRule);
  return { text: isReadable ? text : undefined, diagnostics };
}

const markRule = "byte-order-mark";

/** What no text of a list holds, each reported where it stands first. */
const faults = [
  {
    rule: markRule,
    pattern: /^\uFEFF/,
    message: "The file begins with a byte order mark",
    help: 'save it as "UTF-8" without BOM',
  },
  {
    rule: "not-utf8",
    pattern: /\0/,
    message: "A zero byte stands here, as in a file saved as UTF-16",
    help: 'save the file as "UTF-8"',
  },
  {
    rule: "merge-conflict",
    pattern: /^(?:<{7}|\|{7}|={7}|>{7})(?= |\r?$)/m,
    message: "A merge left its conflict here",
    help: "keep what is right of the two sides, and delete the lines <<<<<<<, ======= and >>>>>>>",
  },
  {
    rule: "tab",
    pattern: /\t/,
    message: "A tab stands here, and YAML is indented with spaces",
    help: "replace each tab by two spaces",
  },
  {
    rule: "line-ends",
    pattern: /\r(?!\n)/,
    message: "This line ends in a lone carriage return",
    help: 'save the file with the line ends "LF"',
  },
];

/** The finding about a file over {@link largestFile}, which is not even read. */
export function tooLarge(file: string, size: number): Diagnostic {
  return {
    rule: "file-too-large",
    severity: "error",
    file,
    message: `The file has ${size} bytes, and a record over ${largestFile} is not read`,
    help: "keep to one paper a file",
  };
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic {
  const place = placeOfFirstFault(bytes);
  const byte = bytes[place.offset] ?? 0;
  return {
    rule: "not-utf8",
    severity: "error",
    file,
    message: `The byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")} is no UTF-8`,
    help: bytes.includes(0)
      ? 'save the file as "UTF-8": it looks like UTF-16'
      : 'save the file as "UTF-8"',
    at: placeAt(lenient.decode(bytes), place.index, place.index + 1),
  };
}

/** Where decoding first fails, in bytes and in UTF-16 units of the leniently decoded text. */
function placeOfFirstFault(bytes: Uint8Array): {
  offset: number;
  index: number;
} {
  const text = lenient.decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  let index = 0;
  for (const character of text) {
    const expected = encoder.encode(character);
    if (!expected.every((byte, i) => bytes[offset + i] === byte)) break;
    offset += expected.length;
    index += character.length;
  }
  return { offset, index };
}
