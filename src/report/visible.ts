// Joiners are left alone: emoji and several scripts are written with them.
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text from a file for a terminal: what would drive it, turn the direction of
 * the line, or not show at all, is written out.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) =>
    character === "\t"
      ? "→"
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
