/** How the arguments of containers, package scripts and tunnels tell that a program goes on until it is stopped. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foregroundPrograms } from '../../../../../src/scripts/rules/waits/foreground';
import { assertEnds, assertTold } from './lines';

test('a container in the foreground keeps on when it serves', () => {
  assertTold([
    ['docker run nginx', 'docker run ?'],
    ['docker run --rm --name web docker.io/library/nginx:1.27', 'docker run ?'],
    ['podman run redis@sha256:0123abcd', 'podman run ?'],
    ['docker -H tcp://db:2375 container run mysql', 'docker run ?'],
    ['docker run -p 80:80 shop', 'docker run ?'],
    ['docker run -P shop serve', 'docker run ?'],
    ['docker run --publish 80:80 shop', 'docker run ?'],
    ['docker run --publish-all shop', 'docker run ?'],
    ['nerdctl attach web', 'nerdctl attach'],
  ]);
  assertEnds([
    'docker',
    'docker run shop',
    'docker run shop/tools:nginx',
    'docker run mynginx',
    'docker run nginx nginx -t',
    'docker run -e NAME=web',
    'docker run -d nginx',
    'docker run -p 80:80 --detach shop',
    'docker run -p 80:80 --help',
    'docker pull nginx',
    'docker service create nginx',
    'docker attach --help',
  ]);
});

test('the log, the events and the figures of containers are followed until their reader ends', () => {
  assertTold([
    ['docker logs -f web', 'docker logs -f …'],
    ['docker logs -tf web', 'docker logs -f …'],
    ['docker logs -ft web', 'docker logs -f …'],
    ['docker container logs --follow web', 'docker logs -f …'],
    ['docker service logs --follow=true web', 'docker logs -f …'],
    ['docker events --filter label=x--until', 'docker events …'],
    ['docker stats web--no-stream', 'docker stats …'],
    ['docker compose logs -f', 'docker compose logs -f …'],
    ['docker-compose -f prod.yml logs --tail 5 --follow web', 'docker-compose logs -f …'],
  ]);
  assertEnds([
    'docker logs web',
    'docker logs web-f',
    'docker logs --follow=false web',
    'docker logs --since 5m web',
    'docker logs -n5.frames web',
    'docker events --since 1h --until 1m',
    'docker events --help',
    'docker stats --no-stream web',
    'docker compose -f prod.yml logs web',
    'docker compose -pfront logs web',
  ]);
});

test('Compose keeps on unless it detaches, which an option after its verb does', () => {
  assertTold([
    ['docker compose up', 'docker compose up + up -d'],
    ['docker compose -f prod.yml --profile web up --build web-d', 'docker compose up + up -d'],
    ['docker compose -f dev.yml -p dev up', 'docker compose up + up -d'],
    ['docker-compose --env-file .env up', 'docker-compose up + up -d'],
    ['podman-compose -phd up', 'podman-compose up + up -d'],
    ['docker compose up --wait-timeout 60', 'docker compose up + up -d'],
    ['docker compose up web--detach', 'docker compose up + up -d'],
    ['docker compose watch', 'docker compose watch'],
    ['docker-compose attach web', 'docker-compose attach'],
    ['podman compose events --json', 'podman compose events'],
  ]);
  assertEnds([
    'docker compose',
    'docker compose up -d',
    'docker compose up -Vd',
    'docker compose up -dV',
    'docker compose up --detach=true',
    'docker compose up --wait web',
    'docker compose up --no-start',
    'docker compose up --abort-on-container-exit',
    'docker compose up --exit-code-from=tests',
    'docker compose up -h',
    'docker compose pull',
    'docker compose -f up build',
    'docker compose watch --no-up --help',
    'docker-compose attach --help',
    'docker-compose events --help',
  ]);
});

test('a script of a package serves by its name', () => {
  assertTold([
    ['npm start', 'npm start'],
    ['npm --prefix /srv/shop start', 'npm start'],
    ['npm run start', 'npm run start'],
    ['npm run -w web dev:api', 'npm run dev:api'],
    ['npm run-script serve', 'npm run serve'],
    ['yarn start', 'yarn start'],
    ['yarn dev', 'yarn dev'],
    ['pnpm --filter web watch', 'pnpm watch'],
  ]);
  assertEnds([
    'npm',
    'npm run',
    'npm run prestart',
    'npm run start-server-and-test',
    'npm run build:dev',
    'npm watch',
    'npm dev',
    'npm ci start',
    'yarn build',
  ]);
});

test('a Java archive serves unless it is a tool or has a task', () => {
  assertTold([
    ['java -jar shop.jar', 'java -jar ?'],
    ['java -Xmx1g -jar /srv/shop.jar --server.port=80', 'java -jar ?'],
    ['java -jar shop.jar -host 0.0.0.0', 'java -jar ?'],
    ['java -jar shop.jar --page=first--help', 'java -jar ?'],
    ['java -Dagent.tool=x -jar shop.jar', 'java -jar ?'],
  ]);
  assertEnds([
    'java -version',
    'java Main',
    'java -jar',
    'java -Dfile.encoding=UTF-8 -jar plantuml.jar',
    'java -jar jenkins-cli.jar',
    'java -jar shop.jar -h',
    'java -jar shop.jar --verbose --help',
    'java -jar shop.jar migrate',
    'java -jar shop.jar -version',
    'java -jar apktool.jar d shop.apk',
  ]);
});

test('netcat listens for one connection, or for as many as come', () => {
  assertTold([
    ['nc -l 80', 'nc -l ?'],
    ['nc -w 5 -l 80', 'nc -l ?'],
    ['ncat --listen 80', 'ncat -l ?'],
    ['nc -lk 80', 'nc -lk'],
    ['nc -lkp 80', 'nc -lk'],
    ['ncat --listen --keep-open 80', 'ncat -lk'],
  ]);
  assertEnds(['nc -z db 3306', 'nc -p l db 80', 'nc -k db 80', 'netcat db 80 -l']);
});

test('a tunnel stays unless ssh goes to the background', () => {
  assertTold([
    ['ssh -N -L 80:db:80 relay', 'ssh -N + ssh -f'],
    ['ssh -i /srv/key -o BatchMode=yes -NT relay', 'ssh -N + ssh -f'],
  ]);
  assertEnds(['ssh relay', 'ssh -fN relay', 'ssh -N -f relay', 'ssh -l N relay', 'ssh relay tail -N']);
});

test('words in the place of options or verbs make no server', () => {
  assertTold([
    ['hugo --config prod.toml server', 'hugo server'],
    ['mkdocs serve', 'mkdocs serve'],
    ['caddy run --config Caddyfile', 'caddy run'],
    ['kubectl -n web proxy', 'kubectl proxy'],
  ]);
  assertEnds(['hugo', 'hugo new server.md', 'caddy', 'caddy reload run', 'mkdocs serve --help', 'vite build']);
  for (const name of ['uvicorn', 'docker-compose', 'netcat']) assert.ok(foregroundPrograms.split(' ').includes(name));
});
