// Reads `when` clauses as the editor does, as far as ours go: keys, `==`, `!=`, `=~`, `not in`, `!`, `&&`, `||` and
// brackets.

/** Whether the clause holds in that context; a key that is not there is false. */
export function holds(
  clause: string,
  context: Readonly<Record<string, string | boolean | readonly string[]>>,
): boolean {
  const tokens = clause.match(/\/(?:\\.|[^/\\])+\/|&&|\|\||==|!=|=~|[!()]|[^\s!()=&|]+/g) ?? [];
  let place = 0;
  const next = () => tokens[place++] ?? '';
  const either = (): boolean => {
    let value = both();
    while (tokens[place] === '||') {
      place += 1;
      value = both() || value;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (tokens[place] === '&&') {
      place += 1;
      value = one() && value;
    }
    return value;
  };
  const one = (): boolean => {
    const token = next();
    if (token === '!') return !one();
    if (token === '(') {
      const value = either();
      next();
      return value;
    }
    const value = context[token] ?? false;
    if (tokens[place] === '=~') {
      place += 1;
      return new RegExp(next().slice(1, -1)).test(String(value));
    }
    if (tokens[place] === 'not' && tokens[place + 1] === 'in') {
      place += 2;
      const list = context[next()];
      return !Array.isArray(list) || !list.includes(value);
    }
    if (tokens[place] !== '==' && tokens[place] !== '!=') return value !== false;
    const isEqual = next() === '==';
    return (String(value) === next().replace(/^'|'$/g, '')) === isEqual;
  };
  return either();
}
