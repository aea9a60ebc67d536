// The notices of the libraries inside the bundles: which they are, and under what terms. The build writes them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build writes them; the VSIX has it too. */
export const noticesFile = 'dist/ThirdPartyNotices.txt';

/**
 * The folders of the packages that some files come from, each once, in the order of their names.
 * @param {readonly string[]} files paths below the folder of the repository
 */
export function packagesOf(files) {
  const folders = files.flatMap((file) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file) ?? []);
  return [...new Set(folders.map((folder) => folder.replaceAll('\\', '/')))].sort();
}

/**
 * The files that left code in what was built.
 * @param {import('esbuild').Metafile} metafile
 */
export function bundledFiles({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

/**
 * The text of the notices.
 * @param {string} root folder of the repository
 * @param {readonly string[]} folders of the packages
 * @throws Error for a package that names no license.
 */
export function noticesOf(root, folders) {
  const parts = folders.map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (typeof license !== 'string') throw new Error(`${name} ${version} names no license.`);
    const text = termsIn(join(root, folder)) ?? standardTerms(root, { name, license, author });
    return `${name} ${version} (${license})\n${'-'.repeat(70)}\n${text}\n`;
  });
  const head = 'This extension contains the following packages, in whole or in part.';
  return [`${head}\n`, ...parts].join(`\n${'='.repeat(70)}\n`);
}

/**
 * What the package itself says: a file of its own, or the section of its README.
 * @param {string} folder
 */
function termsIn(folder) {
  const files = readdirSync(folder);
  const own = files.filter((file) => /^(?:licen[cs]e|notice)(?:\.(?:md|txt))?$/i.test(file)).sort();
  if (own.length > 0) return own.map((file) => readText(join(folder, file))).join('\n\n');
  const readme = join(folder, 'README.md');
  const text = existsSync(readme) ? readText(readme) : '';
  const section = /\nLicen[cs]e\n-+\n+([\s\S]*?)(?:\n\[|\n#|$)/i.exec(text)?.[1];
  if (!section?.includes('Copyright')) return undefined;
  return section.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
}

/**
 * The words of the license that a package only names. Those of MIT stand in our own.
 * @param {string} root
 * @param {{name: string, license: string, author: unknown}} said what its package.json says
 */
function standardTerms(root, { name, license, author }) {
  if (license !== 'MIT') throw new Error(`${name} comes without the text of its license, ${license}.`);
  const own = readText(join(root, 'LICENSE'));
  const by = typeof author === 'string' ? author : /** @type {{name?: string}} */ (author)?.name;
  const origin = `The package names its license without the text${by ? `. Author: ${by}` : ''}. The text of the MIT License:`;
  return `${origin}\n\n${own.slice(own.indexOf('Permission is hereby'))}`;
}

/** @param {string} file */
function readText(file) {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}
