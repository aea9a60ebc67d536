import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '../../../src/client/xml';

test('references stand for the characters that XML allows, and others are an error', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['&#65;&#x41;&#x2f;', 'AA/'],
    ['&#9;&#10;&#13;&#32;', '\t\n\r '],
    ['&#xD7FF;&#xE000;', '\ud7ff\ue000'],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['&#x01F600;', '\u{1f600}'],
    ['&amp;lt;', '&lt;'],
  ];
  for (const [written, text] of texts) assert.deepEqual(parseXml(`<a>${written}</a>`), { a: text });
  const wrong = [
    ...['&nbsp;', '&;', '&', '& b', '&lt', '&#;', '&#x;', '&#xg;', '&#65x;', '&x#65;', '&#x41 ;', '&#-65;', '&#1e1;'],
    ...['&#0;', '&#8;', '&#11;', '&#12;', '&#14;', '&#31;', '&#xD800;', '&#xDBFF;', '&#xDFFF;', '&#x110000;'],
    ...['&#x0000041;', '&#00000065;', '&toString;'],
  ];
  for (const reference of wrong) assert.throws(() => parseXml(`<a>${reference}</a>`), reference);
});

test('CDATA is text as it stands', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['<![CDATA[a & b < c > d]]>', 'a & b < c > d'],
    ['<![CDATA[&lt;b&gt;]]>', '&lt;b&gt;'],
    ['x<![CDATA[1]]>y<![CDATA[2]]>z', 'x1y2z'],
    ['<![CDATA[]]>', ''],
    ['<![CDATA[</a>]]]]>', '</a>]]'],
  ];
  for (const [written, text] of texts) assert.deepEqual(parseXml(`<a>${written}</a>`), { a: text });
  assert.throws(() => parseXml('<a><![CDATA[b</a>'), /CDATA/);
});

test('one root, no document type, no character that XML forbids, at most 40 levels', () => {
  assert.deepEqual(parseXml('<?xml version="1.0"?>\n<a><b>1</b><b>2</b> <c/></a>\n'), {
    a: { '#text': ' ', b: ['1', '2'], c: '' },
  });
  for (const xml of [
    '',
    ' ',
    'text',
    '<a/><b/>',
    '<a/><a/>',
    '<a>',
    '<a></b>',
    '<!DOCTYPE a><a/>',
    '<!doctype a><a/>',
  ]) {
    assert.throws(() => parseXml(xml), xml);
  }
  assert.throws(() => parseXml('<a><!ENTITY b "c"></a>'), /document type/);
  for (const code of [0, 8, 11, 12, 14, 31, 0xfffe, 0xffff]) {
    assert.throws(() => parseXml(`<a>${String.fromCharCode(code)}</a>`), /forbids/, String(code));
  }
  for (const code of [9, 10, 32, 0xfffd])
    assert.deepEqual(parseXml(`<a>x${String.fromCharCode(code)}</a>`).a, `x${String.fromCharCode(code)}`);
  const levels = (count: number) => '<a>'.repeat(count) + '</a>'.repeat(count);
  assert.doesNotThrow(() => parseXml(levels(40)));
  assert.throws(() => parseXml(levels(42)));
});
