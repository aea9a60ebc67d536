/** Package managers: which of their commands ask, and what answers. */
import { test } from 'node:test';
import { assertAsks, assertAsksNothing } from './lines';

test('apt and its kin', () => {
  assertAsks([
    ['«apt install» x', 'apt install', '-y', 'apt install -y x'],
    ['«apt-get -q install» x', 'apt-get install', '-y', 'apt-get -q install -y x'],
    ['«apt-get -t stable install» x', 'apt-get install', '-y', 'apt-get -t stable install -y x'],
    ['«apt-get -o x install» y', 'apt-get install', '-y', 'apt-get -o x install -y y'],
    ['«apt reinstall» x', 'apt reinstall', '-y', 'apt reinstall -y x'],
    ['«apt remove» x', 'apt remove', '-y', 'apt remove -y x'],
    ['«apt-get purge» x', 'apt-get purge', '-y', 'apt-get purge -y x'],
    ['«apt-get upgrade»', 'apt-get upgrade', '-y', 'apt-get upgrade -y'],
    ['«apt-get dist-upgrade»', 'apt-get dist-upgrade', '-y', 'apt-get dist-upgrade -y'],
    ['«apt full-upgrade»', 'apt full-upgrade', '-y', 'apt full-upgrade -y'],
    ['«aptitude safe-upgrade»', 'aptitude safe-upgrade', '-y', 'aptitude safe-upgrade -y'],
    ['«apt autoremove»', 'apt autoremove', '-y', 'apt autoremove -y'],
    ['«apt autopurge»', 'apt autopurge', '-y', 'apt autopurge -y'],
    ['«apt-get build-dep» x', 'apt-get build-dep', '-y', 'apt-get build-dep -y x'],
    ['«nala install» x', 'nala install', '-y', 'nala install -y x'],
    ['«apt install» x-y', 'apt install', '-y', 'apt install -y x-y'],
    [
      '«apt-get install» --no-install-recommends x',
      'apt-get install',
      '-y',
      'apt-get install -y --no-install-recommends x',
    ],
    ['«apt-get --yesterday install» x', 'apt-get install', '-y', 'apt-get --yesterday install -y x'],
  ]);
  assertAsksNothing([
    'apt install -y x',
    'apt -y install x',
    'apt-get --yes install x',
    'apt-get --assume-yes install x',
    'apt-get --assume-no install',
    'apt-get --force-yes install x',
    'apt-get --trivial-only install x',
    'apt-get -s install x',
    'apt-get --simulate install',
    'apt-get --just-print install',
    'apt-get --dry-run upgrade',
    'apt-get --no-act upgrade',
    'apt-get --recon upgrade',
    'apt-get --print-uris install x',
    'apt-get install --help',
    'apt-get -q=2 install x',
    'apt-get -qq install x',
    'apt-get -qqq install x',
    'apt-get -qy install x',
    'apt-get -o APT::Get::Assume-Yes=true install x',
    'apt-get update',
    'apt list',
    'apt search install',
    'apt-get YES install',
    'apt-get install $APT_YES x',
    'echo "APT::Get::Assume-Yes \\"true\\";" > f\napt install x',
    'apt-get install -yqq x',
  ]);
});

test('yum and dnf', () => {
  assertAsks([
    ['«yum install» x', 'yum install', '-y', 'yum install -y x'],
    ['«yum module install» x', 'yum module install', '-y', 'yum module install -y x'],
    ['«dnf module enable» nodejs:20', 'dnf module enable', '-y', 'dnf module enable -y nodejs:20'],
    ['«dnf module disable» x', 'dnf module disable', '-y', 'dnf module disable -y x'],
    ['«dnf module reset» x', 'dnf module reset', '-y', 'dnf module reset -y x'],
    ['«dnf module remove» x', 'dnf module remove', '-y', 'dnf module remove -y x'],
    ['«dnf module switch-to» x', 'dnf module switch-to', '-y', 'dnf module switch-to -y x'],
    ['«dnf module update» x', 'dnf module update', '-y', 'dnf module update -y x'],
    ['«yum group install» x', 'yum group install', '-y', 'yum group install -y x'],
    ['«yum groups upgrade» x', 'yum groups upgrade', '-y', 'yum groups upgrade -y x'],
    ['«yum group update» x', 'yum group update', '-y', 'yum group update -y x'],
    ['«yum group remove» x', 'yum group remove', '-y', 'yum group remove -y x'],
    ['«dnf copr enable» x', 'dnf copr enable', '-y', 'dnf copr enable -y x'],
    ['«dnf copr disable» x', 'dnf copr disable', '-y', 'dnf copr disable -y x'],
    ['«dnf copr remove» x', 'dnf copr remove', '-y', 'dnf copr remove -y x'],
    ['«dnf history undo» 3', 'dnf history undo', '-y', 'dnf history undo -y 3'],
    ['«dnf history redo» 3', 'dnf history redo', '-y', 'dnf history redo -y 3'],
    ['«dnf history rollback» 3', 'dnf history rollback', '-y', 'dnf history rollback -y 3'],
    ['«dnf system-upgrade download»', 'dnf system-upgrade download', '-y', 'dnf system-upgrade download -y'],
    ['«yum localinstall» x', 'yum localinstall', '-y', 'yum localinstall -y x'],
    ['«yum update»', 'yum update', '-y', 'yum update -y'],
    ['«yum upgrade»', 'yum upgrade', '-y', 'yum upgrade -y'],
    ['«dnf distro-sync»', 'dnf distro-sync', '-y', 'dnf distro-sync -y'],
    ['«dnf swap» a b', 'dnf swap', '-y', 'dnf swap -y a b'],
    ['«dnf builddep» x', 'dnf builddep', '-y', 'dnf builddep -y x'],
    ['«yum erase» x', 'yum erase', '-y', 'yum erase -y x'],
    ['«yum -d 1 install» x', 'yum install', '-y', 'yum -d 1 install -y x'],
    ['«dnf5 install» x', 'dnf5 install', '-y', 'dnf5 install -y x'],
    ['«yum install» xy-y', 'yum install', '-y', 'yum install -y xy-y'],
    ['«yum --setopt=x install» y', 'yum install', '-y', 'yum --setopt=x install -y y'],
    ['«yum autoremove»', 'yum autoremove', '-y', 'yum autoremove -y'],
    ['«dnf upgrade-minimal»', 'dnf upgrade-minimal', '-y', 'dnf upgrade-minimal -y'],
  ]);
  assertAsksNothing([
    'yum -y install x',
    'yum install -y x',
    'yum --assumeyes install x',
    'yum --assumeno install x',
    'yum install --help x',
    'yum --setopt=assumeyes=1 install x',
    'yum -qy install x',
    'yum -h install',
    'dnf module list',
    'yum groups list',
    'dnf copr search x',
    'dnf history list',
    'dnf system-upgrade reboot',
    'yum makecache',
    'echo assumeyes=1 >> /etc/yum.conf\nyum install x',
    'yum x-y install',
    'yum list install',
  ]);
});

test('zypper', () => {
  assertAsks([
    ['«zypper install» x', 'zypper install', '-y', 'zypper install -y x'],
    ['«zypper rm» x', 'zypper rm', '-y', 'zypper rm -y x'],
    ['«zypper up»', 'zypper up', '-y', 'zypper up -y'],
    ['«zypper patch»', 'zypper patch', '-y', 'zypper patch -y'],
    ['«zypper dup»', 'zypper dup', '-y', 'zypper dup -y'],
    ['«zypper si» x', 'zypper si', '-y', 'zypper si -y x'],
    ['«zypper -q in» x', 'zypper in', '-y', 'zypper -q in -y x'],
    ['«zypper --root /mnt in» x', 'zypper in', '-y', 'zypper --root /mnt in -y x'],
  ]);
  assertAsksNothing([
    'zypper -n install x',
    'zypper --non-interactive in x',
    'zypper in -y x',
    'zypper in --no-confirm x',
    'zypper in --help',
    'zypper -h in',
    'zypper se x',
    'zypper ref',
    'zypper -qn in x',
  ]);
});

test('conda', () => {
  assertAsks([
    ['«conda install» x', 'conda install', '-y', 'conda install -y x'],
    ['«conda create» -n a', 'conda create', '-y', 'conda create -y -n a'],
    ['«mamba upgrade» x', 'mamba upgrade', '-y', 'mamba upgrade -y x'],
    ['«micromamba install» x', 'micromamba install', '-y', 'micromamba install -y x'],
    ['«conda -n a install» x', 'conda install', '-y', 'conda -n a install -y x'],
    ['«conda install» -c x y', 'conda install', '-y', 'conda install -y -c x y'],
  ]);
  assertAsksNothing([
    'conda install -y x',
    'conda install -yq x',
    'conda create --yes -n a',
    'conda update --json x',
    'conda remove --dry-run x',
    'conda clean -d',
    'conda clean -h',
    'conda uninstall --help',
    'conda list',
    'conda config --set always_yes true\nconda install x',
    'CONDA_ALWAYS_YES=1 conda install x',
  ]);
});

test('pip, flatpak and others', () => {
  assertAsks([
    ['«pip uninstall» x', 'pip uninstall', '-y', 'pip uninstall -y x'],
    ['«pip2 uninstall» x', 'pip2 uninstall', '-y', 'pip2 uninstall -y x'],
    ['«pip uninstall» x-y', 'pip uninstall', '-y', 'pip uninstall -y x-y'],
    ['«flatpak install» x', 'flatpak install', '-y', 'flatpak install -y x'],
    ['«flatpak uninstall» x', 'flatpak uninstall', '-y', 'flatpak uninstall -y x'],
    ['«amazon-linux-extras install» x', 'amazon-linux-extras install', '-y', 'amazon-linux-extras install -y x'],
    ['«amazon-linux-extras install» x-y', 'amazon-linux-extras install', '-y', 'amazon-linux-extras install -y x-y'],
  ]);
  assertAsksNothing([
    'pip uninstall -y x',
    'pip3 uninstall --yes x',
    'pip uninstall --help',
    'pip install x',
    'pip uninstall -qy x',
    'flatpak install -y x',
    'flatpak install --assumeyes x',
    'flatpak update --noninteractive',
    'flatpak install --help',
    'flatpak list',
    'flatpak install -yv x',
    'amazon-linux-extras install -y x',
    'amazon-linux-extras list',
  ]);
});

test('pacman asks but for a search and a refresh', () => {
  assertAsks([
    ['«pacman -S» x', 'pacman -S', '--noconfirm', 'pacman -S --noconfirm x'],
    ['«pacman -Syu»', 'pacman -Syu', '--noconfirm', 'pacman -Syu --noconfirm'],
    ['«pacman -Su»', 'pacman -Su', '--noconfirm', 'pacman -Su --noconfirm'],
    ['«pacman -R» x', 'pacman -R', '--noconfirm', 'pacman -R --noconfirm x'],
    ['«pacman -Rns» x', 'pacman -Rns', '--noconfirm', 'pacman -Rns --noconfirm x'],
    ['«pacman -U» x', 'pacman -U', '--noconfirm', 'pacman -U --noconfirm x'],
    ['«yay -S» x', 'yay -S', '--noconfirm', 'yay -S --noconfirm x'],
    ['«paru -S» x', 'paru -S', '--noconfirm', 'paru -S --noconfirm x'],
    ['«pacman -Sy» x', 'pacman -Sy', '--noconfirm', 'pacman -Sy --noconfirm x'],
  ]);
  assertAsksNothing([
    'pacman -S --noconfirm x',
    'pacman -Sy',
    'pacman -Rs -p x',
    'pacman -R --print x',
    'pacman -Ss x',
    'pacman -Si x',
    'pacman -Sl',
    'pacman -Sg',
    'pacman -Sp x',
    'pacman -Sh',
    'pacman -Q',
    'pacman x-S',
    'pacman -Sc',
    'pacman --noconfirm -S x',
    'sudo pacman -Syy',
  ]);
});
