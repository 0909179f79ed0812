// https://info.arxiv.org/help/arxiv_identifier.html: 0704.0001 since April 2007, five digits since 2015, archive/9901001 before.
const id =
  /(?<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/
    .source;
const forms = [
  new RegExp(`^(?:arxiv:\\s*)?${id}(?:\\s*\\[[\\w.-]+\\])?$`, "i"),
  new RegExp(
    `^https?://(?:www\\.|export\\.)?arxiv\\.org/(?:abs|pdf|html|format)/${id}(?:\\.pdf)?/?(?:[?#].*)?$`,
    "i",
  ),
  // The DOIs that arXiv gives: https://info.arxiv.org/help/doi.html
  new RegExp(
    `^(?:https?://(?:dx\\.|www\\.)?doi\\.org/|doi:)?10\\.48550/arxiv\\.${id}$`,
    "i",
  ),
];

/** The arXiv id, without version or subject class, that an id, address or arXiv DOI names; nothing where it names none. */
export function readArxivId(text: string): string | undefined {
  for (const form of forms) {
    const found = form.exec(text.trim())?.groups?.["id"];
    if (found !== undefined)
      return found.toLowerCase().replace(/\.[a-z]{2}(?=\/)/, "");
  }
  return undefined;
}

/** The address of an arXiv paper's landing page. */
export function arxivAddress(arxivId: string): string {
  return `https://arxiv.org/abs/${arxivId}`;
}
