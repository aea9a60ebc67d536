/** Tells a secret from what stands where one will be, or from what yields one when the script runs. */

/** Filled in later, whatever the language: `<…>`, `CHANGE_ME`, `USAR_SUA_SENHA`, `abcd~~~~`, `여기에…`. */
const markers: readonly RegExp[] = [
  /^[<%{[(*.^\\/@~]|^-+$/,
  /^x+$|x{4}|\*{3}|\.{3}|([~_#?-])\1{2}$/i,
  /^(?:your|sample|dummy|placeholder|todo|tbd|fixme|change(?:me|it|this)|(?:change|replace|insert|enter|fill|put)[-_])/i,
  /[-_]here$|^__.*__$/i,
  /^\p{Lu}+(?:[_-]\p{Lu}+)+\d*$/u,
  /[^\p{ASCII}]/u,
];

/** Words that describe a value: settings, types, the name of the thing itself. */
const words = new Set(
  `true false none null undefined unset unknown missing empty enabled disabled default required optional prompt stdin file string text
  password passwd passphrase pass pwd secret token key apikey api_key api-key mypassword my_password my-password`.split(
    /\s+/,
  ),
);

/** The name of a field or variable: `nextToken`, `db_password`, `client-token`. */
const fieldName =
  /^(?:[a-z]+[_-])+(?:password|passwd|secret|token|key|id)$|^[A-Za-z]*[a-z](?:Password|Secret|Token|Key)$/;

/** An address or the name of a file holds a secret elsewhere. */
const elsewhere = /^\w+:\/\/|\.(?:json|txt|pem|key|crt|ya?ml|env|conf|cfg|ini|p12|jks|xml|sh|py)$/i;

/** True when somebody has to put the secret there first. */
export function isMarker(value: string): boolean {
  return markers.some((pattern) => pattern.test(value));
}

/** True when the value is certainly no secret, for a place that only its name makes one. */
export function isNoSecret(value: string): boolean {
  return isMarker(value) || words.has(value.toLowerCase()) || fieldName.test(value) || elsewhere.test(value);
}

/** True when a shell puts something else there: `$NAME`, `$(command)`, a back quote; `$$` is part of many passwords. */
export function isExpanded(value: string): boolean {
  return /`|\$[\w{(@*]/.test(value.replaceAll('$$', ''));
}

/** True when other code stands there, not text: `secret['x']`, `json.loads(`, `DB_PASS,`, `settings.db_password`. */
export function isExpression(value: string, next: string | undefined): boolean {
  const isArgument = next === ',' || next === ')';
  return (
    next === '(' ||
    value.includes('[') ||
    (isArgument && /^(?:[A-Z][A-Z0-9_]*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)$/.test(value)) ||
    /^(?:[A-Za-z_]+\.)+[A-Za-z_]+$/.test(value)
  );
}
