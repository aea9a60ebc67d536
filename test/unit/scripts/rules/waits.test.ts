/** Commands that wait, by families: what is told, how sure it is, and what its fix writes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix, checkScript, type Finding, findingText } from '../../../../src/scripts/index';

const bash = '#!/bin/bash\n';

function findingsOf(script: string): Finding[] {
  return checkScript(`${bash}${script}\n`, { environment: 'vpc', osType: 'LNX' });
}

/** Each finding as `rule severity`. */
function told(script: string): string[] {
  return findingsOf(script).map(({ rule, severity }) => `${rule} ${severity}`);
}

/** The script after the fix of its only finding. */
function mended(script: string): string {
  const [finding, ...others] = findingsOf(script);
  assert.ok(finding?.fix && others.length === 0, script);
  return applyFix(`${bash}${script}\n`, finding.fix).slice(bash.length, -1);
}

const families: Readonly<Record<string, { readonly told: readonly string[]; readonly silent: readonly string[] }>> = {
  'endless-wait warning': {
    told: [
      'python3.12 -um http.server',
      '"$APP_HOME/venv/bin/python" manage.py runserver',
      'python3 /opt/$NAME/manage.py runserver',
      'django-admin runserver --settings shop.settings',
      'nohup gunicorn app:app',
      'sudo -Eu web npm run start:prod -- --port 80',
      'npm --prefix=/srv start',
      'docker --context prod compose --profile web up --build',
      'podman compose up',
      'docker service logs -f web',
      'kubectl logs --follow deploy/web',
      './mvnw -q spring-boot:run',
      'pipenv run flask run',
      'npx -y vite preview',
      'cd /srv && npm start | tee /var/log/npm.log',
      'if [ -e /srv/app ]; then caddy run; fi',
      'httpd -D FOREGROUND',
    ],
    silent: [
      'npm run start &',
      '{ cd /srv; npm start; } > /var/log/npm.log 2>&1 &',
      'timeout -k 5 60 npm start',
      'gunicorn $GUNICORN_ARGS app:app',
      'docker compose up $COMPOSE_OPTIONS',
      'docker compose up -d --build',
      'docker compose -f up.yml pull',
      'docker run --rm -p 80:80 -d nginx',
      'npm install start',
      'npm run build',
      'yarn add start',
      'python3 -m venv /opt/venv',
      'python3 -m pip install uvicorn',
      'uvicorn --help',
      'flask routes',
      'ssh -fN -o BatchMode=yes relay',
      'systemctl start nginx',
      'echo npm start',
      'pm2 logs --nostream',
    ],
  },
  'endless-wait information': {
    told: [
      'python3 app.py',
      'node /srv/server.mjs --port 80',
      'java -jar app.jar --server.port=80',
      'docker run -p 80:80 shop',
      'run() { uvicorn app:app; }',
      'mongod --dbpath /srv/db',
    ],
    silent: ['python3 app.py migrate', 'node seed.js', 'docker run --rm mysql mysqldump --version', 'java Main'],
  },
  'waits-for-input warning': {
    told: ['dnf -C module reset nginx', 'yum -q update-minimal', 'paru -Syu', 'conda env_x; conda remove -n x --all'],
    silent: [
      'dnf module info nginx',
      'dnf group info x',
      'conda install -qy numpy',
      'zypper --non-interactive dup',
      'CONDA_ALWAYS_YES=1 conda install numpy',
      'yes | zypper install nginx',
      'terraform apply -input=false "$PLAN"',
      'DEBIAN_FRONTEND=noninteractive dpkg-reconfigure tzdata',
    ],
  },
  'waits-for-input information': {
    told: ['[ -t 0 ] && read -r name', 'while [ -z "$x" ]; do read -rp x x; done', 'adduser web'],
    silent: ['if [ -t 0 ]; then read -rt 5 name; fi', 'while read -r l; do read -r m; done < /etc/hosts'],
  },
  'needs-terminal warning': {
    told: ['docker -H tcp://h run --rm -ti alpine', 'cat x | docker exec -i --tty db psql', 'screen -S a top'],
    silent: ['docker run --name it -d x', 'docker exec -e A=-it web true', 'screen -AdmS a sleep 1'],
  },
  'interactive-shell warning': {
    told: ['su -l web\nid', 'su -\nid', 'sudo su; id', 'sudo -E -s\nid', 'exec "$SHELL"\nid', '/bin/bash -l\nid'],
    silent: [
      'su web -c id\nid',
      'bash "$0"\nid',
      'sudo -su web id\nid',
      'echo id | bash -s\nid',
      'exec $SHELL',
      'sudo -i\n# end',
    ],
  },
  'unbounded-wait information': {
    told: [
      'until ping -c1 h; do sleep 1; done',
      'while ! test -e /x; do sleep 1; done',
      'while [ "$(state)" != ready ]; do if [ -e /v ]; then echo .; fi; sleep 1; done',
    ],
    silent: [
      'until ping -c1 h; do :; done',
      'until ping -c1 h; do sleep 1; i=$((i + 1)); [ $i -lt 9 ] || exit 1; done',
      'timeout 9 sh -c "until ping -c1 h; do sleep 1; done"',
      'while [ -e /lock ]; do sleep 1; done',
      'while read -r l; do sleep 1; done < /etc/hosts',
      'until ping -c1 h; do sleep 1; done &',
    ],
  },
};

for (const [name, { told: bad, silent }] of Object.entries(families)) {
  test(`${name}: told and silent`, () => {
    for (const script of bad) assert.deepEqual(told(script), [name], script);
    for (const script of silent) assert.deepEqual(told(script), [], script);
  });
}

test('a fix puts the option where the program takes it, and what it gives is silent', () => {
  for (const [script, wanted] of [
    ['docker compose -f a.yml up web', 'docker compose -f a.yml up -d web'],
    ['dnf -q group install "Dev Tools"', 'dnf -q group install -y "Dev Tools"'],
    ['pacman -Sy nginx', 'pacman -Sy --noconfirm nginx'],
    ['ufw reset', 'ufw --force reset'],
    ['docker exec -it -u root web ls', 'docker exec -i -u root web ls'],
    ['docker run --rm -i -t x', 'docker run --rm -i x'],
    ['curl -sSf https://sh.rustup.rs | sh # Rust', 'curl -sSf https://sh.rustup.rs | sh -s -- -y # Rust'],
    ['adduser --gecos "" web # apt', 'adduser --disabled-password --gecos "" web # apt'],
    ['sudo su -\nid', 'id'],
  ] as const) {
    assert.equal(mended(script), wanted);
    assert.deepEqual(told(wanted), [], wanted);
  }
});

test('a line is only removed where it stands alone and the script stays root', () => {
  for (const script of ['sudo su web\nid', 'if a; then\nsudo su\nfi\nid', 'f() {\nsudo su\n}\nid', 'sudo su; id'])
    assert.deepEqual(
      findingsOf(script).filter(({ fix }) => fix),
      [],
      script,
    );
});

test('of commands that stand in for each other the first is told, of others each', () => {
  const count = (script: string) => findingsOf(script).length;
  assert.equal(count('exec tail -f a 2> /dev/null || exec tail -f b ||\n  sleep infinity'), 1);
  assert.equal(count('tail -f a; tail -f b'), 2);
  assert.equal(count('tail -f a && tail -f b'), 2);
});

test('a guess and a replaced shell are told as what they are', () => {
  const said = (script: string, locale: 'en' | 'ko') => {
    const [finding] = findingsOf(script);
    assert.ok(finding);
    const { what, why } = findingText(finding, locale);
    return `${what} ${why}`;
  };
  assert.match(said('python3 app.py', 'en'), /^python3 app\.py may never end\. /);
  assert.match(said('python3 app.py', 'ko'), /^‘python3 app\.py’ 명령은 종료되지 않을 수 있습니다\. /);
  assert.match(said('npm start', 'en'), /^npm start never ends by itself\. /);
  assert.match(said('exec bash\nid', 'en'), /They never run\./);
  assert.match(said('sudo su\nid', 'en'), /They run as before once that shell has ended, or never\./);
});
