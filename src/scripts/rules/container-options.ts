/** Which options of Docker, Podman and Compose take the next word. */
import { taking, takingAllBut } from '../commands/options';

/** Before the command. */
export const takesContainerValue = taking(
  '-H --host -c --context -l --log-level --config --connection --url --root -n --namespace',
);

/** Between `compose` and its command. */
export const takesComposeValue = taking(
  '-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress',
);

/** After `run` and `exec`: all that is not a mere flag. */
export const takesRunValue = takingAllBut(
  '-d --detach -i --interactive -t --tty -q --quiet -P --publish-all --rm --rmi --init --privileged --read-only --replace --no-healthcheck --sig-proxy --oom-kill-disable --disable-content-trust --no-hosts --env-host --help -T --no-TTY --service-ports --use-aliases --no-deps --remove-orphans --build',
);
