/** Network interfaces, firewalls (ACG), addresses: VPC only, but for repeated firewalls. */
import type { Finding, Form, Rules } from './form';
import { isInBlock, isKept } from './ipv4';
import { fieldNumber, fieldText } from './rows';
import { repeated } from './rules.names';

const list = 'networkInterfaceList';

export const networkRules = {
  defaultNicMissing: {
    check(form) {
      const orders = nics(form).map((nic) => form.value(`${nic}.networkInterfaceOrder`));
      // An interface without its order is a missing value, which is told already.
      if (form.environment !== 'vpc' || orders.includes('0') || orders.includes('')) return [];
      return [{ name: `${nics(form)[0] ?? `${list}.1`}.networkInterfaceOrder` }];
    },
  },
  nicOrderTwice: {
    check: (form) =>
      repeated(form, list, 'networkInterfaceOrder').map(({ name, value }) => ({ name, args: { value } })),
  },
  tooManyNics: {
    check(form) {
      const spec = fieldNumber(form.row('serverSpecCode'), 'networkInterfaceMaxCount');
      const limit = Math.min(3, spec ?? 3);
      const [last] = nics(form).slice(-1);
      if (last === undefined || nics(form).length <= limit) return [];
      return [{ name: `${last}.networkInterfaceOrder`, args: { limit, actual: nics(form).length } }];
    },
  },
  acgMissing: {
    check: (form) =>
      nics(form)
        .filter((nic) => form.value(`${nic}.networkInterfaceNo`) === '' && acgs(form, nic).length === 0)
        .map((nic) => ({ name: `${nic}.accessControlGroupNoList.1` })),
  },
  acgTwice: {
    check(form) {
      const groups = [
        ...nics(form).map((nic) => acgs(form, nic)),
        form.names.filter((name) => name.startsWith('accessControlGroupConfigurationNoList.')),
      ];
      return groups.flatMap((names) => {
        const values = names.map((name) => form.value(name));
        return names
          .filter((_, place) => values.indexOf(values[place] ?? '') < place)
          .map((name): Finding => ({ name, severity: 'warning', args: { value: form.value(name) } }));
      });
    },
  },
  otherVpc: {
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
    check(form) {
      const usage = fieldText(form.row('subnetNo'), 'usageType.code');
      const metal = form.kinds.length === 1 && form.kinds[0] === 'BM';
      if (usage === '' || form.kinds.length === 4 || usage === (metal ? 'BM' : 'GEN')) return [];
      return [{ name: 'subnetNo', severity: 'warning', args: { usage, expected: metal ? 'BM' : 'GEN' } }];
    },
  },
  nicSubnetMissing: {
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
    check: (form) =>
      addresses(form).flatMap(({ name, ip, block }): Finding[] =>
        isInBlock(ip, block) === false ? [{ name, args: { ip, block } }] : [],
      ),
  },
  ipKept: {
    check: (form) =>
      addresses(form).flatMap(({ name, ip, block }): Finding[] =>
        isKept(ip, block) ? [{ name, args: { ip, block } }] : [],
      ),
  },
  ipTwice: {
    check: (form) => repeated(form, list, 'ip').map(({ name, value }) => ({ name, args: { value } })),
  },
  oneServerOnly: {
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
    check(form) {
      const first = nics(form).find((nic) => form.value(`${nic}.networkInterfaceOrder`) === '0');
      const own = form.value(`${first}.subnetNo`) === '' ? 'subnetNo' : `${first}.subnetNo`;
      const type = fieldText(form.row(own), 'subnetType.code');
      if (form.value('associateWithPublicIp') !== 'true' || type === '' || type === 'PUBLIC') return [];
      return [{ name: 'associateWithPublicIp', args: { type } }];
    },
  },
  existingNicOnKvm: {
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

function acgs(form: Form, nic: string): string[] {
  return form.names.filter((name) => name.startsWith(`${nic}.accessControlGroupNoList.`));
}
