// Which versions of libraries may not come in. The lock file is what is installed, so it is what is judged.

/** Oldest versions without known holes, for those too that come with others. */
export const floors = {
  axios: '1.20.0',
  'fast-xml-parser': '5.12.0',
  'follow-redirects': '1.16.3',
  'form-data': '4.0.6',
};

/** Versions that were published with a thief inside, and what it came as. */
const poisoned = { axios: ['1.14.1', '0.30.4'], 'plain-crypto-js': ['*'] };

/**
 * The packages of a lock file by where they are installed: `node_modules/a/node_modules/axios`.
 * @typedef {Readonly<Record<string, { version?: string, resolved?: string, integrity?: string }>>} Packages
 */

/**
 * What speaks against the installed libraries, in plain words.
 * @param {Packages} packages the `packages` of package-lock.json
 */
export function libraryFaults(packages) {
  return Object.entries(packages).flatMap(([path, { version = '', resolved, integrity }]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const floor = floors[name];
    const isPoisoned = poisoned[name]?.some((bad) => bad === '*' || bad === version);
    return [
      ...(floor && compareVersions(version, floor) < 0
        ? [`${name} ${version} has known holes, ${floor} has none`]
        : []),
      ...(isPoisoned ? [`${name} ${version} was published with a thief inside`] : []),
      ...(integrity?.startsWith('sha512-') ? [] : [`${name} ${version} comes without a sha512`]),
      ...(resolved && !resolved.startsWith('https://') ? [`${name} ${version} does not come over https`] : []),
    ];
  });
}

/**
 * The lowest version of a library that is installed anywhere, undefined when there is none.
 * @param {Packages} packages
 * @param {string} name
 */
export function lowestVersion(packages, name) {
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = '' }]) => version)
    .sort(compareVersions)[0];
}

/**
 * Negative when the version `a` is older than `b`.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
