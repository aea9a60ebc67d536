// Which room of the house may import what besides itself. All else is refused, types and dynamic imports too, and so is
// every import of a folder that has no line here. Checks src and media below the working directory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * A room is a folder with all below it, of src/ui only its own files, or one file. A name without a folder is a package,
 * `node:` all of Node.
 */
const rooms = {
  'src/reference': '',
  'src/client': 'src/reference node: axios fast-xml-parser',
  'src/servers': 'src/reference src/client node:',
  'src/scripts': 'src/reference src/client node:',
  'src/connect': 'src/reference src/client src/servers src/scripts node: ssh-config',
  'src/sandbox': 'src/reference src/client/sign node:',
  'src/protocol': 'src/reference',
  'src/script': 'src/reference src/client src/servers',
  media: 'src/reference src/protocol lit',
  'src/ui/presets': 'jsonc-parser',
};

/** What all of src/ui may import, and its folders from the top down: each may also import those of the lines below it. */
const core = 'src/reference src/client src/servers src/scripts src/connect src/protocol src/sandbox/index node: vscode';
const floors = [
  'src/extension',
  'src/ui/main',
  'src/ui/quick',
  'src/ui/form',
  'src/ui/presets',
  'src/ui/connect',
  'src/ui/export src/ui/scripts',
  'src/ui/servers',
  'src/ui/create src/ui/loginkeys',
  'src/ui/accounts',
  'src/ui/page',
  'src/ui',
];

/** @type {Map<string, readonly string[]>} */
const mayImport = new Map();
for (const [room, others] of Object.entries(rooms)) mayImport.set(room, words(others));
floors.forEach((floor, place) => {
  const below = floors.slice(place + 1).flatMap(words);
  for (const room of words(floor)) mayImport.set(room, [...(mayImport.get(room) ?? []), ...words(core), ...below]);
});

/** The names of what a file imports, in whichever way. */
const imports = /\b(?:from|import)\s*['"]([^'"\s]+)['"]|\b(?:import|require)\s*\(\s*['"`]([^'"`\s]+)['"`]/g;

/** What is built, and so looked at. */
const ending = /\.[cm]?[jt]sx?$/;

const faults = ['src', 'media'].flatMap(filesIn).flatMap((file) => {
  const room = roomOf(file.replace(ending, ''));
  const others = mayImport.get(room);
  if (!others) return [`${file}: rooms.mjs has no line for ${room}`];
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(imports)].flatMap(({ 1: named, 2: called, index }) => {
    const name = named ?? called ?? '';
    const line = text.slice(0, index).split('\n').length;
    return isAllowed(file, room, others, name) ? [] : [`${file}:${line}: ${room} may not import ${name}`];
  });
});
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

/** @param {string} file @param {string} room @param {readonly string[]} others @param {string} name */
function isAllowed(file, room, others, name) {
  const path = posix.join(posix.dirname(file), name);
  const places = name.startsWith('.') ? [path, roomOf(path)] : name.split(/(?<=:)|\//, 1);
  return places.some((place) => place === room || others.includes(place));
}

/** The room of a path without its ending. @param {string} path */
function roomOf(path) {
  if (mayImport.has(path)) return path;
  return /^(?:src\/ui\/[^/]+(?=\/)|src\/ui(?=\/)|src\/[^/]+(?=\/)|media(?=\/))/.exec(path)?.[0] ?? path;
}

/** @param {string} folder */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/'));
  return names.filter((name) => ending.test(name));
}

/** @param {string} list */
function words(list) {
  return list.split(' ').filter(Boolean);
}
