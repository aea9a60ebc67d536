/** Labels and hints in English. */
import type { FieldText, FieldTexts } from './text';

const shared = {
  feeSystemTypeCode: [
    'Price plan',
    'MTRAT bills by the hour, FXSUM a flat monthly rate; MTRAT when left out. Micro servers of VPC need FXSUM.',
  ],
  isProtectServerTermination: ['Termination protection', 'While it is on, the server cannot be terminated.'],
  raidTypeName: ['RAID', 'Needed for bare metal: 5 is RAID 5, 1 is RAID 1+0.'],
  'blockDevicePartitionList.N.mountPoint': [
    'Mount point',
    'Bare metal only; the first is /, others are / with a name of a–z and 0–9 that starts with a letter.',
  ],
  'blockDevicePartitionList.N.partitionSize': [
    'Partition size (GiB)',
    'At least 50; the last partition takes what remains of the disk.',
  ],
  responseFormatType: ['Answer format', 'xml or json; xml when left out.'],
} as const satisfies Readonly<Record<string, FieldText>>;

export const englishFields: FieldTexts = {
  sections: {
    basics: 'Basics',
    image: 'Image and spec',
    network: 'Network',
    storage: 'Storage',
    access: 'Access',
    script: 'Start-up script',
    protection: 'Protection and billing',
    advanced: 'Advanced',
  },
  vpc: {
    ...shared,
    regionCode: ['Region', 'The first region of the account when left out.'],
    memberServerImageInstanceNo: ['My server image', 'An image made from one of your XEN or RHV servers.'],
    serverImageNo: ['Server image', 'The operating system to start with: KVM, XEN and RHV, also your own KVM images.'],
    serverImageProductCode: ['Server image product', 'The older way to name an image, for XEN and RHV only.'],
    serverSpecCode: ['Server spec', 'CPU and memory to go with the server image; the smallest when left out.'],
    serverProductCode: [
      'Server spec product',
      'CPU and memory to go with an image product or your own image; the smallest when left out.',
    ],
    vpcNo: ['VPC', 'The private network that the server joins.'],
    subnetNo: ['Subnet', 'Where the first network interface lives; it also decides the zone.'],
    isEncryptedBaseBlockStorageVolume: ['Encrypt the base storage', 'Takes effect for RHV images only.'],
    serverCreateCount: [
      'How many',
      '1 or more; sources give 10, 20 or 100 as the most. A public IP can only be had with one.',
    ],
    serverCreateStartNo: [
      'First serial number',
      '0–999; three digits are added to the name when there are several servers.',
    ],
    serverName: [
      'Name',
      '3–30 (with Windows 15) of a–z, 0–9 and -, starting with a letter, ending in a letter or digit; if NCP’s answer is lost, the server is looked up by it.',
    ],
    'networkInterfaceList.N.networkInterfaceOrder': [
      'Order of the interface',
      '0 is the default interface (eth0), 1 and 2 are further ones.',
    ],
    'networkInterfaceList.N.networkInterfaceNo': [
      'Existing network interface',
      'Attaches an interface that is not in use, with its address and firewalls.',
    ],
    'networkInterfaceList.N.subnetNo': [
      'Subnet of the interface',
      'The subnet of the server when left out for the default interface.',
    ],
    'networkInterfaceList.N.ip': [
      'Private IP',
      'A free IPv4 address of the subnet but for its first six and its last, for one server only; the next free one when left out.',
    ],
    'networkInterfaceList.N.accessControlGroupNoList.N': [
      'Firewall (ACG)',
      '1–3 for each new network interface; they say which traffic gets through.',
    ],
    placementGroupNo: ['Placement group', 'Keeps the servers of a group on different hardware.'],
    serverDescription: ['Description', 'Up to 1,000 bytes; a Korean letter takes 3.'],
    initScriptNo: ['Init script', 'Runs once at the first start; it must suit the operating system.'],
    loginKeyName: [
      'Login key',
      'Reveals the first password of the server. Left out, NCP takes the newest key; the form preselects it.',
    ],
    associateWithPublicIp: [
      'New public IP',
      'Only for one server in a public subnet; it is billed until it is released.',
    ],
    'blockStorageMappingList.N.order': [
      'Order of the storage',
      '0 is the base storage, best one in each list, 1–20 are additional ones; KVM only. The form takes the next free number.',
    ],
    'blockStorageMappingList.N.snapshotInstanceNo': [
      'Snapshot',
      'The storage starts with its content; the base storage needs a bootable one.',
    ],
    'blockStorageMappingList.N.blockStorageSize': [
      'Storage size (GB)',
      'Digits only; the volume type sets the least and the most.',
    ],
    'blockStorageMappingList.N.blockStorageName': [
      'Storage name',
      '3–30 of a–z, 0–9 and -, starting with a letter; NCP picks one when left out.',
    ],
    'blockStorageMappingList.N.blockStorageVolumeTypeCode': [
      'Volume type',
      'CB1 and CB2 are common, FB1 and FB2 are fast; left out, the base storage is CB1. It cannot be changed later.',
    ],
    'blockStorageMappingList.N.noBlockStorage': ['Leave the storage out', 'Drops this storage of the image.'],
    'blockStorageMappingList.N.emptyBlockStorage': [
      'Start empty',
      'Makes a new, empty storage in place of that of the image.',
    ],
    fabricClusterPoolNo: ['GPU fabric cluster pool', 'For GPU servers on KVM or bare metal.'],
    isPreInstallGpuDriver: [
      'Install the GPU driver',
      'Lets NCP install the driver; for a KVM image and spec with GPU.',
    ],
  },
  classic: {
    ...shared,
    serverImageProductCode: ['Server image', '1–20 characters; either this or one of your own images.'],
    serverProductCode: ['Server spec', 'CPU, memory and disk, 1–20 characters; the smallest when left out.'],
    memberServerImageNo: ['My server image', 'An image made from one of your own servers.'],
    serverName: [
      'Name',
      '3–30 characters (with Windows 15), best a–z, 0–9 and -; if NCP’s answer is lost, the server is looked up by it.',
    ],
    serverDescription: ['Description', '1–1,000 bytes; a Korean letter takes 3.'],
    loginKeyName: [
      'Login key',
      '3–30 characters; it is needed to see the administrator password. Left out, NCP takes the newest key; the form preselects it.',
    ],
    serverCreateCount: ['How many', '1–20 servers at once.'],
    serverCreateStartNo: [
      'First serial number',
      'Three digits added to the name of several servers; together with their number at most 1,000.',
    ],
    zoneNo: ['Zone', 'Where the server is made; NCP picks one when left out.'],
    'accessControlGroupConfigurationNoList.N': ['Firewall (ACG)', 'Up to 5; the default one when left out.'],
    userData: [
      'User data',
      'A script for the first start, up to 16,383 bytes (21,847 as base64); not run when an init script is given.',
    ],
    initScriptNo: ['Init script', 'Runs once at the first start, in place of user data.'],
    'instanceTagList.N.tagKey': ['Tag', 'The key of a tag; each key only once.'],
    'instanceTagList.N.tagValue': ['Tag value', 'Goes with the key of the tag.'],
    isVaccineInstall: ['Install antivirus', 'For Windows on bare metal only; on when left out.'],
  },
};
