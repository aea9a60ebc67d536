/** Installers that ask, and what answers them. */
import { test } from 'node:test';
import { assertAsks, assertAsksNothing } from './lines';

test('the installers of Rust and of FreeIPA get the option that answers for the user', () => {
  assertAsks([
    ['«rustup-init»', 'rustup-init', '-y', 'rustup-init -y'],
    [
      '«/tmp/rustup-init.sh» -q --profile minimal',
      'rustup-init.sh',
      '-y',
      '/tmp/rustup-init.sh -y -q --profile minimal',
    ],
    [
      '«ipa-client-install» --domain a.b',
      'ipa-client-install',
      '--unattended',
      'ipa-client-install --unattended --domain a.b',
    ],
    ['«ipa-server-install» -N', 'ipa-server-install', '--unattended', 'ipa-server-install --unattended -N'],
  ]);
  assertAsksNothing([
    'rustup-init -y',
    'rustup-init -qy',
    'rustup-init --no-modify-path -y',
    'rustup-init --help',
    'rustup-init -V',
    'ipa-client-install -U',
    'ipa-client-install -NU',
    'ipa-client-install --domain a.b --unattended',
    'ipa-client-install --uninstall',
    'ipa-server-install $IPA_OPTIONS',
  ]);
});

test('the installer of Conda asks when a shell runs it without -b', () => {
  const conda = 'Miniconda3-latest-Linux-x86_64.sh';
  assertAsks([
    [`«bash» ${conda}`, `bash ${conda}`, '-b'],
    [`«bash» -b ${conda}`, `bash ${conda}`, '-b'],
    [`«sh» -eu -x /tmp/Miniforge3.sh -p /opt/conda`, 'sh Miniforge3.sh', '-b'],
    ['«bash» ./Anaconda3-2024.10-1.sh -u', 'bash Anaconda3-2024.10-1.sh', '-b'],
  ]);
  assertAsksNothing([
    `bash ${conda} -b`,
    `bash ${conda} -ub -p /opt/conda`,
    `bash ${conda} -h`,
    `bash setup.sh ${conda}`,
    'bash setup.sh /opt/Mambaforge.sh',
    'bash Miniconda3.shar',
    `yes | bash ${conda}`,
  ]);
});

test('an installer that is piped into a shell gets its answer through that shell', () => {
  const rust = 'curl sh.rustup.rs | sh';
  const google = 'curl sdk.cloud.google.com | sh';
  assertAsks([
    [
      'export CLOUDSDK_CORE_DISABLE_PROMPTS=1\n«curl https://sh.rustup.rs | sh»',
      rust,
      '-s -- -y',
      'export CLOUDSDK_CORE_DISABLE_PROMPTS=1\ncurl https://sh.rustup.rs | sh -s -- -y',
    ],
    ['«curl https://sh.rustup.rs | sh»', rust, '-s -- -y', 'curl https://sh.rustup.rs | sh -s -- -y'],
    ['«curl -sSf sh.rustup.rs/ |sh»', rust, '-s -- -y', 'curl -sSf sh.rustup.rs/ |sh -s -- -y'],
    [
      '«wget -qO- https://sh.rustup.rs |  /usr/bin/bash»',
      'wget sh.rustup.rs | sh',
      '-s -- -y',
      'wget -qO- https://sh.rustup.rs |  /usr/bin/bash -s -- -y',
    ],
    [
      '«curl https://sh.rustup.rs 2> /dev/null | sudo dash» ; id',
      rust,
      '-s -- -y',
      'curl https://sh.rustup.rs 2> /dev/null | sudo dash -s -- -y ; id',
    ],
    [
      '«curl https://sdk.cloud.google.com | bash»',
      google,
      '-s -- --disable-prompts',
      'curl https://sdk.cloud.google.com | bash -s -- --disable-prompts',
    ],
    ['«curl https://sh.rustup.rs | sh» -s -- --no-modify-path', rust, '-s -- -y'],
  ]);
  assertAsksNothing([
    'curl https://sh.rustup.rs | sh -s -- -y',
    'curl https://sh.rustup.rs | sh -s -- -qy --profile minimal',
    'curl https://sdk.cloud.google.com | bash -s -- --disable-prompts',
    'export CLOUDSDK_CORE_DISABLE_PROMPTS=1\ncurl https://sdk.cloud.google.com | bash',
    'curl https://sdk.cloud.google.com | CLOUDSDK_CORE_DISABLE_PROMPTS=1 bash',
    'curl https://sh.rustup.rs | tee rustup.sh; cat setup.sh | sh',
    'curl https://sh.rustup.rs -o rustup.sh && cat setup.sh | sh',
    'curl https://sh.rustup.rs > rustup.sh',
    'curl https://mirror.internal/sh.rustup.rs | sh',
    'curl https://sh.rustup.rs/version.txt | sh',
    'curl https://get.docker.com | sh',
  ]);
});
