/** Which options of package managers take the next word. */
import { taking } from '../commands/options';

export const takesAptValue = taking('-o -c -t -a --option --config-file --target-release --default-release');
export const takesYumValue = taking(
  '-c -d -e -x -R --config --releasever --enablerepo --disablerepo --exclude --installroot --setopt',
);
export const takesZypperValue = taking('-R -c -D -C --root');
export const takesCondaValue = taking('-n --name -p --prefix');
