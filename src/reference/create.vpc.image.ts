/** The parameters of the VPC `createServerInstances` that say what a server is made from: image and spec. */
import { conditional, text } from './parameters';
import type { CreateEntry } from './types';

export const imageParameters: readonly CreateEntry[] = [
  {
    ...text('memberServerImageInstanceNo', conditional),
    label: { en: 'My server image', ko: '내 서버 이미지' },
    hint: {
      en: 'An image made from one of your XEN or RHV servers.',
      ko: '보유한 XEN 또는 RHV 서버로 만든 이미지입니다.',
    },
    section: 'image',
    oneOf: 'image',
    rare: true,
    terraform: { argument: 'member_server_image_no' },
    toldAs: 'memberServerImageInstanceNo',
    source: {
      service: 'vserver',
      action: 'getMemberServerImageInstanceList',
      list: 'memberServerImageInstanceList',
      value: 'memberServerImageInstanceNo',
      label: ['memberServerImageName', 'memberServerImageDescription'],
    },
  },
  {
    ...text('serverImageNo', conditional),
    label: { en: 'Server image', ko: '서버 이미지' },
    hint: {
      en: 'The operating system to start with: KVM, XEN and RHV, also your own KVM images.',
      ko: '서버의 운영체제입니다. KVM, XEN, RHV에 사용하며 KVM의 내 서버 이미지도 포함합니다.',
    },
    section: 'image',
    oneOf: 'image',
    initial: 'first',
    terraform: { argument: 'server_image_number' },
    toldAs: 'serverImageNo',
    toldWith: 'serverSpecCode',
    source: {
      service: 'vserver',
      action: 'getServerImageList',
      list: 'serverImageList',
      value: 'serverImageNo',
      label: ['serverImageName', 'hypervisorType.code', 'serverImageDescription'],
    },
  },
  {
    ...text('serverImageProductCode', conditional),
    label: { en: 'Server image product', ko: '서버 이미지 상품' },
    hint: {
      en: 'The older way to name an image, for XEN and RHV only.',
      ko: '이미지를 지정하는 이전 방식으로, XEN과 RHV에만 사용할 수 있습니다.',
    },
    section: 'image',
    oneOf: 'image',
    rare: true,
    terraform: { argument: 'server_image_product_code' },
    toldAs: 'serverImageProductCode',
    source: {
      service: 'vserver',
      action: 'getServerImageProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'osInformation', 'productDescription'],
    },
  },
  {
    ...text('serverSpecCode', conditional),
    label: { en: 'Server spec', ko: '서버 스펙' },
    hint: {
      en: 'CPU and memory to go with the server image; the smallest when left out.',
      ko: '서버 이미지와 함께 사용하는 CPU와 메모리입니다. 비워 두면 가장 작은 스펙입니다.',
    },
    section: 'image',
    with: ['serverImageNo'],
    initial: 'first',
    terraform: { argument: 'server_spec_code' },
    toldAs: 'serverSpecCode',
    source: {
      service: 'vserver',
      action: 'getServerSpecList',
      list: 'serverSpecList',
      value: 'serverSpecCode',
      label: ['serverSpecCode', 'serverSpecDescription', 'hypervisorType.code'],
      needs: { serverImageNo: 'serverImageNo' },
      narrowedBy: { zoneCode: 'subnetNo@zoneCode' },
    },
  },
  {
    ...text('serverProductCode'),
    label: { en: 'Server spec product', ko: '서버 스펙 상품' },
    hint: {
      en: 'CPU and memory to go with an image product or your own image; the smallest when left out.',
      ko: '이미지 상품이나 내 서버 이미지와 함께 사용하는 스펙입니다. 비워 두면 가장 작은 스펙입니다.',
    },
    section: 'image',
    with: ['serverImageProductCode', 'memberServerImageInstanceNo'],
    initial: 'first',
    terraform: { argument: 'server_product_code' },
    toldAs: 'serverProductCode',
    source: {
      service: 'vserver',
      action: 'getServerProductList',
      list: 'productList',
      value: 'productCode',
      label: ['productName', 'productType.codeName', 'productCode'],
      narrowedBy: {
        serverImageProductCode: 'serverImageProductCode',
        memberServerImageInstanceNo: 'memberServerImageInstanceNo',
        zoneCode: 'subnetNo@zoneCode',
      },
    },
  },
];
