// The tables refer to each other and to the docs correctly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Action,
  actionPath,
  actions,
  createParameters,
  type FieldType,
  findAction,
  findCreateParameter,
  roles,
  sections,
  shapes,
} from '../../../src/reference/index';

const environments = ['vpc', 'classic'] as const;

test('an action is once in the table and its class follows from its name', () => {
  assert.equal(new Set(actions.map((action) => actionPath(action))).size, actions.length);
  for (const action of actions) {
    const expected = action.name.startsWith('get')
      ? 'read'
      : /^(?:create|import)/.test(action.name)
        ? 'create'
        : 'state-checked';
    assert.equal(action.class, expected, action.name);
  }
});

test('an action without a class does not compile', () => {
  const { class: _, ...bare } = actions[0] as Action;
  // @ts-expect-error: how an action may be repeated is said of each
  const action: Action = bare;
  assert.equal(action.class, undefined);
});

test('every page is an address of the official docs', () => {
  const pages = [...actions, ...createParameters.vpc, ...createParameters.classic].map(({ page }) => page);
  for (const page of pages) assert.match(page, /^https:\/\/api\.ncloud-docs\.com\/docs\/[a-z-]+$/);
});

test('every action takes responseFormatType once and no parameter twice', () => {
  for (const action of actions) {
    const names = action.parameters.map((parameter) => parameter.name);
    assert.equal(new Set(names).size, names.length, action.name);
    assert.ok(names.includes('responseFormatType'), action.name);
  }
});

test('every VPC action but getRegionList takes regionCode', () => {
  for (const action of actions.filter(({ service }) => service === 'vserver' || service === 'vpc')) {
    const takes = action.parameters.some((parameter) => parameter.name === 'regionCode');
    assert.equal(takes, action.name !== 'getRegionList', action.name);
  }
});

test('an action is paged when it takes pageNo and pageSize', () => {
  for (const action of actions) {
    const names = action.parameters.map((parameter) => parameter.name);
    assert.equal(action.paged, names.includes('pageNo'), action.name);
    assert.equal(action.paged, names.includes('pageSize'), action.name);
  }
  assert.equal(findAction('vserver', 'getServerSpecList')?.paged, false);
  assert.equal(findAction('vserver', 'getServerInstanceList')?.paged, true);
});

test('createServerInstances has the create parameters as its parameters', () => {
  assert.equal(findAction('vserver', 'createServerInstances')?.parameters, createParameters.vpc);
  assert.equal(findAction('server', 'createServerInstances')?.parameters, createParameters.classic);
});

test('paths', () => {
  const path = (service: string, name: string) => {
    const action = findAction(service, name);
    return action && actionPath(action);
  };
  assert.equal(path('vserver', 'getServerInstanceList'), '/vserver/v2/getServerInstanceList');
  assert.equal(path('server', 'getZoneList'), '/server/v2/getZoneList');
  assert.equal(path('vpc', 'getVpcList'), '/vpc/v2/getVpcList');
  assert.equal(path('billing', 'getProductPriceList'), '/billing/v1/product/getProductPriceList');
  assert.equal(path('vserver', 'getNothing'), undefined);
});

test('every shape that an answer or a shape names exists', () => {
  const check = (type: FieldType, where: string): void => {
    if (typeof type === 'string') return;
    if ('shape' in type) assert.ok(shapes[type.shape], `${where}: ${type.shape}`);
    else check(type[0], where);
  };
  for (const action of actions) for (const type of Object.values(action.answer)) check(type, action.name);
  for (const [name, shape] of Object.entries(shapes)) for (const type of Object.values(shape)) check(type, name);
});

test('fields come in the order of the wire', () => {
  const vpc = Object.keys(shapes['vserver.ServerInstance'] ?? {});
  assert.deepEqual(vpc.slice(0, 3), ['serverInstanceNo', 'serverName', 'serverDescription']);
  assert.ok(vpc.indexOf('hypervisorType') < vpc.indexOf('serverImageNo'));
  assert.equal(vpc.length, 40, `${vpc.length} fields of a VPC server`);
  assert.equal(Object.keys(shapes['server.ServerInstance'] ?? {}).at(-1), 'blockDevicePartitionList');
});

for (const environment of environments) {
  test(`${environment}: sources name look-ups, lists, fields and parameters that exist`, () => {
    for (const { name, source } of createParameters[environment]) {
      if (source === undefined) continue;
      const action = findAction(source.service, source.action);
      assert.equal(action?.class, 'read', name);
      const type = action?.answer[source.list];
      assert.ok(Array.isArray(type), `${name}: ${source.list}`);
      const shape = shapes[(type[0] as { shape: string }).shape];
      for (const path of [source.value, ...source.label]) {
        const [field = '', part] = path.split('.');
        assert.ok(shape?.[field], `${name}: ${path}`);
        assert.equal(shape?.[field] === 'code', part !== undefined, `${name}: ${path}`);
      }
      const params = [
        source.fixed,
        source.needs,
        source.narrowedBy,
        ...(source.also ?? []),
        ...Object.values(source.fixedFor ?? {}),
      ];
      for (const param of params.flatMap((group) => Object.keys(group ?? {}))) {
        const generic = param.replace(/\.\d+$/, '.N');
        assert.ok(
          action?.parameters.some((parameter) => parameter.name === generic),
          `${name}: ${param}`,
        );
      }
      for (const from of Object.values({ ...source.needs, ...source.narrowedBy })) {
        const field = findCreateParameter(environment, from.split('@')[0] ?? '');
        assert.ok(field, `${name}: ${from}`);
        assert.equal(from.includes('@') && field.source === undefined, false, `${name}: ${from}`);
      }
    }
  });

  test(`${environment}: each role belongs to one parameter`, () => {
    const held = createParameters[environment].flatMap(({ role, name }) => (role === undefined ? [] : [[role, name]]));
    const expected = Object.entries(roles).filter(([role]) => environment === 'vpc' || role !== 'order');
    assert.deepEqual(Object.fromEntries(held), Object.fromEntries(expected));
    assert.equal(held.length, expected.length);
  });

  test(`${environment}: parameters refer to each other and to sections`, () => {
    for (const parameter of createParameters[environment]) {
      assert.ok(sections.includes(parameter.section), parameter.name);
      for (const other of parameter.with ?? []) assert.ok(findCreateParameter(environment, other), parameter.name);
      if (parameter.initial === 'first' || parameter.initial === 'newest') assert.ok(parameter.source, parameter.name);
      if (parameter.initial === 'newest') {
        const { service, action, list } = parameter.source ?? {};
        const rows = service && action && list ? findAction(service, action)?.answer[list] : undefined;
        const [row] = Array.isArray(rows) ? rows : [];
        assert.ok('createDate' in (shapes[row?.shape] ?? {}), parameter.name);
      }
      if (parameter.initial === 'next') assert.match(parameter.name, /\.N\./);
      if (parameter.pattern !== undefined)
        assert.doesNotThrow(() => new RegExp(parameter.pattern ?? ''), parameter.name);
    }
    for (const { name, enum: values = [], enumWords = {} } of createParameters[environment]) {
      for (const value of Object.keys(enumWords)) assert.ok(values.includes(value), `${name}: ${value}`);
    }
    const supplied = createParameters[environment].filter((parameter) => parameter.supplied).map(({ name }) => name);
    assert.deepEqual(supplied, environment === 'vpc' ? ['regionCode', 'responseFormatType'] : ['responseFormatType']);
  });
}
