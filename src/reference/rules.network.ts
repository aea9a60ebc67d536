/** Network interfaces, firewalls (ACG), addresses: VPC only, but for repeated firewalls. */
import type { Finding, Form, Rules } from './form';
import { isInBlock, isKept } from './ipv4';
import { fieldNumber, fieldText } from './rows';
import { repeated } from './rules.names';
import type { Locale } from './types';

const list = 'networkInterfaceList';

const usages: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { GEN: 'general servers', BM: 'bare metal servers', LOADB: 'load balancers', NATGW: 'NAT Gateway' },
  ko: { GEN: '일반', BM: '베어메탈', LOADB: '로드밸런서', NATGW: 'NAT Gateway' },
};

export const networkRules = {
  nicMissing: {
    isAbsence: true,
    say: {
      en: 'Add a network interface (networkInterfaceList): there is none yet, and a server needs one with a firewall (ACG).',
      ko: '네트워크 인터페이스(networkInterfaceList)를 추가하십시오. 서버에는 ACG를 지정한 네트워크 인터페이스가 하나 이상 필요합니다.',
    },
    check: (form) => (form.environment === 'vpc' && nics(form).length === 0 ? [{ name: list }] : []),
  },
  defaultNicMissing: {
    say: {
      en: 'Give one network interface the order 0.',
      ko: '기본 네트워크 인터페이스(순서 0)가 없습니다. networkInterfaceList에 추가하십시오.',
    },
    check(form) {
      const orders = nics(form).map((nic) => form.value(`${nic}.networkInterfaceOrder`));
      // An interface without its order is a missing value, which is told already.
      if (orders.length === 0 || orders.includes('0') || orders.includes('')) return [];
      return [{ name: `${nics(form)[0]}.networkInterfaceOrder` }];
    },
  },
  nicOrderTwice: {
    say: {
      en: ({ arg }) => `Give each network interface its own order; ${arg('value')} is taken.`,
      ko: ({ arg }) => `네트워크 인터페이스마다 다른 순서를 지정하십시오. ${arg('value')}번은 이미 있습니다.`,
    },
    check: (form) =>
      repeated(form, list, 'networkInterfaceOrder').map(({ name, value }) => ({ name, args: { value } })),
  },
  tooManyNics: {
    say: {
      en: ({ arg }) => `Use at most ${arg('limit')} network interfaces; there are ${arg('actual')}.`,
      ko: ({ arg }) => `네트워크 인터페이스를 ${arg('limit')}개 이하로 줄이십시오. 지금은 ${arg('actual')}개입니다.`,
    },
    check(form) {
      const spec = fieldNumber(form.row('serverSpecCode'), 'networkInterfaceMaxCount');
      const limit = Math.min(3, spec ?? 3);
      const [last] = nics(form).slice(-1);
      if (last === undefined || nics(form).length <= limit) return [];
      return [{ name: `${last}.networkInterfaceOrder`, args: { limit, actual: nics(form).length } }];
    },
  },
  acgMissing: {
    isAbsence: true,
    say: { en: 'Choose at least one firewall (ACG).', ko: 'ACG를 하나 이상 선택하십시오.' },
    check: (form) =>
      [...acgs(form)]
        .filter(([nic, names]) => form.value(`${nic}.networkInterfaceNo`) === '' && names.length === 0)
        .map(([nic]) => ({ name: `${nic}.accessControlGroupNoList.1` })),
  },
  acgTwice: {
    say: {
      en: ({ arg }) => `Choose the firewall ${arg('value')} only once.`,
      ko: ({ arg }) => `‘${arg('value')}’ ACG가 중복되었습니다. 다른 ACG를 선택하십시오.`,
    },
    check(form) {
      const groups = [
        ...acgs(form).values(),
        form.names.filter((name) => name.startsWith('accessControlGroupConfigurationNoList.')),
      ];
      return groups.flatMap((names) => {
        const seen = new Set<string>();
        return names
          .filter((name) => seen.size === seen.add(form.value(name)).size)
          .map((name): Finding => ({ name, severity: 'warning', args: { value: form.value(name) } }));
      });
    },
  },
  otherVpc: {
    say: {
      en: ({ label, arg }) => `Choose “${label}” from VPC ${arg('vpc')}; this one is in VPC ${arg('own')}.`,
      ko: ({ label, arg }) =>
        `VPC ${arg('vpc')}에 있는 ‘${label}’ 값을 선택하십시오. 지금 값은 VPC ${arg('own')}에 있습니다.`,
    },
    check(form) {
      const vpc = form.value('vpcNo');
      const picked = form.names.filter((name) => /(?:^|\.)subnetNo$|\.accessControlGroupNoList\.\d+$/.test(name));
      return picked.flatMap((name): Finding[] => {
        const own = fieldText(form.row(name), 'vpcNo');
        return vpc === '' || own === '' || own === vpc ? [] : [{ name, args: { vpc, own } }];
      });
    },
  },
  subnetUsage: {
    say: {
      en: ({ arg }) =>
        `Choose a subnet for ${usages.en[arg('expected')] ?? arg('expected')} (${arg('expected')}); this one is for ${usages.en[arg('usage')] ?? 'something else'} (${arg('usage')}).`,
      ko: ({ arg }) =>
        `${usages.ko[arg('expected')] ?? arg('expected')}(${arg('expected')}) 용도의 Subnet을 선택하십시오. 지금 Subnet의 용도는 ${usages.ko[arg('usage')] ?? '다른 용도'}(${arg('usage')})입니다.`,
    },
    check(form) {
      const usage = fieldText(form.row('subnetNo'), 'usageType.code');
      const metal = form.kinds.length === 1 && form.kinds[0] === 'BM';
      if (usage === '' || form.kinds.length === 4 || usage === (metal ? 'BM' : 'GEN')) return [];
      return [{ name: 'subnetNo', severity: 'warning', args: { usage, expected: metal ? 'BM' : 'GEN' } }];
    },
  },
  nicSubnetMissing: {
    isAbsence: true,
    say: {
      en: 'Choose the subnet of the additional network interface.',
      ko: '추가 네트워크 인터페이스의 Subnet을 선택하십시오.',
    },
    check: (form) =>
      nics(form)
        .filter(
          (nic) =>
            form.value(`${nic}.subnetNo`) === '' &&
            form.value(`${nic}.networkInterfaceNo`) === '' &&
            ['1', '2'].includes(form.value(`${nic}.networkInterfaceOrder`)),
        )
        .map((nic) => ({ name: `${nic}.subnetNo` })),
  },
  ipOutsideSubnet: {
    say: {
      en: ({ arg }) => `Enter an address of the subnet ${arg('block')}; ${arg('ip')} is outside.`,
      ko: ({ arg }) => `Subnet ${arg('block')} 안의 주소를 입력하십시오. ${arg('ip')} 주소는 범위 밖입니다.`,
    },
    check: (form) =>
      addresses(form).flatMap(({ name, ip, block }): Finding[] =>
        isInBlock(ip, block) === false ? [{ name, args: { ip, block } }] : [],
      ),
  },
  ipKept: {
    say: {
      en: ({ arg }) =>
        `Enter another address: NCP keeps the first six and the last one of the subnet ${arg('block')} for itself, and ${arg('ip')} is one of them.`,
      ko: ({ arg }) =>
        `다른 주소를 입력하십시오. Subnet ${arg('block')}의 처음 6개와 마지막 주소는 NCP가 사용하며, ${arg('ip')} 주소가 여기에 속합니다.`,
    },
    check: (form) =>
      addresses(form).flatMap(({ name, ip, block }): Finding[] =>
        isKept(ip, block) ? [{ name, args: { ip, block } }] : [],
      ),
  },
  ipTwice: {
    say: {
      en: ({ arg }) => `Use the address ${arg('value')} only once.`,
      ko: ({ arg }) => `‘${arg('value')}’ 주소가 중복되었습니다. 다른 주소를 입력하십시오.`,
    },
    check: (form) => repeated(form, list, 'ip').map(({ name, value }) => ({ name, args: { value } })),
  },
  oneServerOnly: {
    say: {
      en: ({ label, arg }) => `Make one server or leave out “${label}”; it cannot be shared by ${arg('count')}.`,
      ko: ({ label }) =>
        `서버 1대를 생성할 때만 지정할 수 있습니다. 서버 수를 1로 바꾸거나 ‘${label}’ 항목을 지정하지 마십시오.`,
    },
    check: (form) =>
      form.count <= 1
        ? []
        : [
            ...nics(form).flatMap((nic) => [`${nic}.ip`, `${nic}.networkInterfaceNo`]),
            ...(form.value('associateWithPublicIp') === 'true' ? ['associateWithPublicIp'] : []),
          ]
            .filter((name) => form.value(name) !== '')
            .map((name) => ({ name, args: { count: form.count } })),
  },
  publicIpSubnet: {
    say: {
      en: ({ arg }) => `Choose a public subnet or leave out the public IP; this subnet is ${arg('type')}.`,
      ko: ({ arg }) =>
        `Public Subnet을 선택하거나 새 공인 IP 할당을 해제하십시오. 지금 Subnet의 유형은 ${arg('type')}입니다.`,
    },
    check(form) {
      const first = nics(form).find((nic) => form.value(`${nic}.networkInterfaceOrder`) === '0');
      const own = form.value(`${first}.subnetNo`) === '' ? 'subnetNo' : `${first}.subnetNo`;
      const type = fieldText(form.row(own), 'subnetType.code');
      if (form.value('associateWithPublicIp') !== 'true' || type === '' || type === 'PUBLIC') return [];
      return [{ name: 'associateWithPublicIp', args: { type } }];
    },
  },
  existingNicOnKvm: {
    say: {
      en: 'Prefer a new network interface: NCP is known to fail with an existing one on KVM.',
      ko: '새 네트워크 인터페이스를 권장합니다. KVM에서 기존 인터페이스는 실패하는 사례가 있습니다.',
    },
    check: (form) =>
      form.kinds.length === 1 && form.kinds[0] === 'KVM'
        ? nics(form)
            .map((nic) => `${nic}.networkInterfaceNo`)
            .filter((name) => form.value(name) !== '')
            .map((name): Finding => ({ name, severity: 'warning' }))
        : [],
  },
} as const satisfies Rules;

/** The interfaces of the form: `networkInterfaceList.1`, … */
function nics(form: Form): string[] {
  return form.environment === 'vpc' ? form.items(list).map((index) => `${list}.${index}`) : [];
}

/** The fixed addresses, each with the block of its subnet as far as that is known. */
function addresses(form: Form): { name: string; ip: string; block: string }[] {
  return nics(form).map((nic) => {
    const own = form.value(`${nic}.subnetNo`) !== '';
    const block = fieldText(form.row(own ? `${nic}.subnetNo` : 'subnetNo'), 'subnet');
    return { name: `${nic}.ip`, ip: form.value(`${nic}.ip`), block };
  });
}

/** The names of the firewalls of each interface, in one pass: a preset of somebody else may hold ten thousand. */
function acgs(form: Form): Map<string, string[]> {
  const groups = new Map(nics(form).map((nic): [string, string[]] => [nic, []]));
  for (const name of form.names) {
    const [nic = '', place] = name.split('.accessControlGroupNoList.');
    if (place !== undefined) groups.get(nic)?.push(name);
  }
  return groups;
}
