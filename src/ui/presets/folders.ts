/** Where presets lie, in few words. */

/** As many folders of a long path say where a file is. */
const usual = 2;

/**
 * The folder of each file: from the workspace folder on as it is (`demo/presets`), of an absolute path the end (`…/code/web`),
 * with more of it where files of one name would look alike.
 * @param paths relative to what holds the workspace folders, or absolute
 */
export function shortFolders(paths: readonly string[]): string[] {
  const files = paths.map((path) => path.replaceAll('\\', '/').split('/'));
  return files.map((parts) => {
    const folders = parts.slice(0, -1);
    if (!isAbsolute(parts)) return folders.join('/');
    const alike = files.filter((other) => other !== parts && other.at(-1) === parts.at(-1));
    let length = usual;
    const end = (all: readonly string[]) => all.slice(0, -1).slice(-length).join('/');
    while (length < folders.length - 1 && alike.some((other) => end(other) === end(parts))) length += 1;
    return length < folders.length ? `…/${end(parts)}` : folders.join('/');
  });
}

function isAbsolute([first = '']: readonly string[]): boolean {
  return first === '' || /^[a-z]:$/i.test(first);
}
