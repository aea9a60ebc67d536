/** Programs that want a terminal, and how they do without one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAsks, assertAsksNothing, severityOf } from './lines';

test('editors and programs with a screen', () => {
  assertAsks(
    [
      ['«vi» f', 'vi', ''],
      ['«vim» f', 'vim', ''],
      ['«nvim» f', 'nvim', ''],
      ['«vim» + f', 'vim', ''],
      ['«vim» --cmd x f', 'vim', ''],
      ['«vim» a-c', 'vim', ''],
      ['«vim» x+q', 'vim', ''],
      ['«vim» -R f', 'vim', ''],
      ['«nano» f', 'nano', ''],
      ['«pico» f', 'pico', ''],
      ['«emacs» f', 'emacs', ''],
      ['«less» f', 'less', ''],
      ['«more» f', 'more', ''],
      ['«htop»', 'htop', ''],
      ['«mc»', 'mc', ''],
      ['«vipw»', 'vipw', ''],
      ['«cfdisk»', 'cfdisk', ''],
      ['«ncdu»', 'ncdu', ''],
      ['«nmtui»', 'nmtui', ''],
      ['«alsamixer»', 'alsamixer', ''],
      ['«whiptail» --yesno x', 'whiptail', ''],
      ['«dialog» --msgbox x', 'dialog', ''],
    ],
    'needs-terminal',
  );
  assertAsksNothing(
    [
      'vim -c wq f',
      'vim -es f',
      'vim -s script',
      'vim -E f',
      'vim -S f',
      'vim +wq f',
      'nvim --headless f',
      'vim --version',
      'vim --help',
      'vim f < x',
      'vim -yx',
      'emacs --batch f',
      'emacs -batch f',
      'nano --version',
      'nano --help',
      'nano -V',
      'less < f',
    ],
    'needs-terminal',
  );
});

test('editors that a command opens', () => {
  assertAsks(
    [
      ['«top»', 'top', ''],
      ['«top» -n 1', 'top', ''],
      ['«top» -d b', 'top', ''],
      ['«visudo»', 'visudo', ''],
      ['«visudo» -f x', 'visudo', ''],
      ['«visudo» --file=x', 'visudo', ''],
      ['«visudo» -q', 'visudo', ''],
      ['«visudo» x-c', 'visudo', ''],
      ['«crontab» -e', 'crontab -e', ''],
      ['«crontab» -u app -e', 'crontab -e', ''],
      ['XEDITOR=x «crontab» -e', 'crontab -e', ''],
      ['«systemctl» edit x', 'systemctl edit', ''],
      ['«systemctl» --user edit x', 'systemctl edit', ''],
      ['XEDITOR=tee «systemctl» edit x', 'systemctl edit', ''],
    ],
    'needs-terminal',
  );
  assertAsksNothing(
    [
      'top -b',
      'top -bn1',
      'top --batch',
      'visudo -c',
      'visudo -cf x',
      'visudo --check',
      'visudo --version',
      'visudo -V',
      'visudo -h',
      'visudo --help',
      'crontab -l',
      'crontab f',
      'EDITOR=cat crontab -e',
      'sudo EDITOR=x crontab -e',
      'systemctl edit --stdin x',
      'EDITOR=tee systemctl edit x',
      'SYSTEMD_EDITOR=tee systemctl edit x',
      'systemctl restart edit',
      'systemctl',
    ],
    'needs-terminal',
  );
});

test('tmux and screen', () => {
  assertAsks(
    [
      ['«tmux»', 'tmux', ''],
      ['«tmux» new', 'tmux', ''],
      ['«tmux» new-session -s x', 'tmux', ''],
      ['«tmux» new -As x', 'tmux', ''],
      ['«tmux» a', 'tmux a', ''],
      ['«tmux» at', 'tmux at', ''],
      ['«tmux» attach -t x', 'tmux attach', ''],
      ['«tmux» attach-session', 'tmux attach-session', ''],
      ['«tmux» -L s new', 'tmux', ''],
      ['«tmux» -f c', 'tmux', ''],
      ['«tmux» -S s -c x attach', 'tmux attach', ''],
      ['«tmux» -T f new', 'tmux', ''],
      ['«tmux» new x-d', 'tmux', ''],
      ['«screen»', 'screen', ''],
      ['«screen» -S x', 'screen', ''],
      ['«screen» -r x', 'screen', ''],
      ['«screen» x-d', 'screen', ''],
    ],
    'needs-terminal',
  );
  assertAsksNothing(
    [
      'tmux new -d',
      'tmux new-session -d -s x',
      'tmux new -Ad',
      'tmux -V',
      'tmux ls',
      'tmux kill-server',
      'tmux attachx',
      'tmux newer',
      'tmux new -x 80 -d',
      'screen -dmS x c',
      'screen -d -m c',
      'screen -D x',
      'screen -S x -X quit',
      'screen -Q x',
      'screen -ls',
      'screen -list',
      'screen -wipe',
      'screen -help',
      'screen -v',
    ],
    'needs-terminal',
  );
});

test('containers', () => {
  assertAsks(
    [
      ['«docker run -it» x', 'docker run -it', '-t', 'docker run -i x'],
      ['«docker run -i -t» x', 'docker run -it', '-t', 'docker run -i x'],
      ['«docker run -ti» x', 'docker run -it', '-t', 'docker run -i x'],
      ['«docker run --interactive --tty» x', 'docker run -it', '-t', 'docker run --interactive x'],
      ['«docker exec -it» c sh', 'docker exec -it', '-t', 'docker exec -i c sh'],
      ['«docker exec -i -t» c sh', 'docker exec -it', '-t', 'docker exec -i c sh'],
      ['«podman run -it» x', 'podman run -it', '-t', 'podman run -i x'],
      ['«podman exec -it» c sh', 'podman exec -it', '-t', 'podman exec -i c sh'],
      ['«docker container run -it» x', 'docker run -it', '-t', 'docker container run -i x'],
      ['«docker container exec -it» c', 'docker exec -it', '-t', 'docker container exec -i c'],
      ['«docker --context p run -it» x', 'docker run -it', '-t', 'docker --context p run -i x'],
      ['«docker run --rm -it» --name c x', 'docker run -it', '-t', 'docker run --rm -i --name c x'],
      ['«docker run -iqt» x', 'docker run -it', '-t', 'docker run -iq x'],
      ['«docker run -qit» x', 'docker run -it', '-t', 'docker run -qi x'],
      ['«docker» run --tty=true -i x', 'docker run -it', ''],
      ['«docker run -t» -i x', 'docker run -it', '-t', 'docker run -i x'],
      ['«docker run --rm -ti» -v a:b x', 'docker run -it', '-t', 'docker run --rm -i -v a:b x'],
    ],
    'needs-terminal',
  );
  assertAsksNothing(
    [
      'docker run -itd x',
      'docker run -d -it x',
      'docker run --detach -it x',
      'docker run -i x',
      'docker run -t x',
      'docker run -e A=-t -i x',
      'docker run x -it',
      'docker ps -it',
      'docker run --name -t -i x',
    ],
    'needs-terminal',
  );
});

test('the first generation of Compose', () => {
  assertAsks(
    [
      ['«docker-compose run» web sh', 'docker-compose run', '-T', 'docker-compose run -T web sh'],
      ['«docker-compose exec» web sh', 'docker-compose exec', '-T', 'docker-compose exec -T web sh'],
      ['«docker-compose -f a run» web', 'docker-compose run', '-T', 'docker-compose -f a run -T web'],
      ['«docker-compose run» web -T', 'docker-compose run', '-T', 'docker-compose run -T web -T'],
      ['«docker-compose run» --rm web', 'docker-compose run', '-T', 'docker-compose run -T --rm web'],
    ],
    'needs-terminal',
  );
  assertAsksNothing(
    [
      'docker-compose run -T web',
      'docker-compose exec --no-TTY web',
      'docker-compose run -d web',
      'docker-compose run --detach web',
      'docker-compose run --help',
      'docker-compose up',
    ],
    'needs-terminal',
  );
});

test('Podman only warns, and the second generation of Compose may be meant', () => {
  assert.equal(severityOf('podman run -it x', 'needs-terminal'), 'information');
  assert.equal(severityOf('docker-compose exec web', 'needs-terminal'), 'information');
  assert.equal(severityOf('docker run -it x', 'needs-terminal'), 'warning');
});
