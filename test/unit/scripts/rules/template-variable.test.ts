/** Syntax of Terraform and Jinja that nothing has filled in, and what other programs take such text for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, findingText } from '../../../../src/scripts/index';
import { findingsOf, marked } from './marks';

function findingsIn(text: string) {
  return findingsOf('template-variable', text);
}

function findingIn(lines: string, first = '#!/bin/bash') {
  const [finding, ...others] = findingsIn(`${first}\n${lines}\n`);
  assert.deepEqual(others, []);
  return finding;
}

/** Lines with what is told between « and », its language, and what a shell does with it. */
const rows: readonly (readonly [lines: string, told: string])[] = [
  ['echo «${var.name}»', 'Terraform fails'],
  ['echo "«${module.x.y}»"', 'Terraform fails'],
  ['echo «$${HOME}»', 'Terraform number'],
  ['x=1\necho «$${x}»', 'Terraform number'],
  ['cat <<E\n«${var.x}»\nE', 'Terraform fails'],
  ['«%{ if x }»', 'Terraform all'],
  ['«%{if x}»', 'Terraform all'],
  ['«%{~ for a in b ~}»', 'Terraform all'],
  ['«%{ endif }»', 'Terraform all'],
  ['«%{ else }»', 'Terraform all'],
  ['«%{ endfor»', 'Terraform all'],
  ['  «%{ if x }»', 'Terraform all'],
  ['a; «%{ if x }»', 'Terraform all'],
  ['«{% if x %}»', 'Jinja all'],
  ['«{%- elif x -%}»', 'Jinja all'],
  ['«{%else%}»', 'Jinja all'],
  ['«{% endif %}»', 'Jinja all'],
  ['«{% for a in b %}»', 'Jinja all'],
  ['«{% endfor %}»', 'Jinja all'],
  ['«{% set a = 1 %}»', 'Jinja all'],
  ['«{% include "x" %}»', 'Jinja all'],
  ['«{% block a %}»', 'Jinja all'],
  ['echo «{{ name }}»', 'Jinja stays'],
  ['echo «{{name}}»', 'Jinja stays'],
  ['echo «{{- name -}}»', 'Jinja stays'],
  ['echo "«{{ a.b.c }}»"', 'Jinja stays'],
  ['echo «{{ a | upper }}»', 'Jinja stays'],
  ['echo «{{ _x }}»', 'Jinja stays'],
  ['cat <<E\n«%{ if x }»\nE', 'Terraform stays'],
  ['xsed «{{ a }}»', 'Jinja stays'],
  ['helmet «{{ a }}»', 'Jinja stays'],
  ['x -fx «{{ a }}»', 'Jinja stays'],
  ['x-o «{{ a }}»', 'Jinja stays'],
  ['echo «{{ averyveryveryveryveryverylongname_indeed_it_is }}»', 'Jinja stays'],
  ['«%{ if   x   y }»', 'Terraform all'],
  ['«{%  if  x  %}» && a', 'Jinja all'],
];

for (const [row, told] of rows) {
  test(JSON.stringify(row), () => {
    const text = `#!/bin/bash\n${row.replace(/[«»]/g, '')}\n`;
    const findings = findingsIn(text);
    assert.equal(marked(text, findings), `#!/bin/bash\n${row}\n`);
    assert.deepEqual(
      findings.map(({ args }) => `${args.language} ${args.effect}`),
      [told],
    );
  });
}

test('text of Go, of other programs, comments and words that only begin so are none', () => {
  const silent = [
    'echo $${a.b}',
    'echo %{ if x }',
    '%{ iffy }',
    '{% iff %}',
    'echo {% if x %}',
    'echo {{ end }}',
    'echo {{ else }}',
    'echo {{ range }}',
    'echo {{ json . }}',
    'echo {{ Name }}',
    'echo {{ 9 }}',
    '# {{ name }}',
    '# ${var.x}',
    'cat <<E\n{{ name }}\nE',
    'docker ps --format "{{ name }}"',
    'docker inspect -f "{{ name }}" c',
    'kubectl get -o go-template={{ a }}',
    'x --template={{ a }}',
    'x -f {{ a }}',
    "x -f '{{ a }}'",
    'x -o {{ a }}',
    'helm {{ a }}',
    'ansible -a {{ a }}',
    'jinja2 {{ a }}',
    'jinja {{ a }}',
    'j2 {{ a }}',
    'sed s/{{ a }}/b/',
    'perl {{ a }}',
    'awk {{ a }}',
    'grep {{ a }} f',
    'gomplate {{ a }}',
    'confd {{ a }}',
    'podman {{ a }}',
    'consul-template {{ a }}',
    'echo ${{ a }}',
    'echo {{ .A }} {{ b }}',
    'echo {{ a.b.c.d.e.f.g.h }}',
  ];
  for (const lines of silent) assert.equal(findingIn(lines), undefined, lines);
});

test('sh stops where bash fails, and ksh has names with dots', () => {
  const told = (lines: string, first: string) => {
    const finding = findingIn(lines, first);
    return finding && `${finding.args.effect} ${finding.severity}`;
  };
  assert.equal(told('echo ${var.name}', '#!/bin/bash'), 'fails warning');
  assert.equal(told('echo ${var.name}', '#!/bin/sh'), 'stops error');
  assert.equal(told('cat <<E\n${var.x}\nE', '#!/bin/sh'), 'fails warning');
  assert.equal(told('echo ${var.name}', '#!/bin/ksh'), undefined);
  assert.equal(told('echo $${HOME}', '#!/bin/ksh'), 'number warning');
});

test('what a shell does with it is said, and a long one is cut', () => {
  const told = (lines: string, first?: string) => {
    const finding = findingIn(lines, first);
    assert.ok(finding);
    return (['en', 'ko'] as const).map((language) => findingText(finding, language));
  };
  const [en, ko] = told('echo ${var.x}');
  assert.equal(en?.what, '“${var.x}” is syntax of Terraform templates: the command fails.');
  assert.equal(ko?.what, '‘${var.x}’ 표현은 Terraform 템플릿 문법이라, 명령이 실패합니다.');
  assert.match(`${en?.why}${ko?.why}`, /^A shell does not know it. Use the text that templatefile.*값을 채운 내용을/s);
  const [jinja, jinjaKo] = told('echo {{ x }}');
  assert.equal(jinja?.what, '“{{ x }}” is syntax of Jinja templates: the text stays as it is.');
  assert.match(`${jinja?.why}${jinjaKo?.why}`, /^A shell does not know it. Use the rendered text.*렌더링한 내용을/s);
  assert.match(told('echo ${var.x}', '#!/bin/sh')[0]?.what ?? '', /the script stops\.$/);
  assert.match(told('%{ if   x }')[0]?.what ?? '', /^“%\{ if x \}” .*runs in any case\.$/);
  assert.equal(findingIn(`echo {{ ${'a'.repeat(60)} }}`)?.args.word, `{{ ${'a'.repeat(37)}`);
});

test('a dollar sign too many goes where the variable is set', () => {
  const fixed = (lines: string) => {
    const fix = findingIn(lines)?.fix;
    return fix && applyFix(`#!/bin/bash\n${lines}\n`, fix).slice(12, -1);
  };
  assert.equal(fixed('x=1\necho a$${x}b'), 'x=1\necho a${x}b');
  assert.equal(fixed('echo $${HOME}'), undefined);
});

test('of comments it is looked at a bounded number', () => {
  const found = (comments: number) => findingsIn(`#!/bin/bash\n${'# {{ a }}\n'.repeat(comments)}echo {{ a }}\n`);
  assert.equal(found(1999).length, 1);
  assert.equal(found(2000).length, 0);
});
