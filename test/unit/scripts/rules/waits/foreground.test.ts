/** Programs that go on until they are stopped, and the same programs where they end or go to the background. */
import { test } from 'node:test';
import { assertEnds, assertTold } from './lines';

test('Python serves with a module or a file that is named like a server', () => {
  assertTold([
    ['python3 app.py', 'python3 app.py ?'],
    ['python3 -u /srv/bot.py --name=shop-h', 'python3 bot.py ?'],
    ['python3 -W ignore -X dev run.py', 'python3 run.py ?'],
    ['python3 app.py production', 'python3 app.py ?'],
    ['python3 server.py --check-interval 5', 'python3 server.py ?'],
    ['python3 server.py --name web--check', 'python3 server.py ?'],
    ['python3 -m http.server 8000', 'python3 -m http.server'],
    ['python -W ignore -um uvicorn shop:app', 'python -m uvicorn'],
    ['python3 -m flask run', 'python3 -m flask run'],
    ['python3 manage.py runserver 0:80', 'python3 manage.py runserver'],
  ]);
  assertEnds([
    'python3',
    'python3 create_app.py',
    'python3 app.pyz',
    'python3 app.py --help',
    'python3 app.py -h',
    'python3 bot.py restart',
    'python3 app.py runtests',
    'python3 server.py start:once',
    "python3 -c 'import app; app.setup()' run.py",
    "python3 -uc 'import app' run.py",
    'python3 - app.py',
    'python3 -m flask db upgrade',
    'python3 -m venv server.py',
    'python3 -m',
    'python3 manage.py migrate',
  ]);
});

test('Node serves with a file that is named like a server', () => {
  assertTold([
    ['node server', 'node server ?'],
    ['node /srv/main.cjs', 'node main.cjs ?'],
    ['node -r dotenv/config --import tsx --inspect index.js', 'node index.js ?'],
    ['node --require dotenv/config --loader ts-node/esm bin/www', 'node www ?'],
    ['node www', 'node www ?'],
    ['nodejs app.js config.json', 'nodejs app.js ?'],
    ['node app.js prod', 'node app.js ?'],
    ['node node_modules/.bin/nodemon app.js', 'node nodemon'],
  ]);
  assertEnds([
    'node',
    'node seed-index.js',
    'node app.config.js',
    'node server.js migrate',
    'node -c server.js',
    'node --eval=1 server.js',
    'node -p 1 server.js',
    'node --check server.js',
    'node --test server.js',
    "node -e 'require(1)' server.js",
    "node -p 'require(1)' server.js",
  ]);
});

test('servers of Python applications run in the foreground unless told otherwise', () => {
  assertTold([
    ['gunicorn --name shop-v --bind 0:80 app:app', 'gunicorn'],
    ['uvicorn shop:app --root-path /docs--version', 'uvicorn'],
    ['flask --app shop run --host 0.0.0.0', 'flask run'],
    ['celery -A shop worker -n mail-D', 'celery worker'],
    ['celery -A shop beat', 'celery beat'],
    ['jupyter lab --notebook-dir=/srv/playlist', 'jupyter lab'],
    ['jupyter notebook buildings.ipynb', 'jupyter notebook'],
    ['jupyter-lab --ip 0.0.0.0', 'jupyter-lab'],
    ['airflow webserver -A /var/log/access-D', 'airflow webserver'],
    ['airflow standalone', 'airflow standalone'],
    ['mlflow ui -p 80', 'mlflow ui'],
  ]);
  assertEnds([
    'gunicorn -D app:app',
    'gunicorn -Dw 4 app:app',
    'gunicorn app:app --daemon',
    'gunicorn --check-config app:app',
    'uvicorn --version',
    'celery -A shop worker --detach',
    'celery -A shop worker -D',
    'celery -A shop inspect ping',
    'jupyter lab build',
    'jupyter lab --help-all',
    'jupyter-notebook list',
    'airflow scheduler -D',
    'airflow db init',
    'mlflow run .',
  ]);
});

test('servers of Java, .NET, PHP and Ruby applications', () => {
  assertTold([
    ['mvn -q spring-boot:run', 'mvn spring-boot:run'],
    ['mvn jetty:run-war', 'mvn jetty:run'],
    ['mvnw quarkus:dev', 'mvnw quarkus:dev'],
    ['gradle bootRun', 'gradle bootRun'],
    ['gradlew :web:bootRun', 'gradlew bootRun'],
    ['kafka-server-start.sh config/non-daemon', 'kafka-server-start.sh'],
    ['catalina.sh run', 'catalina.sh run'],
    ['dotnet run --project web', 'dotnet run'],
    ['dotnet watch', 'dotnet watch'],
    ['php -S 0.0.0.0:80 -t public', 'php -S'],
    ['php -S0.0.0.0:80', 'php -S'],
    ['php artisan serve --port 80', 'php artisan serve'],
    ['php /srv/artisan queue:work --queue=mail--once', 'php artisan queue:work'],
    ['php-fpm -F', 'php-fpm -F'],
    ['php-fpm --nodaemonize', 'php-fpm -F'],
    ['symfony serve --dir=web-d', 'symfony serve'],
    ['symfony server:start --port=80', 'symfony server:start'],
    ['rails server -e prod-d', 'rails server'],
    ['rails s -b 0.0.0.0', 'rails s'],
    ['bundle exec puma -C config/puma-v', 'bundle exec puma'],
    ['jekyll serve -d /srv/site-B', 'jekyll serve'],
  ]);
  assertEnds([
    'mvn package',
    'gradle bootRunScripts',
    'gradle testbootRun',
    'kafka-server-start.sh -daemon config/server.properties',
    'catalina.sh start',
    'php setup.php app-S',
    'php artisan queue:work --stop-when-empty',
    'php artisan migrate',
    'php artisan-tool serve',
    'php-fpm -t',
    'php-fpm -y /etc/php-F',
    'php-fpm -y /etc/php--nodaemonize',
    'symfony serve -d',
    'symfony server:start --daemon',
    'rails server -d',
    'puma -h',
    'sidekiq --daemon',
    'rackup -D config.ru',
    'bundle exec rake',
    'bundle install',
    'jekyll serve --detach',
  ]);
});

test('daemons stay in the foreground only where an option says so', () => {
  assertTold([
    ["nginx -g 'daemon  off;'", "nginx -g 'daemon off;'"],
    ['sshd -eD', 'sshd -D'],
    ['sshd -4eD', 'sshd -D'],
    ['httpd -DFOREGROUND', 'httpd -DFOREGROUND'],
    ['apachectl -D FOREGROUND', 'apachectl -DFOREGROUND'],
    ['crond -fd 8', 'crond -f'],
    ['cron -f', 'cron -f'],
    ['supervisord -n', 'supervisord -n'],
    ['supervisord -nc /etc/supervisord.conf', 'supervisord -n'],
    ['supervisord --nodaemon', 'supervisord -n'],
  ]);
  assertEnds([
    'nginx',
    'nginx -t',
    'sshd',
    'sshd -f /etc/ssh/sshd-D',
    'apachectl -k start',
    'apachectl -D NO_FOREGROUND',
    'httpd -D FOREGROUND_LOG',
    'crond',
    'crond -l 8',
    'crond -c /etc/cron-f',
    'supervisord -c /etc/supervisord.conf',
    'supervisord -i shop-n',
    'supervisord -i shop--nodaemon',
  ]);
});

test('databases and networks go to the background by an option or their file of settings', () => {
  assertTold([
    ['redis-server', 'redis-server ?'],
    ['redis-server --port 6380 --logfile redis-h', 'redis-server ?'],
    ['mongod --dbpath /srv/db-f', 'mongod ?'],
    ['mongod --configsvr --replSet shop', 'mongod ?'],
    ['openvpn --config office--daemon', 'openvpn'],
    ['vault server -dev', 'vault server'],
    ['consul agent -server', 'consul agent'],
    ['kubectl port-forward svc/web 80', 'kubectl port-forward'],
    ['ngrok http 80', 'ngrok http'],
    ['socat TCP-LISTEN:80,reuseaddr,fork TCP:db:80', 'socat LISTEN'],
    ['pm2-runtime app.js', 'pm2-runtime'],
    ['http-server docs--version', 'http-server'],
  ]);
  assertEnds([
    'redis-server /etc/redis/redis.conf --port 6380',
    'redis-server --port 6380 --daemonize yes',
    'redis-server --test-memory 64',
    'redis-server --port 0 --include /etc/redis/common.conf',
    'redis-server -v',
    'mongod --fork --logpath /var/log/mongod',
    'mongod -f /etc/mongod.conf',
    'mongod --config=/etc/mongod.conf',
    'openvpn --config office.ovpn --daemon',
    'openvpn --show-ciphers',
    'vault operator init',
    'ngrok config add-authtoken x',
    'socat TCP-LISTEN:80 STDOUT',
  ]);
});

test('what is followed ends with its reader', () => {
  assertTold([
    ['pm2 logs web--nostream', 'pm2 logs …'],
    ['pm2 monit', 'pm2 monit …'],
    ['kubectl logs -f deploy/web', 'kubectl logs -f …'],
    ['kubectl -n shop logs deploy/web --follow', 'kubectl logs -f …'],
    ['tcpdump -i eth0 -w web-c', 'tcpdump …'],
    ['tcpdump -icalico', 'tcpdump …'],
    ['inotifywait -qm /srv', 'inotifywait -m …'],
    ['inotifywait -mr /srv', 'inotifywait -m …'],
    ['inotifywait --monitor /srv', 'inotifywait -m …'],
    ['dmesg -Tw', 'dmesg -w …'],
    ['dmesg -wH', 'dmesg -w …'],
    ['dmesg --follow-new', 'dmesg -w …'],
  ]);
  assertEnds([
    'pm2 logs --nostream',
    'pm2 start app.js',
    'kubectl logs deploy/web',
    'kubectl apply -f app.yaml',
    'kubectl -n shop apply -f logs',
    'kubectl logs web-f',
    'kubectl logs -nkafka web',
    'kubectl -nflux logs web -cfluentd',
    'tcpdump -c 10',
    'tcpdump -nc10',
    'tcpdump -nr web.pcap',
    'tcpdump --list-interfaces',
    'inotifywait /srv/web-m',
    'inotifywait -emodify,create /srv',
    'inotifywait -r /srv',
    'dmesg',
    'dmesg -lwarn',
    'dmesg -nwarn',
    'dmesg -T',
  ]);
});

test('a program is seen through what runs it, and keeps its own certainty', () => {
  assertTold([
    ['npx --package vite vite dev', 'npx vite dev'],
    ['npx -y vite', 'npx vite'],
    ["npx nodemon --exec '' app.js", 'npx nodemon'],
    ['bunx -p http-server http-server -p 80', 'bunx http-server'],
    ['poetry run bin/manage.py runserver', 'poetry run manage.py runserver'],
    ['pipenv run python app.py', 'pipenv run python app.py ?'],
    ['uv run --with uvicorn uvicorn shop:app', 'uv run uvicorn'],
  ]);
  assertEnds(['npx -y vite build', 'uv gunicorn shop:app', 'poetry add uvicorn', "npx create-x '' http-server"]);
});
