/** Passwords that are fed to a program, and input that is none. */
import { test } from 'node:test';
import { findInputs } from '../../../../../src/scripts/rules/secrets/inputs';
import { findsMarked, findsNothing } from './with-marks';

test('what is written to a pipe', () => {
  findsMarked(findInputs, [
    ...["echo 'app:«S3cretPw»' | chpasswd", 'echo "app:«S3cretPw»" | sudo chpasswd', 'echo app:«S3cretPw»|chpasswd'],
    ...[
      "echo -e 'app:«S3cretPw»' | sudo -n /usr/sbin/chpasswd",
      "printf 'app:«S3cretPw»' | chpasswd",
      'yes «S3cretPw» | passwd app',
    ],
    ...[
      "printf '%s\\n' 'app:«S3cretPw»' | chpasswd",
      'printf "%s" "app:«S3cretPw»" | chpasswd',
      "printf %s 'app:«S3cretPw»' | chpasswd",
    ],
    ...[
      "echo -e '«S3cretPw»\\nS3cretPw' | passwd app",
      "(sleep 1; echo '«S3cretPw»') | passwd app",
      '{ echo «S3cretPw»; } | passwd app',
    ],
    ...[
      "echo $'app:«S3cretPw»' | chpasswd",
      'echo «S3cretPw» | openssl passwd -stdin',
      'echo «S3cretPw» | smbpasswd -s app',
      'echo «S3cretPw» | sudo smbpasswd app',
    ],
    ...[
      'echo «S3cretPw» | kinit admin',
      'echo «S3cretPw» | /usr/bin/kinit admin',
      'echo «S3cretPw» | sudo -S ls',
      'echo «S3cretPw» |sudo -S ls',
    ],
    ...[
      'echo «S3cretPw» | docker login -u me --password-stdin',
      'echo -n «S3cretPw»\t| /usr/bin/docker login --password-stdin',
      'echo «S3cretPw» | gh auth login --with-token',
    ],
    ...["echo 'app:«S3cr:et»' | chpasswd", "a | b; echo 'app:«S3cretPw»' | chpasswd -e", "echo '«S3cretPw»' | passwd"],
  ]);
});

test('what is expanded, left to fill in, or no pair of name and password is none', () => {
  findsNothing(findInputs, [
    ...[
      'echo "app:$PW" | chpasswd',
      'echo "$PW" | passwd app',
      "echo '$PW' | passwd app",
      'echo app:${PW} | chpasswd',
      'echo "app:$(pw)" | chpasswd',
    ],
    ...[
      'echo app:<password> | chpasswd',
      "echo 'app:YOUR_PASSWORD' | chpasswd",
      'echo S3cretPw | chpasswd',
      'echo "app:" | chpasswd',
      'cat f | chpasswd',
    ],
    ...[
      'echo app:S3cretPw | grep x | chpasswd',
      'echo S3cretPw | ssh h passwd',
      'echo S3cretPw | mykinit a',
      'echo S3cretPw | x sudo -S',
      'echo S3cretPw || passwd app',
    ],
    ...[
      'echo S3cretPw > passwd',
      'echo x; passwd app',
      'echo S3cretPw | --password-stdin',
      'echo S3cretPw | a; b --password-stdin',
      "echo '' | passwd app",
      'myecho S3cretPw; passwd',
    ],
  ]);
});

test('here-strings', () => {
  findsMarked(findInputs, [
    ...[
      "passwd app <<< '«S3cretPw»'",
      'chpasswd <<< "app:«S3cretPw»"',
      'chpasswd<<<app:«S3cretPw»',
      "passwd --stdin app <<<'«S3cretPw»'",
    ],
    ...[
      "chpasswd -e <<< $'app:«S3cretPw»'",
      "passwd <<< $'«S3cretPw»\\nS3cretPw'",
      "passwd app\t<<<\t'«S3cretPw»'",
      "chpasswd <<< 'app:«S3cretPw»' && true",
    ],
  ]);
  findsNothing(findInputs, [
    'passwd app <<< "$PW"',
    'chpasswd <<< S3cretPw',
    'passwd; x <<< S3cretPw',
    'passwd app < S3cretPw',
    "passwd <<< '$PW'",
  ]);
});

test('here-documents', () => {
  findsMarked(findInputs, [
    ...[
      'passwd app <<E\n«S3cretPw»\nS3cretPw\nE\n',
      "chpasswd <<'E'\na:«S3cretPw1»\nb:«S3cretPw2»\nE\nc:S3cretPw3\n",
      'chpasswd -e <<-"E"\n\ta:«S3cretPw»\n\tE\nb:x9\n',
    ],
    ...[
      'chpasswd << E\n\na:«S3cretPw»  \nE\n',
      'chpasswd <<E > /dev/null 2>&1\na:«S3cretPw»\nE\n',
      'passwd a\t<<\tE\n«S3cretPw»\nE',
      `chpasswd <<E\n${'# a b c d\n'.repeat(90)}a:«S3cretPw»\nE\n`,
    ],
    'sudo chpasswd --crypt-method SHA512 <<E\na:«S3cretPw»\n',
  ]);
  findsNothing(findInputs, [
    ...[
      'passwd app <<E\n$PW\n$PW\nE\n',
      'chpasswd <<E\na:$PW\nE\n',
      'passwd app <<E\nE\nS3cretPw\n',
      'chpasswd <<E\nE\na:S3cretPw\n',
      'passwd;cat <<E\nS3cretPw\nE\n',
    ],
    ...[
      'chpasswd <<E\nS3cretPw\n:\nE\n',
      `passwd <<E ${'x'.repeat(81)}\nS3cretPw\nE\n`,
      `chpasswd <<E\n${'# a b c d\n'.repeat(101)}a:S3cretPw\nE\n`,
    ],
  ]);
});
