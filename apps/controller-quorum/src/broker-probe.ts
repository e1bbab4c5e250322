import { connect } from 'node:net';
import type { BrokerImage } from '@ottla/metadata';
import { parseHostPort, type HostPort } from '@ottla/model';
import type { LinkHello } from '@ottla/rpc';
import { brokerLinks, grpcDialer, type GrpcLinkOptions } from '@ottla/rpc/grpc';

/** How long a broker may be out of reach, while it is not connected, before that counts as its death. */
const UNREACHABLE_MS = 1_000;

export type ProbedBroker = Pick<BrokerImage, 'endpoints' | 'planeEndpoint' | 'incarnationId'>;

/**
 * Whether a broker that is not connected is gone: its plane end point refuses the connection, or stays out of reach for
 * a second, or another incarnation answers there. One that accepts and says nothing may be a process that stalls or is
 * stopped: then silence has to decide. A broker without a plane end point is looked for at its listener. Never rejects.
 */
export function brokerProbe(links: GrpcLinkOptions, hello: LinkHello): (broker: ProbedBroker) => Promise<boolean> {
  return async ({ endpoints, planeEndpoint, incarnationId }) => {
    const plane = planeEndpoint === null ? undefined : parseHostPort('plane end point', planeEndpoint);
    const address = plane ?? endpoints[0];
    if (address === undefined) return false;
    if (!(await isReachable(address))) return true;
    return plane !== undefined && (await isAnother(plane, incarnationId, links, hello));
  };
}

function isReachable({ host, port }: HostPort): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: UNREACHABLE_MS });
    const found = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => found(true));
    socket.once('timeout', () => found(false));
    // Only a refusal comes from the machine of the broker; other errors may be this machine's own.
    socket.once('error', (error: NodeJS.ErrnoException) => found(error.code !== 'ECONNREFUSED'));
  });
}

/** Whether an incarnation other than this one answers; false when nobody does. */
async function isAnother(address: HostPort, incarnationId: string, links: GrpcLinkOptions, hello: LinkHello): Promise<boolean> {
  try {
    const link = await grpcDialer({ ...links, ...address, kind: brokerLinks, dialTimeoutMs: UNREACHABLE_MS })(hello, {});
    try {
      return (await link.remote.identify({}, { timeoutMs: UNREACHABLE_MS })).incarnationId !== incarnationId;
    } finally {
      link.close('the question is answered');
    }
  } catch {
    return false;
  }
}
