/**
 * The text of the file with the damage done.
 * @param {import('./damages.mjs').Damage} damage
 * @param {string} text
 * @throws when what is to be damaged does not stand there exactly once: the list has to follow the product
 */
export function damaged({ name, file, from, to }, text) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times what “${name}” damages.`);
  return parts.join(to);
}
