// Bodies that want to break whoever reads them: each of a megabyte, each read in less than a second, none a good answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { NcloudError } from '../../../src/client';
import { Decoder } from '../../../src/client/decode';

const size = 1_000_000;
const filled = (piece: string, length = size) => piece.repeat(Math.ceil(length / piece.length));
const xml = (inside: string) =>
  `<createServerInstancesResponse><returnCode>0</returnCode>${inside}</createServerInstancesResponse>`;
const json = (inside: string) => `{"createServerInstancesResponse":{"returnCode":"0","x":${inside}}}`;
const own = (name: string) => `"${name}":{"polluted":"yes","toString":1,"then":1,"isAdmin":true}`;

const bodies: Readonly<Record<string, string>> = {
  'open tags': filled('<a>'),
  'closed tags': filled('</a>'),
  'open and closed tags': xml(filled('<a></a>')),
  'tags without an end': xml(filled('<a')),
  'brackets alone': filled('<'),
  attributes: `<a ${filled('b="c" ')}/>`,
  'attributes without values': `<a ${filled('b ')}/>`,
  'attributes without an end': `<a b="${filled("c='d' ")}`,
  'a name without an end': `<${filled('a')}`,
  'comments without an end': xml(filled('<!-- - ')),
  comments: xml(filled('<!---->')),
  'dashes in a comment': xml(`<!--${filled('-- ')}-->`),
  'CDATA without an end': xml(filled('<![CDATA[')),
  'CDATA in CDATA': xml(`${filled('<![CDATA[')}${filled(']]>')}`),
  'ends of CDATA': xml(filled(']]>')),
  instructions: xml(filled('<?a b?>')),
  'instructions without an end': xml(filled('<?a ')),
  'blanks between tags': xml(`${filled(' ')}<a/>${filled('\n\t')}`),
  'blanks in a tag': `<a${filled(' ')}`,
  'blanks before all': `${filled(' ')}<a/>`,
  references: xml(filled('&amp;')),
  'references to nothing': xml(filled('&x;')),
  'references without an end': xml(filled('&')),
  'references to the largest number': xml(filled('&#x10ffff;')),
  'references beyond it': xml(filled('&#99999999;')),
  'a document type': `<!DOCTYPE a [${filled('<!ENTITY a "b">')}]>${xml('')}`,
  'a document type in small letters': `<!doctype a>${xml('')}`,
  'a document type late': `${xml('')}${filled(' ')}<!DOCTYPE a>`,
  'a bomb of entities': `<!DOCTYPE a [<!ENTITY a0 "aaaa">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${filled(`&a${i};`, 200)}">`).join('')}]>${xml('&a30;')}`,
  'an entity of a file': `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml('&x;')}`,
  'two roots': `${xml('')}${xml('')}`,
  prefixes: xml(filled('<a:b:c:d/>')),
  'prototypes in XML': xml(filled('<__proto__><polluted>yes</polluted></__proto__>')),
  'constructors in XML': xml('<constructor><prototype><polluted>yes</polluted></prototype></constructor>'),
  'brackets of JSON': filled('['),
  'braces of JSON': filled('{"a":'),
  'deep and closed JSON': json(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
  'deep objects': json(`${filled('{"a":', 500_000)}1${filled('}', 100_000)}`),
  'many names': json(`{${Array.from({ length: 60_000 }, (_, i) => `"a${i}":1`).join()}}`),
  'one name again and again': json(`{${filled('"a":1,')}"a":1}`),
  escapes: json(`"${filled('\\u0000')}"`),
  backslashes: json(`"${filled('\\\\')}"`),
  'a long number': json(filled('9')),
  'prototypes in JSON': `{${own('__proto__')},${own('constructor')},"createServerInstancesResponse":{"returnCode":"0",${own('__proto__')},"serverInstanceList":[{${own('__proto__')},${own('constructor')}}]}}`,
  'a refusal with prototypes': `{"responseError":{${own('__proto__')},"returnCode":{${own('__proto__')}}}}`,
  'a long refusal': `{"responseError":{"returnCode":"1","returnMessage":"${filled('SECRETKEY0123456789 ')}"}}`,
  'a long code': `{"responseError":{"returnCode":"${filled('1')}","returnMessage":""}}`,
  'a web page': `<!doctype html><html>${filled('<script>x</script>')}</html>`,
  'a web page without a document type': `<html>${filled('<p>')}`,
  zeroes: filled('\u0000'),
  text: filled('servers '),
};

/** What the prototypes of the language hold. */
function prototypes(): string {
  return inspect(
    [Object, Array, String, Function, Error, Map, Promise].map(({ prototype }) => [
      Object.getPrototypeOf(prototype),
      Object.getOwnPropertyNames(prototype),
      Object.getOwnPropertySymbols(prototype),
    ]),
    { depth: 9, maxArrayLength: null },
  );
}

const decoder = new Decoder();
const secrets = ['SECRETKEY0123456789', filled('#!/bin/bash\necho "x y"\n', 100_000)];

for (const [name, body] of Object.entries(bodies)) {
  test(`${name}: an error within a second, and no prototype is touched`, async () => {
    const before = prototypes();
    for (const status of [200, 400]) {
      const received = { service: 'vserver', action: 'createServerInstances', status, body, secrets } as const;
      // Time of the processor: others may be at work beside.
      const started = process.cpuUsage();
      await assert.rejects(decoder.decode(received), (error) => {
        assert.ok(error instanceof NcloudError, String(error));
        assert.ok(inspect(error, { depth: 9, maxStringLength: null }).length < 10_000);
        assert.equal(Reflect.get(error, 'polluted'), undefined);
        const isRefusal = name.includes('refusal') || name.includes('code');
        assert.ok(isRefusal || error.outcome === 'unknown', error.outcome);
        return true;
      });
      const { user, system } = process.cpuUsage(started);
      const took = (user + system) / 1000;
      assert.ok(took < 1_000, `${took} ms`);
    }
    assert.equal(prototypes(), before);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });
}
