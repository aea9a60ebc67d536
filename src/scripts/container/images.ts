/** Which container images come close to the server images of NCP. */

/** A container image, and the server image that it stands for. */
export interface ContainerImage {
  /** What the names of those server images hold: `ubuntu-22.04` of `ubuntu-22.04-base`, `rocky-8` of `rocky-8.10-gpu`. */
  readonly id: string;
  /** The same in every language. */
  readonly label: string;
  /** With its registry: `podman` asks which one is meant otherwise. */
  readonly reference: string;
  readonly packages: 'apt' | 'dnf';
  /** The day on which the pair was looked at. */
  readonly asOf: string;
}

const ubuntu = { packages: 'apt', asOf: '2026-11-30' } as const;
const rocky = { packages: 'dnf', asOf: '2026-11-30' } as const;

/** The newest first. */
export const containerImages: readonly ContainerImage[] = [
  { id: 'ubuntu-24.04', label: 'Ubuntu 24.04', reference: 'docker.io/library/ubuntu:24.04', ...ubuntu },
  { id: 'ubuntu-22.04', label: 'Ubuntu 22.04', reference: 'docker.io/library/ubuntu:22.04', ...ubuntu },
  { id: 'ubuntu-20.04', label: 'Ubuntu 20.04', reference: 'docker.io/library/ubuntu:20.04', ...ubuntu },
  { id: 'rocky-9', label: 'Rocky Linux 9', reference: 'docker.io/rockylinux/rockylinux:9', ...rocky },
  { id: 'rocky-8', label: 'Rocky Linux 8', reference: 'docker.io/rockylinux/rockylinux:8', ...rocky },
];

/** Words that only one of the families knows. */
const managers: Readonly<Record<ContainerImage['packages'], RegExp>> = {
  apt: /\b(?:apt|apt-get|dpkg|debconf-set-selections)\b/,
  dnf: /\b(?:dnf|yum|rpm|firewall-cmd)\b/,
};

/** The image that stands for a server image of that name; undefined where none does. */
export function imageLike(serverImage: string): ContainerImage | undefined {
  const name = serverImage.toLowerCase();
  return containerImages.find(({ id }) => {
    const place = name.indexOf(id);
    return place >= 0 && !/\d/.test(name.charAt(place + id.length));
  });
}

/** All images, those first that the script is likely meant for: by the name of its server image, or by what it installs with. */
export function imagesFor(script: string, serverImage = ''): ContainerImage[] {
  const like = imageLike(serverImage);
  const distance = (image: ContainerImage) => {
    if (image === like) return 0;
    return managers[image.packages].test(script) ? 1 : 2;
  };
  return containerImages.toSorted((a, b) => distance(a) - distance(b));
}
