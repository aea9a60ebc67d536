/** Programs that make or open keys, certificates and encrypted volumes, and ask for names, files and passphrases. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import type { Script } from '../../script';
import { argumentLine, firstOf, question } from './question';
import { addOption, ask, type Wait, type WaitArgs } from './waiting';

export const keys: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  'ssh-keygen': checkSshKeygen,
  'gpg gpg2': question({
    asks: /(?:^| )(?:--(?:full-|quick-)?gen(?:erate)?-key|--edit-key|--symmetric|-[abest]*c[abest]*)(?: |$)/,
    answered: /--(?:batch|passphrase|command-fd)/,
    option: '--batch',
  }),
  openssl: checkOpenssl,
  easyrsa: checkEasyrsa,
  certbot: checkCertbot,
  keytool: firstOf(
    question({
      asks: /^-gen(?:key(?:pair)?|seckey)\b/,
      answered: /-storepass\b.*-dname\b|-dname\b.*-storepass\b/,
      option: '-storepass … -dname',
    }),
    question({ asks: /^-import(?:cert)?\b/, answered: /-noprompt\b/, option: '-noprompt' }),
    question({
      asks: /^-importkeystore\b/,
      answered: /-srcstorepass\b.*-deststorepass\b|-deststorepass\b.*-srcstorepass\b/,
      option: '-srcstorepass … -deststorepass',
    }),
  ),
  cryptsetup: firstOf(
    question({ asks: /\bluksFormat\b/, answered: /(?:^| )(?:-\w*q|--batch-mode)\b/, option: '--batch-mode' }),
    question({ asks: /\b(?:open|luksOpen)\b/, answered: /(?:^| )(?:-d|--key-file)\b/, option: '--key-file' }),
  ),
};

/** Making a key asks for the file without `-f` and for the passphrase without `-N` or `-P`; other modes are left alone. */
function checkSshKeygen(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  if (values.some((value) => /^-[^-]*[lRFyeiAHDsLBKMQrgkTUYIpcG]/.test(value) && !/^-[tbCNPfOqZaVmw]/.test(value)))
    return undefined;
  const has = (letters: string) => values.some((value) => new RegExp(`^-q?[${letters}]`).test(value));
  return has('f') && has('NP') ? undefined : ask(invocation, "-f … -N ''");
}

/** A request asks for the names in it, a new key for its passphrase. A configuration file may answer both. */
function checkOpenssl(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  const has = (option: RegExp) => values.some((value) => option.test(value.slice(0, 100)));
  const [verb = ''] = values;
  const missing: string[] = [];
  if (verb === 'req' && has(/^-(?:new|x509|newkey)$/) && !has(/^-config$/)) {
    if (!has(/^-(?:subj|batch|in)$/)) missing.push('-subj');
    const makesKey = has(/^-newkey$/) || !has(/^-(?:key|in)$/);
    if (makesKey && !has(/^-(?:nodes|noenc|passout)$/)) missing.push('-nodes');
  } else if (/^gen(?:rsa|pkey)$/.test(verb) && has(/^-(?:aes|des|camellia|aria)/) && !has(/^-pass(?:out)?$/))
    missing.push(verb === 'genrsa' ? '-passout' : '-pass');
  else if (verb === 'pkcs12' && has(/^-export$/) && !has(/^-pass(?:out|word)?$/)) missing.push('-passout');
  else if (verb === 'passwd' && !values.slice(1).some((value) => /^(?:[^-]|-(?:in|stdin|help)$)/.test(value)))
    missing.push('-stdin');
  if (missing.length === 0 || hasUnknownOptions(invocation)) return undefined;
  return ask(invocation, missing.join(' '), `openssl ${verb}`);
}

function checkEasyrsa(invocation: Invocation, script: Script): Wait | undefined {
  const values = argumentsOf(invocation);
  const verb = values.find((value) =>
    /^(?:build-ca|gen-req|sign-req|build-(?:server|client)-full|revoke)$/.test(value),
  );
  if (
    verb === undefined ||
    values.some((value) => /^--(?:batch|req-cn)/.test(value)) ||
    script.mentions('EASYRSA_BATCH')
  )
    return undefined;
  return addOption(invocation, `easyrsa ${verb}`, -1, '--batch');
}

/** Without a terminal it takes its answers from these options, or gives up. */
function checkCertbot(invocation: Invocation): Wait | undefined {
  const line = argumentLine(invocation);
  const asks = /^(?:run|certonly|register)\b|(?:^| )--(?:nginx|apache|standalone|webroot|manual)\b/.test(line);
  if (!asks || /^(?:renew|install|plugins|certificates|reconfigure)\b/.test(line) || hasUnknownOptions(invocation))
    return undefined;
  const isAnswered =
    /(?:^| )(?:-[a-z]*n[a-z]*|--non-?interactive|--help|--version)(?: |$)/.test(line) ||
    (/--agree-tos/.test(line) && /(?:^| )(?:-m|--email|--register-unsafely)/.test(line));
  return isAnswered ? undefined : ask(invocation, '-n --agree-tos -m');
}
