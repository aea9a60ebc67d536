// A stand-in between the extension and a sandbox of another process: it counts what was asked, and can stop time at
// any point of a call, so that what NCP has done and what the extension has heard of it come apart.
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { portOf } from '../support/editor.mjs';
import { root } from '../support/paths.mjs';

/**
 * A call that has arrived whole.
 * @typedef {{action: string, params: Record<string, string>}} Call
 */

/**
 * What becomes of calls; each part may wait as long as it likes.
 * @typedef {object} Fate
 * @property {(call: Call) => Promise<'pass' | 'half' | 'none'> | 'pass' | 'half' | 'none'} [forward] how much of it reaches the sandbox
 * @property {(call: Call, body: string) => Promise<string> | string} [edit] changes what the sandbox answered
 * @property {(call: Call) => Promise<'pass' | 'half' | 'none'> | 'pass' | 'half' | 'none'} [answer] how much of the answer reaches the extension
 * @property {(call: Call) => void} [answered] called when that has left
 */

export class Wire {
  /** @type {Fate} */
  fate = {};
  /** Every call that has arrived, whatever became of it. @type {Call[]} */
  calls = [];
  #isFrozen = false;
  /** @type {Set<import('node:net').Socket>} */
  #sockets = new Set();
  #server = createServer({ pauseOnConnect: true }, (socket) => this.#connected(socket));
  #upstream = 0;

  /**
   * Stands before the sandbox at that endpoint.
   * @param {string} endpoint
   * @returns {Promise<string>} its own
   */
  async start(endpoint) {
    this.#upstream = Number(new URL(endpoint).port);
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(undefined)));
    return `http://127.0.0.1:${portOf(this.#server)}`;
  }

  stop() {
    this.#server.close();
    this.cut();
  }

  /** From now on no byte is read, until `thaw`. */
  freeze() {
    this.#isFrozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  thaw() {
    this.#isFrozen = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** Ends all connections: what was sent on them and not read is lost. */
  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** The names of the servers that were asked for, once for each request. */
  get creations() {
    return this.calls.filter(({ action }) => action === 'createServerInstances').map(({ params }) => params.serverName);
  }

  /** @param {import('node:net').Socket} socket */
  #connected(socket) {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let text = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      text = Buffer.concat([text, chunk]);
      const end = text.indexOf('\r\n\r\n') + 4;
      if (end < 4) return;
      const head = text.subarray(0, end).toString();
      const whole = end + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (text.length < whole) return;
      const body = text.subarray(end, whole).toString();
      text = text.subarray(whole);
      this.#serve(socket, head, body).catch(() => socket.destroy());
    });
    if (!this.#isFrozen) socket.resume();
  }

  /**
   * @param {import('node:net').Socket} socket
   * @param {string} head
   * @param {string} body
   */
  async #serve(socket, head, body) {
    const [method = '', target = ''] = head.split(' ');
    const { pathname, searchParams } = new URL(target, 'http://any');
    const params = Object.fromEntries([...searchParams, ...new URLSearchParams(body)]);
    const call = { action: pathname.split('/').at(-1) ?? '', params };
    this.calls.push(call);
    const forwarded = (await this.fate.forward?.(call)) ?? 'pass';
    if (forwarded !== 'pass') {
      if (forwarded === 'half') await this.#forwardHalf(method, target, headersOf(head), body);
      return void socket.destroy();
    }
    const told = await this.#forward(method, target, headersOf(head), body);
    const edited = (await this.fate.edit?.(call, told.body)) ?? told.body;
    const answer = Buffer.from(
      `HTTP/1.1 ${told.status} Told\r\ncontent-type: application/json;charset=UTF-8\r\ncontent-length: ${Buffer.byteLength(edited)}\r\n\r\n${edited}`,
    );
    const length = { pass: answer.length, half: answer.length / 2, none: 0 }[
      (await this.fate.answer?.(call)) ?? 'pass'
    ];
    await new Promise((resolve) => socket.write(answer.subarray(0, length), resolve));
    this.fate.answered?.(call);
    if (length < answer.length) socket.destroy();
  }

  /** @returns {Promise<{status: number, body: string}>} */
  #forward(method, path, headers, body) {
    return new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: this.#upstream, method, path, headers }, async (response) => {
        const parts = [];
        for await (const part of response) parts.push(part);
        resolve({ status: response.statusCode ?? 502, body: Buffer.concat(parts).toString() });
      });
      asking.once('error', reject).end(body);
    });
  }

  /** Ends the connection in the middle of the body. @returns {Promise<void>} */
  #forwardHalf(method, path, headers, body) {
    return new Promise((resolve) => {
      const asking = request({ host: '127.0.0.1', port: this.#upstream, method, path, headers });
      asking.once('close', resolve).on('error', () => {});
      asking.setHeader('content-length', Buffer.byteLength(body));
      asking.write(body.slice(0, body.length / 2), () => asking.destroy());
    });
  }
}

/**
 * Those that the sandbox reads; it answers only who calls it by its own name.
 * @param {string} head
 */
function headersOf(head) {
  const lines = head.split('\r\n').map((line) => /^([^:]+): *(.*)$/.exec(line) ?? ['', '', '']);
  return Object.fromEntries(
    lines.filter(([, name]) => /^(x-ncp|content-type)/i.test(name)).map(([, name, value]) => [name, value]),
  );
}

/**
 * A sandbox in a process of its own, which outlives every editor.
 * @param {string} commitLog file
 * @returns {Promise<{endpoint: string, accessKey: string, secretKey: string, stop(): void}>}
 */
export async function startOuterSandbox(commitLog) {
  const program = spawn(process.execPath, [join(root, 'dist/sandbox-cli.cjs'), '--commit-log', commitLog], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => void program.kill();
  // However the test ends.
  process.once('exit', stop);
  program.once('exit', () => process.off('exit', stop));
  for await (const line of createInterface({ input: program.stdout })) return { ...JSON.parse(line), stop };
  throw new Error('The sandbox does not start.');
}
