// https://www.doi.org/doi-handbook/HTML/: the name's case does not count, and any printable character may stand in it.
const resolver = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i;

/** The DOI that a DOI, its address or `doi:…` names, in lower case; nothing where it names none. */
export function readDoi(text: string): string | undefined {
  let name = text.trim().replace(resolver, "");
  if (name !== text.trim()) {
    try {
      name = decodeURIComponent(name);
    } catch {
      // A percent sign that is no escape stands for itself.
    }
  }
  return /^10\.\d{4,9}\/\S+$/.test(name) ? name.toLowerCase() : undefined;
}

/** The address that resolves a DOI. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
}
