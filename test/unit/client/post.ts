// A request without a client, to a server of NAVER Cloud's name with a certificate that nobody trusts.
import { sites } from '../../../src/client';
import { type Failure, type Post, post, type Reply } from '../../../src/client/http';
import { needs } from '../../support/needs';
import { selfSigned } from '../../support/tls';

export const host = 'ncloud.apigw.ntruss.com';
export const openssl = needs('openssl');
export const certificate = openssl.skip ? { key: '', cert: '' } : selfSigned(host);
export const keys = { endpoint: sites.public.endpoint, accessKey: 'CANARYACCESS', secretKey: 'CANARYSECRET' };

export function send(more: Partial<Post>): Promise<Reply | Failure> {
  return post({
    url: `https://${host}/x`,
    headers: { 'x-secret': 'canary' },
    body: 'a=1',
    ownConnection: true,
    connectDeadline: 700,
    deadline: 2_000,
    anyCertificate: true,
    ...more,
  });
}
