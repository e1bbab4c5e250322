import { describe, expect, it } from '@jest/globals';
import type { ClientRequest } from '@ottla/listener';
import { ErrorCode, KafkaError, silentLogger } from '@ottla/model';
import { ApiKeys, MalformedMessageError } from '@ottla/protocol';
import { virtualTime } from '@ottla/testing';
import { encodeControllerRefusal } from '../handlers/controller-refusals.ts';
import { controllerForwarder } from './controller-forwarder.ts';
import { coordinatorForwarder } from './coordinator-forwarder.ts';

/** A client's request, and what became of it. */
function requested(apiKey: number, apiVersion: number, body: Uint8Array) {
  const { promise: outcome, resolve } = Promise.withResolvers<string>();
  const client = {
    apiKey, apiVersion, body,
    clientId: null,
    connection: { principal: 'User:ANONYMOUS', clientAddress: '127.0.0.1', listenerName: 'PLAINTEXT' },
    keepBytes: () => body,
    releaseBytes: () => {},
    answer: (parts: readonly Uint8Array[]) => resolve(`answered ${Buffer.concat(parts).toString('hex')}`),
    close: (reason: string) => resolve(`closed: ${reason}`),
  } as unknown as ClientRequest;
  return { client, outcome };
}

const nonsense = Buffer.from([0x7f, 0xff, 0xff, 0xff]);

describe('a request that another plane owns', () => {
  it('closes its connection when nobody can be asked and it turns out to be malformed', async () => {
    const channel = { forward: () => Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'no controller')) };
    const forward = controllerForwarder({ channel, clock: virtualTime().clock, logger: silentLogger, refuse: encodeControllerRefusal });
    const { client, outcome } = requested(ApiKeys.CreateTopics, 2, nonsense);
    forward(client);
    expect(await outcome).toBe('closed: an array of 2147483647 elements, 0 bytes remain');
  });

  it('hears that there is no controller', async () => {
    const channel = { forward: () => Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'no controller')) };
    const forward = controllerForwarder({ channel, clock: virtualTime().clock, logger: silentLogger, refuse: (_envelope, code) => Uint8Array.of(code) });
    const { client, outcome } = requested(ApiKeys.CreateTopics, 2, nonsense);
    forward(client);
    expect(await outcome).toBe(`answered ${ErrorCode.NOT_CONTROLLER.toString(16)}`);
  });

  it.each([new MalformedMessageError('cut off'), new KafkaError(ErrorCode.INVALID_REQUEST, 'cut off')])('closes its connection when its coordinator cannot read it', async (error) => {
    const errors: string[] = [];
    const logger = { ...silentLogger, error: (message: string) => errors.push(message) };
    const { client, outcome } = requested(ApiKeys.Heartbeat, 4, nonsense);
    coordinatorForwarder({ answer: () => Promise.reject(error) }, logger)(client);
    expect(await outcome).toBe('closed: malformed request: cut off');
    expect(errors).toEqual([]);
  });

  it('closes its connection and tells the log when its coordinator fails', async () => {
    const errors: string[] = [];
    const logger = { ...silentLogger, error: (message: string) => errors.push(message) };
    const { client, outcome } = requested(ApiKeys.Heartbeat, 4, nonsense);
    coordinatorForwarder({ answer: () => Promise.reject(new TypeError('oops')) }, logger)(client);
    expect(await outcome).toBe('closed: the request failed');
    expect(errors).toHaveLength(1);
  });
});
