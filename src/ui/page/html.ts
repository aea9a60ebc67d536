/** The document that holds a page: nothing but the reference, the page's own script and its style may load. */
import type { Locale } from '../../reference/types';

/** What the document needs: addresses as the webview may load them, and who may load fonts and styles. */
export interface PageParts {
  readonly locale: Locale;
  readonly title: string;
  /** The custom element that draws the page. */
  readonly element: string;
  /** Of the element. The page keeps them at once, so that its tab can be restored however soon the window is reloaded. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the page's own script finds when it starts. */
  readonly reference: string;
  readonly script: string;
  readonly style: string;
  readonly cspSource: string;
  /** At least 128 random bits, new for each rendering. */
  readonly nonce: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The whole HTML document of a page. Every value is escaped. */
export function pageHtml({
  locale,
  title,
  element,
  attributes,
  reference,
  script,
  style,
  cspSource,
  nonce,
}: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource}`,
    `font-src ${cspSource}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<!DOCTYPE html>
<html lang="${escaped(locale)}">
<head>
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<${element}${given.join('')}></${element}>
<script nonce="${escaped(nonce)}" src="${escaped(reference)}"></script>
<script type="module" nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}
