/** Image, spec, price plan and start-up script: what goes with what. */
import type { Form, Rules } from './form';
import { hypervisorOf, isMicro } from './kinds';
import { fieldNumber, fieldText } from './rows';
import { imageNames, systemName } from './systems';

export const imageRules = {
  imageMissing: {
    isAbsence: true,
    say: { en: 'Choose an image.', ko: '이미지를 선택하십시오.' },
    code: { classic: '900' },
    check: (form) =>
      given(form).length === 0
        ? [{ name: imageNames[form.environment][0], args: { names: imageNames[form.environment].join(', ') } }]
        : [],
  },
  imageTwice: {
    say: {
      en: ({ labels }) => `Give only one image; now there are several: ${labels('names')}.`,
      ko: ({ labels }) => `이미지는 하나만 지정하십시오. 지금은 여러 개(${labels('names')})입니다.`,
    },
    check(form) {
      const [first, second] = given(form);
      if (first === undefined || second === undefined) return [];
      // Classic does not say what it does with both, so that only VPC forbids it for certain.
      const severity = form.environment === 'vpc' ? 'error' : 'warning';
      return [{ name: second, severity, args: { names: given(form).join(', ') } }];
    },
  },
  specPartner: {
    say: {
      en: ({ labels }) =>
        `Choose a value for “${labels('expected')}”: “${labels('other')}” does not go with this image, so the smallest spec would be taken.`,
      ko: ({ labels }) =>
        `‘${labels('expected')}’ 값을 선택하십시오. ‘${labels('other')}’ 값은 이 이미지와 함께 사용할 수 없어 가장 작은 스펙이 사용됩니다.`,
    },
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
    say: {
      en: ({ arg }) => `Choose another spec: this one is for ${arg('spec')} and the image for ${arg('image')}.`,
      ko: ({ arg }) => `다른 스펙을 선택하십시오. 이 스펙은 ${arg('spec')}용이고 이미지는 ${arg('image')}용입니다.`,
    },
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
    say: {
      en: 'Choose the flat monthly rate (FXSUM): images with MSSQL are not sold by the hour.',
      ko: '월 정액 요금제(FXSUM)를 선택하십시오. MSSQL 이미지는 시간 요금제로 사용할 수 없습니다.',
    },
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
    say: {
      en: 'Choose the flat monthly rate (FXSUM) or a bigger spec: NCP does not sell Micro servers by the hour.',
      ko: '월 정액 요금제(FXSUM)를 선택하거나 더 큰 스펙을 선택하십시오. Micro 서버는 시간 요금제로 생성할 수 없습니다.',
    },
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
    say: {
      en: ({ arg }) =>
        `Choose a bigger spec: the image has ${arg('storages')} storages and Micro servers take no additional one.`,
      ko: ({ arg }) =>
        `더 큰 스펙을 선택하십시오. 이미지의 스토리지가 ${arg('storages')}개이며 Micro 서버는 추가 스토리지를 사용할 수 없습니다.`,
    },
    code: { classic: '10724' },
    check(form) {
      const storages = fieldNumber(form.row('memberServerImageNo'), 'memberServerImageBlockStorageTotalRows') ?? 0;
      if (storages <= 1 || !isMicro(form.row('serverProductCode'))) return [];
      return [{ name: 'serverProductCode', severity: 'warning', args: { storages } }];
    },
  },
  scriptOs: {
    say: {
      en: ({ arg }) =>
        `Choose a script for this operating system: the script is for ${systemName(arg('script'))}, the image is ${systemName(arg('os'))}.`,
      ko: ({ arg }) =>
        `운영체제에 맞는 스크립트를 선택하십시오. 스크립트는 ${systemName(arg('script'))}용이고 이미지는 ${systemName(arg('os'))}입니다.`,
    },
    check(form) {
      const script = fieldText(form.row('initScriptNo'), 'osType.code');
      const os = form.system;
      if (script === '' || os === undefined || script === os) return [];
      return [{ name: 'initScriptNo', severity: 'warning', args: { script, os } }];
    },
  },
  userDataUnsent: {
    say: {
      en: 'Remove the init script to use the user data: with both, only the init script runs.',
      ko: '사용자 데이터를 사용하려면 초기화 스크립트 선택을 해제하십시오. 둘 다 있으면 초기화 스크립트만 실행됩니다.',
    },
    check: (form) =>
      form.environment === 'classic' && form.all.userData && form.value('initScriptNo') !== ''
        ? [{ name: 'userData', severity: 'warning' }]
        : [],
  },
} as const satisfies Rules;

function given(form: Form): string[] {
  return imageNames[form.environment].filter((name) => form.value(name) !== '');
}
