/** First lines that say who reads a text when a server boots: an interpreter, or cloud-init. */

/**
 * First lines that cloud-init understands and NCP does not document. As of 2026-11-25, by the documentation of cloud-init
 * 20.2, which still has upstart jobs: https://github.com/canonical/cloud-init/blob/20.2/doc/rtd/topics/format.rst
 */
const cloudInit =
  /^(?:#cloud-config(?:-archive|-jsonp)?|#include(?:-once)?|#cloud-boothook|#part-handler|#upstart-job|##\s*template:\s*jinja|Content-Type:\s*multipart|MIME-Version:)(?=$|[\s/;:\d])/i;

/** Whether the line is one of cloud-init's. */
export function isCloudInit(firstLine: string): boolean {
  return cloudInit.test(firstLine);
}

/** Whether the line names an interpreter (`#!`), be it behind a byte-order mark. */
export function namesInterpreter(firstLine: string): boolean {
  return /^\ufeff?#!/.test(firstLine);
}
