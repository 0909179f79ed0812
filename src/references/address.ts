// Parameters that say where a reader came from, not what is read.
const tracking = /^(utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|igshid|spm)$/;

/**
 * An http(s) address in the form that a Markdown cell can hold: nothing in it ends a cell or a link, or is read as math or
 * as a character reference (`&copy;`). Nothing where it is no http(s) address.
 */
export function safeAddress(address: string): string | undefined {
  const url = parseAddress(address);
  if (url === undefined) return undefined;
  const pathStart = url.href.indexOf("/", url.protocol.length + 2);
  const escaped =
    url.href.slice(0, pathStart) +
    url.href.slice(pathStart).replace(/[[\]]/g, percentEncode);
  return escaped
    .replace(/[|()<>"`\\{}^$]/g, percentEncode)
    .replace(/;/g, "%3B");
}

/** What two spellings of one address have in common: no scheme, `www.`, last slash, fragment, or tracking parameter. */
export function addressKey(address: string): string | undefined {
  const url = parseAddress(address);
  if (url === undefined) return undefined;
  for (const name of [...url.searchParams.keys()])
    if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname
    .replace(/\/{2,}/g, "/")
    .replace(/\/$/, "")
    .replace(/%[0-9A-F]{2}/gi, normalizeEscape);
  return url.host.replace(/^www\./, "") + path + url.search;
}

function parseAddress(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:"
    ? url
    : undefined;
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 */
function normalizeEscape(escape: string): string {
  const character = String.fromCharCode(parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
