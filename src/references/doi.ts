// https://www.doi.org/doi-handbook/HTML/: the name's case does not count, and any printable character may stand in it.
const resolver = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;

/** The DOI that a DOI, its address or `doi:…` names, in lower case; nothing where it names none. */
export function readDoi(text: string): string | undefined {
  const given = text.trim();
  let name = given.replace(resolver, "");
  if (/^https?:/i.test(given)) {
    name = decode(name.replace(/[?#].*$/, ""));
  }
  return /^10\.\d{4,9}\/\S+$/.test(name) ? name.toLowerCase() : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that is no escape stands for itself.
    return text;
  }
}

/** The address that resolves a DOI. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
}
