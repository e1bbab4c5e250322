import { connect, createServer, type AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, errorCodeOf } from '@ottla/model';
import { recordingLogger, type RecordingLogger } from '@ottla/testing';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import type { CoordinatorService, ShardHostService } from '../../contracts/coordinator.ts';
import { grpcContract, loopClock as clock, loopScheduler as scheduler } from '../grpc/grpc-contract.ts';
import { grpcDialer } from '../grpc/grpc-dialer.ts';
import { grpcLinkServer } from '../grpc/grpc-link-server.ts';
import { shardHostLinks } from '../grpc/link-kinds.ts';
import type { PlaneCertificates, PlaneSecurity } from './plane-security.ts';
import { StrangerLog } from './stranger-log.ts';

const CLUSTER = 'nuRbAzHxQ86K2qh5J4qfYA';
const authority = new ThrowawayAuthority('CA of this cluster');
const other = new ThrowawayAuthority('CA of another cluster');

const hello = { role: 'group-coordinator', nodeId: 1, incarnationId: 'one', clusterId: CLUSTER } as const;
const nothing = (): Promise<Record<never, never>> => Promise.resolve({});
const never = (): Promise<never> => new Promise(() => {});
const coordinator: CoordinatorService = { grant: nothing, standBy: nothing, revoke: nothing, progress: nothing, forward: never };
const host: ShardHostService = { append: never, read: never, release: nothing, writeTxnMarkers: never };

interface Shown {
  readonly by?: ThrowawayAuthority;
  readonly believes?: ThrowawayAuthority;
  readonly cluster?: string;
  readonly hosts?: readonly string[];
  readonly validToMs?: number;
  readonly clusterIs?: string;
}

function certificates({ by = authority, believes = authority, cluster = CLUSTER, hosts = ['127.0.0.1'], validToMs, clusterIs = cluster }: Shown = {}): PlaneCertificates & { renew(): void } {
  const make = () => {
    const { certificate, privateKey } = by.issue({ commonName: 'a plane', hosts, uris: [`urn:ottla:cluster:${cluster}`], ...(validToMs === undefined ? {} : { validToMs }) });
    const material = { key: privateKey, passphrase: undefined, cert: certificate, ca: believes.certificate };
    return { material, context: createSecureContext(material) };
  };
  let current = make();
  const listeners: (() => void)[] = [];
  return {
    clusterId: clusterIs,
    checksHostNames: true,
    get material() { return current.material; },
    get context() { return current.context; },
    onRenewed: (listener) => void listeners.push(listener),
    renew: () => {
      current = make();
      for (const listener of listeners) listener();
    },
  };
}

function security(of: PlaneCertificates | undefined): PlaneSecurity & { readonly logger: RecordingLogger } {
  const logger = recordingLogger();
  return { certificates: of, strangers: new StrangerLog(clock, logger), logger };
}

const told = ({ logger }: { readonly logger: RecordingLogger }): string[] => logger.lines.map(({ message, fields }) => `${message}: ${String(fields?.['reason'])}`);

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serve(secured: PlaneSecurity): Promise<number> {
  const server = await grpcLinkServer({ host: '127.0.0.1', port: 0, clock, scheduler, security: secured });
  ends.push(() => server.close('the test ends'));
  server.accept(shardHostLinks, () => host);
  return server.port;
}

const dial = (port: number, secured: PlaneSecurity) => grpcDialer({ host: '127.0.0.1', port, kind: shardHostLinks, clock, scheduler, security: secured })(hello, coordinator);

/** Dials with both ends as given; answers what each said, once neither goes on. */
async function refused(server: PlaneCertificates | undefined, dialer: PlaneCertificates | undefined): Promise<{ readonly server: readonly string[]; readonly dialer: readonly string[] }> {
  const [serving, dialing] = [security(server), security(dialer)];
  const port = await serve(serving);
  const code = await dial(port, dialing).then(() => 'a link', errorCodeOf);
  expect(code).toBe(ErrorCode.NETWORK_EXCEPTION);
  await expect(dial(port, dialing)).rejects.toThrow();
  return { server: told(serving), dialer: told(dialing) };
}

describe('links under mTLS', () => {
  it('are made between two of the cluster', async () => {
    const [serving, dialing] = [security(certificates()), security(certificates())];
    const link = await dial(await serve(serving), dialing);
    expect(link.isOpen).toBe(true);
    link.close('enough');
    expect([...told(serving), ...told(dialing)]).toEqual([]);
  });

  it('take renewed certificates, and leave open links alone', async () => {
    const [ours, theirs] = [certificates(), certificates()];
    const port = await serve(security(ours));
    const before = await dial(port, security(theirs));
    ours.renew();
    theirs.renew();
    const after = await dial(port, security(theirs));
    expect([before.isOpen, after.isOpen]).toEqual([true, true]);
  });

  it('refuse who has no certificate, and both say so once', async () => {
    const said = await refused(certificates(), undefined);
    expect(said.server).toEqual([expect.stringMatching(/^a process was refused at the plane end point: it speaks without TLS .*: give it ottla\.plane\.ssl\.keystore\.location/)]);
    expect(said.dialer).toEqual([expect.stringMatching(/^a plane end point cannot be used: .*give this process ottla\.plane\.ssl\.keystore\.location/)]);
  });

  it('refuse who has a certificate of another CA', async () => {
    const said = await refused(certificates(), certificates({ by: other }));
    expect(said.server).toEqual([expect.stringMatching(/its certificate \(CN=a plane, issued by CN=CA of another cluster\) is not one that the CA of this cluster vouches for \(UNABLE_TO_/)]);
    expect(said.dialer).toEqual([expect.stringContaining('most likely the certificate of this process (ottla.plane.ssl.keystore.location) is not of the CA that it believes')]);
  });

  it('are not made to an end of another CA', async () => {
    const said = await refused(certificates({ by: other, believes: other }), certificates());
    expect(said.dialer).toEqual([expect.stringMatching(/issued by CN=CA of another cluster\) is not one that the CA of this cluster vouches for/)]);
    expect(said.server).toEqual([expect.stringContaining('issued by CN=CA of this cluster) is not one that')]);
  });

  it('refuse who has a certificate of this CA for another cluster', async () => {
    const stranger = certificates({ cluster: 'another', clusterIs: CLUSTER });
    expect((await refused(certificates(), stranger)).server).toEqual([expect.stringContaining(`names cluster another, not cluster ${CLUSTER}: give it one with the subject alternative name URI:urn:ottla:cluster:${CLUSTER}`)]);
    expect((await refused(stranger, certificates())).dialer).toEqual([expect.stringContaining(`names cluster another, not cluster ${CLUSTER}`)]);
  });

  it('refuse a certificate that expired, and one for another host', async () => {
    expect((await refused(certificates(), certificates({ validToMs: Date.now() - 60_000 }))).server).toEqual([expect.stringMatching(/expired at .*: renew it/)]);
    expect((await refused(certificates({ hosts: ['elsewhere'] }), certificates())).dialer).toEqual([expect.stringContaining('or set ottla.plane.ssl.endpoint.identification.algorithm to nothing')]);
  });

  it('are not made to an end without TLS', async () => {
    expect((await refused(undefined, certificates())).dialer).toEqual([expect.stringMatching(/it speaks without TLS \(.*\): give it ottla\.plane\.ssl\.keystore\.location/)]);
  });

  it('say nothing of who only looks whether the port answers, or is not there', async () => {
    const serving = security(certificates());
    const port = await serve(serving);
    const probe = connect(port, '127.0.0.1');
    await once(probe, 'connect');
    probe.destroy();
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const nobody = (closed.address() as AddressInfo).port;
    closed.close();
    const dialing = security(certificates());
    await expect(dial(nobody, dialing)).rejects.toThrow();
    // A link that comes after the probe shows that the probe was dealt with.
    await dial(port, dialing);
    expect([...told(serving), ...told(dialing)]).toEqual([]);
  });
});

grpcContract('gRPC under mTLS', () => security(certificates()));
