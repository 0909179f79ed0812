import type { PhrasingContent } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import { suggest } from "../model/closest.ts";
import { safeAddress } from "../references/address.ts";
import type { Badge, Taxonomy } from "../schema/types.ts";

// https://shields.io/badges/git-hub-repo-stars and https://shields.io/badges/git-hub-forks
const builtIn: Record<string, (repository: string) => Badge> = {
  "prs-welcome": (repository) => ({
    label: "PRs Welcome",
    image: "https://img.shields.io/badge/PRs-Welcome-green",
    url: `https://github.com/${repository}/pulls`,
  }),
  stars: (repository) => ({
    label: "Stars",
    image: `https://img.shields.io/github/stars/${repository}`,
    url: `https://github.com/${repository}/stargazers`,
  }),
  forks: (repository) => ({
    label: "Forks",
    image: `https://img.shields.io/github/forks/${repository}`,
    url: `https://github.com/${repository}/forks`,
  }),
};

/** The badges that a taxonomy asks for, a line each, and what of them cannot be made. */
export function badgesOf(taxonomy: Taxonomy): {
  badges: PhrasingContent[];
  diagnostics: Diagnostic[];
} {
  const badges: PhrasingContent[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, wanted] of (taxonomy.badges ?? []).entries()) {
    const badge =
      typeof wanted === "string"
        ? lookUp(wanted, index, taxonomy.repository)
        : wanted;
    if ("rule" in badge) diagnostics.push(badge);
    else {
      if (badges.length > 0) badges.push({ type: "text", value: "\n" });
      badges.push(render(badge));
    }
  }
  return { badges, diagnostics };
}

function lookUp(
  name: string,
  index: number,
  repository: string | undefined,
): Badge | Diagnostic {
  const make = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (make !== undefined && repository !== undefined) return make(repository);
  return {
    rule: "unknown-badge",
    severity: "error",
    file: "taxonomy.yaml",
    message:
      make === undefined
        ? `Unknown badge "${name}"`
        : `The badge "${name}" is made from the field repository`,
    help:
      make === undefined
        ? suggest(name, Object.keys(builtIn), "badges")
        : "add a line such as repository: owner/name",
    path: ["badges", index],
  };
}

function render({ label, image, url }: Badge): PhrasingContent {
  const picture: PhrasingContent = {
    type: "image",
    alt: label,
    url: safeAddress(image) ?? "",
  };
  const target = url === undefined ? undefined : safeAddress(url);
  return target === undefined
    ? picture
    : { type: "link", url: target, children: [picture] };
}
