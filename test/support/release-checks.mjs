// What must hold before a version is published, and what only its publisher can fill in.

/**
 * A version as it would be published.
 * @typedef {object} Release
 * @property {Record<string, any>} manifest package.json
 * @property {string} changelog
 * @property {ReadonlyMap<string, Buffer>} files all of the VSIX, by their paths in the repository
 */

/** The name that stands in for the publisher's. */
const standIn = 'ncloud-servers';

/** All that may be in a VSIX. What is not named here is not shipped by chance: whoever adds a file says so here. */
const shipped = [
  /^(?:CHANGELOG|README|README\.ko)\.md$|^LICENSE(?:\.txt)?$|^package(?:\.nls(?:\.ko)?)?\.json$/,
  /^dist\/(?:(?:extension|main|http|reference|xml|sandbox)\.cjs|form\.js|form-style\.css|ThirdPartyNotices\.txt)$/,
  /^l10n\/bundle\.l10n\.ko\.json$/,
  /^media\/(?:icons\/(?:extension|ncloud|scripts|servers)\.svg|icons\/extension\.png)$/,
  /^media\/walkthrough\/(?:check|form|key|presets|running)\.svg$/,
];

/** Things that look like what must never be given away. */
const secrets = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\w+/=]{20}/,
  'an access key of NAVER Cloud': /\bncp_(?:iam|main)_[A-Za-z0-9]{16,}/,
  'a token': /\b(?:gh[pousr]_|npm_)[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b/,
  'the folder of whoever has built it': /\/(?:home|Users)\/[a-z][\w.-]*\/|\/root\/|[A-Z]:\\Users\\/,
  'the way to its sources': /\bsourceMappingURL=/,
};

/**
 * What only the publisher can fill in and has not, in plain words.
 * @param {Pick<Release, 'manifest' | 'changelog'>} release
 */
export function missing({ manifest, changelog }) {
  const { publisher, repository, version } = manifest;
  const lines = [];
  if (publisher === standIn) {
    lines.push(`publisher: package.json has the stand-in "${standIn}". Put the id of your Marketplace publisher.`);
  }
  if (!/^https:\/\//.test(repository?.url ?? repository ?? '')) {
    lines.push(
      'repository: package.json names none. Put {"type": "git", "url": "https://…"}: where users find the source.',
    );
  }
  if (manifest.private)
    lines.push('private: package.json forbids publishing. Remove "private" when all the rest is there.');
  if (!new RegExp(`^## \\[${escaped(version)}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm').test(changelog)) {
    lines.push(`date: CHANGELOG.md gives ${version} none. Write "## [${version}] - YYYY-MM-DD".`);
  }
  return lines;
}

/**
 * What is wrong with the version, in plain words.
 * @param {Release} release
 */
export function faults({ manifest, changelog, files }) {
  return [
    ...versionFaults(manifest, changelog),
    ...neededFiles(manifest).flatMap((file) => (files.has(file) ? [] : [`${file} is not in the VSIX`])),
    ...[...files.keys()].flatMap((file) =>
      shipped.some((known) => known.test(file)) ? [] : [`${file} is in the VSIX, and nobody has said that it ships`],
    ),
    ...iconFaults(files.get(manifest.icon)),
    ...readmeFaults(textOf(files, 'README.md'), textOf(files, 'README.ko.md')),
    ...[...files].flatMap(([file, content]) => secretsIn(file, content.toString('utf8'))),
  ];
}

/** @param {Record<string, any>} manifest @param {string} changelog */
function versionFaults({ version }, changelog) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return [`the version ${version} is not of the form 1.2.3`];
  const section = new RegExp(`^## \\[${escaped(version)}\\].*\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(
    changelog,
  )?.[1];
  if (section === undefined) return [`CHANGELOG.md has no section for ${version}`];
  return /^- \S/m.test(section) ? [] : [`the section for ${version} in CHANGELOG.md is empty`];
}

/**
 * The files that the manifest names, and those that an extension is expected to have.
 * @param {Record<string, any>} manifest
 */
function neededFiles({ main, icon, contributes }) {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const named = [main.replace(/^\.\//, ''), icon, ...steps.map(({ media }) => media.svg)];
  return [...named, 'README.md', 'README.ko.md', 'CHANGELOG.md', 'LICENSE', 'dist/ThirdPartyNotices.txt'];
}

/** @param {Buffer | undefined} icon */
function iconFaults(icon) {
  if (!icon) return [];
  if (icon.toString('latin1', 1, 4) !== 'PNG') return ['the icon is no PNG'];
  const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)];
  const isFit = width === height && width >= 128;
  return isFit ? [] : [`the icon has ${width} × ${height} pixels, not 128 × 128 or more`];
}

function readmeFaults(english, korean) {
  const headings = (text) => [...text.matchAll(/^## /gm)].length;
  const isSame = headings(english) === headings(korean);
  const pictures = [...`${english}${korean}`.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, address]) => address);
  return [
    ...(isSame ? [] : [`README.md has ${headings(english)} sections and README.ko.md ${headings(korean)}`]),
    ...pictures.flatMap((address) =>
      /^https:.*(?<!\.svg)$/.test(address) ? [] : [`the Marketplace shows no picture from ${address}`],
    ),
  ];
}

function secretsIn(file, text) {
  return Object.entries(secrets).flatMap(([what, look]) =>
    look.test(text) ? [`${file} holds what looks like ${what}`] : [],
  );
}

function textOf(files, file) {
  return files.get(file)?.toString('utf8') ?? '';
}

function escaped(text) {
  return text.replaceAll('.', '\\.');
}
