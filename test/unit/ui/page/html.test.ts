import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageParts, pageHtml } from '../../../../src/ui/page/html';

const parts: PageParts = {
  locale: 'en',
  title: 'Create Server: company',
  element: 'ncloud-form',
  attributes: { 'account-id': 'a1' },
  reference: 'https://file.example/dist/reference.cjs',
  script: 'https://file.example/dist/form.js',
  style: 'https://file.example/dist/form-style.css',
  cspSource: 'https://*.vscode-cdn.example',
  nonce: 'q1w2e3r4t5y6u7i8o9p0a1s2',
};

function policyOf(html: string): string[] {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
  return content.split('; ');
}

test('the policy allows the page its scripts and style, and nothing else', () => {
  assert.deepEqual(policyOf(pageHtml(parts)), [
    "default-src 'none'",
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.cspSource}`,
    `img-src ${parts.cspSource}`,
    `font-src ${parts.cspSource}`,
    "form-action 'none'",
    "base-uri 'none'",
  ]);
});

test('the policy comes before anything that loads, and nothing is inline', () => {
  const html = pageHtml(parts);
  const policy = html.indexOf('Content-Security-Policy');
  assert.ok(policy > 0 && policy < html.indexOf('<link') && policy < html.indexOf('<script'));
  assert.doesNotMatch(html, /unsafe-inline|unsafe-eval|<style|style=|\son\w+=/);
  const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
  assert.deepEqual(
    scripts.map(([, attributes]) => attributes),
    [` nonce="${parts.nonce}" src="${parts.reference}"`, ` type="module" nonce="${parts.nonce}" src="${parts.script}"`],
  );
  for (const [, , content] of scripts) assert.equal(content, '');
});

test('the document says its language', () => {
  assert.match(pageHtml({ ...parts, locale: 'ko' }), /<html lang="ko">/);
});

test('the document names its account, so that the page can keep it before any message comes', () => {
  assert.match(
    pageHtml({ ...parts, attributes: { 'account-id': 'a"1' } }),
    /<ncloud-form account-id="a&quot;1"><\/ncloud-form>/,
  );
});

test('a hostile title cannot leave its place', () => {
  const html = pageHtml({ ...parts, title: '</title><script>alert(1)</script>"' });
  assert.equal(html.match(/<script/g)?.length, 2);
  assert.match(html, /<title>&lt;\/title&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;<\/title>/);
});
