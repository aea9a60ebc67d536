// Images and specs as look-ups tell them, some of them hardly to be told apart.
import type { Row, Source } from '../../src/reference/index';

export const images: Source = {
  service: 'vserver',
  action: 'getServerImageList',
  list: 'serverImageList',
  value: 'serverImageNo',
  label: ['serverImageName', 'hypervisorType.code', 'serverImageDescription'],
};
export const specs: Source = {
  service: 'vserver',
  action: 'getServerSpecList',
  list: 'serverSpecList',
  value: 'serverSpecCode',
  label: ['serverSpecCode', 'serverSpecDescription'],
};

export const rows: Row[] = [
  { serverImageNo: '1', serverImageName: 'ubuntu-22.04', hypervisorType: { code: 'KVM' }, serverImageDescription: '' },
  { serverImageNo: '2', serverImageName: 'ubuntu-22.04', hypervisorType: { code: 'XEN' }, serverImageDescription: '' },
  { serverImageNo: '3', serverImageName: 'rocky-8.10', hypervisorType: { code: 'KVM' }, serverImageDescription: 'R' },
  { serverImageName: 'has no number' },
];
