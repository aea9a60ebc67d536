/** Image, spec, price plan and start-up script: what goes with what. */
import type { Form, Rules } from './form';
import { hypervisorOf, isMicro } from './kinds';
import { fieldNumber, fieldText } from './rows';
import { imageNames } from './systems';

export const imageRules = {
  imageMissing: {
    code: { classic: '900' },
    check: (form) =>
      given(form).length === 0
        ? [{ name: imageNames[form.environment][0], args: { names: imageNames[form.environment].join(', ') } }]
        : [],
  },
  imageTwice: {
    check(form) {
      const [first, second] = given(form);
      if (first === undefined || second === undefined) return [];
      // Classic does not say what it does with both, so that only VPC forbids it for certain.
      const severity = form.environment === 'vpc' ? 'error' : 'warning';
      return [{ name: second, severity, args: { names: given(form).join(', ') } }];
    },
  },
  specPartner: {
    check(form) {
      if (form.environment !== 'vpc' || given(form).length !== 1) return [];
      const byNumber = form.value('serverImageNo') !== '';
      const [expected, other] = byNumber
        ? ['serverSpecCode', 'serverProductCode']
        : ['serverProductCode', 'serverSpecCode'];
      if (form.value(expected) !== '' || !form.all[other]) return [];
      return [{ name: expected, severity: 'warning', args: { expected, other } }];
    },
  },
  specHypervisor: {
    check(form) {
      const image = hypervisorOf(form.row('serverImageNo'));
      const spec = hypervisorOf(form.row('serverSpecCode'));
      if (image !== undefined && spec !== undefined && image !== spec) {
        return [{ name: 'serverSpecCode', args: { image, spec } }];
      }
      if (form.environment === 'vpc' && fieldText(form.row('serverProductCode'), 'generationCode') === 'G3') {
        return [{ name: 'serverProductCode', args: { image: 'XEN, RHV', spec: 'KVM' } }];
      }
      return [];
    },
  },
  mssqlFee: {
    code: { classic: '10715' },
    check(form) {
      const image = [
        form.value('serverImageProductCode'),
        ...['dbKindCode', 'productName'].map((field) => fieldText(form.row('serverImageProductCode'), field)),
        ...['serverImageProductCode', 'serverImageName'].map((field) => fieldText(form.row('serverImageNo'), field)),
      ];
      if (!image.some((text) => /mssql/i.test(text)) || form.value('feeSystemTypeCode') === 'FXSUM') return [];
      // The refusal is documented for Classic only.
      return [{ name: 'feeSystemTypeCode', severity: form.environment === 'classic' ? 'error' : 'warning' }];
    },
  },
  microFee: {
    code: { vpc: '1101064' },
    check(form) {
      // Left out, the plan is the hourly one. That Classic refuses the two together is nowhere told.
      if (form.environment !== 'vpc' || form.value('feeSystemTypeCode') === 'FXSUM') return [];
      const specs = ['serverSpecCode', 'serverProductCode'];
      return specs.some((name) => form.value(name) !== '' && isMicro(form.row(name), form.value(name)))
        ? [{ name: 'feeSystemTypeCode' }]
        : [];
    },
  },
  microExtraStorage: {
    code: { classic: '10724' },
    check(form) {
      const storages = fieldNumber(form.row('memberServerImageNo'), 'memberServerImageBlockStorageTotalRows') ?? 0;
      if (storages <= 1 || !isMicro(form.row('serverProductCode'))) return [];
      return [{ name: 'serverProductCode', severity: 'warning', args: { storages } }];
    },
  },
  scriptOs: {
    check(form) {
      const script = fieldText(form.row('initScriptNo'), 'osType.code');
      const os = form.system;
      if (script === '' || os === undefined || script === os) return [];
      return [{ name: 'initScriptNo', severity: 'warning', args: { script, os } }];
    },
  },
  userDataUnsent: {
    check: (form) =>
      form.environment === 'classic' && form.all.userData && form.value('initScriptNo') !== ''
        ? [{ name: 'userData', severity: 'warning' }]
        : [],
  },
} as const satisfies Rules;

function given(form: Form): string[] {
  return imageNames[form.environment].filter((name) => form.value(name) !== '');
}
