/** The create request to read: method, address, headers and the form body, one pair a line. */
import { bodyPairs, createPath, type ExportRequest } from './request';

/** The request without its signature, which is made when it is sent. Values stand as they are encoded on the wire. */
export function httpText(request: ExportRequest): string {
  const pairs = bodyPairs(request).map((pair) => new URLSearchParams([[...pair]]).toString());
  return `POST ${request.endpoint}${createPath(request.environment)} HTTP/1.1
Content-Type: application/x-www-form-urlencoded
x-ncp-apigw-timestamp: <milliseconds since 1970>
x-ncp-iam-access-key: <NCLOUD_ACCESS_KEY>
x-ncp-apigw-signature-v2: <HMAC-SHA256 with NCLOUD_SECRET_KEY>

${pairs.join('\n&')}
`;
}
