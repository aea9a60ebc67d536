/** Names of init scripts at NCP: 3 to 30 letters, digits and hyphens, a letter first, no hyphen last. */

const shortest = 3;
const longest = 30;
const fallback = 'init-script';

/** A name that NCP takes, made from the name of a file. Lower case, as the documentation disagrees about capitals. */
export function scriptNameFor(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '') || fileName;
  const name = trimmed(
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+/, ''),
  );
  return name.length >= shortest ? name : fallback;
}

/** The name itself, or with the first number behind it that makes it free. Names that differ in case only are not. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  const stem = name.replace(/-\d{1,3}$/, '');
  for (let serial = 2; ; serial++) {
    const end = `-${serial}`;
    const candidate = `${trimmed(stem, longest - end.length)}${end}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** Whether NCP takes the name. */
export function isScriptName(name: string): boolean {
  return name.length >= shortest && name.length <= longest && /^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/.test(name);
}

function trimmed(name: string, length = longest): string {
  return name.slice(0, length).replace(/-+$/, '');
}
