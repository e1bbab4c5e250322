import { ErrorCode, errorCodeOf, KafkaError, type BrokerId, type Logger } from '@ottla/model';
import type { Peer, RaftAnswer, RaftNode, RaftRequest, RaftTransport } from '@ottla/raft';
import type { AcceptLink, CallOptions, DialLink, Link, LinkHello, RaftAnswerHead, RaftClientService, RaftService } from '@ottla/rpc';

/** How to reach one node of the quorum; undefined when nobody knows where it listens. */
export type DialPeer = (peer: Peer) => DialLink<RaftClientService, RaftService> | undefined;

/** A fetch may be parked for long: its answer has this much time for the way. */
const ANSWER_MARGIN_MS = 100;

interface Connection {
  readonly link: Promise<Link<RaftService>>;
  readonly address: string;
}

/**
 * Requests to the other nodes of the quorum, over one link to each, dialed when it is needed and again when it broke.
 * A link that closes rejects what is under way on it, which the core takes for evidence that the other process is gone.
 */
export class RaftLinks implements RaftTransport {
  readonly #hello: LinkHello;
  readonly #dial: DialPeer;
  readonly #logger: Logger;
  readonly #connections = new Map<BrokerId, Connection>();
  readonly #warned = new Set<BrokerId>();
  #isClosed = false;

  constructor(hello: LinkHello, dial: DialPeer, logger: Logger) {
    this.#hello = hello;
    this.#dial = dial;
    this.#logger = logger;
  }

  async send(to: Peer, request: RaftRequest, timeoutMs: number): Promise<RaftAnswer> {
    const { remote } = await this.#linkTo(to);
    return ask(remote, request, { timeoutMs: timeoutMs + ANSWER_MARGIN_MS });
  }

  close(): void {
    this.#isClosed = true;
    for (const { link } of this.#connections.values()) void link.then((open) => open.close('this controller stops'), () => {});
    this.#connections.clear();
  }

  #linkTo(to: Peer): Promise<Link<RaftService>> {
    const address = to.endpoints.map(({ host, port }) => `${host}:${port}`).join();
    const known = this.#connections.get(to.id);
    if (known?.address === address) return known.link;
    if (known !== undefined) void known.link.then((open) => open.close('this node listens elsewhere now'), () => {});
    const dial = this.#isClosed ? undefined : this.#dial(to);
    if (dial === undefined) return Promise.reject(new KafkaError(ErrorCode.NETWORK_EXCEPTION, `nobody knows where node ${to.id} listens`));
    const connection: Connection = { address, link: dial(this.#hello, {}) };
    this.#connections.set(to.id, connection);
    const forget = (): void => {
      if (this.#connections.get(to.id) === connection) this.#connections.delete(to.id);
    };
    connection.link.then(
      (link) => {
        this.#warned.delete(to.id);
        void link.closed.then(forget);
      },
      (error: unknown) => {
        forget();
        this.#warn(to, address, error);
      },
    );
    return connection.link;
  }

  /** A refusal wants somebody to act; that nobody listens is the other's to fix, and said once. */
  #warn({ id }: Peer, address: string, error: unknown): void {
    if (this.#isClosed || this.#warned.has(id)) return;
    this.#warned.add(id);
    const isRefused = errorCodeOf(error) !== ErrorCode.NETWORK_EXCEPTION;
    const reason = error instanceof Error ? error.message : String(error);
    if (isRefused) this.#logger.error('a controller refuses this one', { id, address, reason });
    else this.#logger.info('a controller cannot be reached yet', { id, address, reason });
  }
}

async function ask(remote: RaftService, request: RaftRequest, call: CallOptions): Promise<RaftAnswer> {
  switch (request.kind) {
    case 'vote':
      return { ...(await remote.vote(request, call)), kind: 'vote' } as RaftAnswer;
    case 'begin-quorum-epoch':
      return { ...(await remote.beginQuorumEpoch(request, call)), kind: 'begin-quorum-epoch' } as RaftAnswer;
    case 'end-quorum-epoch':
      return { ...(await remote.endQuorumEpoch(request, call)), kind: 'end-quorum-epoch' } as RaftAnswer;
    case 'fetch':
      return { ...(await remote.fetch(request, call)), kind: 'fetch' } as RaftAnswer;
    case 'fetch-snapshot':
      return { ...(await remote.fetchSnapshot(request, call)), kind: 'fetch-snapshot' } as RaftAnswer;
    case 'update-voter':
      return { ...(await remote.updateVoter(request, call)), kind: 'update-voter' } as RaftAnswer;
  }
}

export interface AcceptRaftOptions {
  readonly raft: Pick<RaftNode, 'serve' | 'nodeId' | 'clusterId'>;
  readonly logger: Logger;
}

/**
 * The links that other nodes of the quorum open to this one. Refuses one of another cluster
 * (INCONSISTENT_CLUSTER_ID) and one that has this node's own number (DUPLICATE_VOTER).
 */
export function acceptRaftLinks({ raft, logger }: AcceptRaftOptions): AcceptLink<RaftService, RaftClientService> {
  const open = new Map<BrokerId, { readonly incarnationId: string }>();
  return (link) => {
    const { nodeId, clusterId, incarnationId } = link.hello;
    if (clusterId !== raft.clusterId) {
      logger.error('a controller of another cluster was refused: format its folder with the cluster id of this one (ottla.cluster.id), or correct controller.quorum.voters', { node: nodeId, itsCluster: clusterId, cluster: raft.clusterId });
      throw new KafkaError(ErrorCode.INCONSISTENT_CLUSTER_ID, `node ${raft.nodeId} belongs to cluster ${raft.clusterId}, not to ${String(clusterId)}: format the folder with ottla.cluster.id=${raft.clusterId}, or correct controller.quorum.voters`);
    }
    if (nodeId === raft.nodeId) {
      logger.error('a controller that says it is this node was refused: give each controller a node.id of its own', { node: nodeId });
      throw new KafkaError(ErrorCode.DUPLICATE_VOTER, `node ${nodeId} is this controller itself: give each controller a node.id of its own`);
    }
    const before = open.get(nodeId);
    if (before !== undefined && before.incarnationId !== incarnationId) logger.warn('two processes say that they are the same controller; if this goes on, stop one of them', { node: nodeId });
    const hello = { incarnationId };
    open.set(nodeId, hello);
    void link.closed.then(() => {
      if (open.get(nodeId) === hello) open.delete(nodeId);
    });
    return raftService(raft);
  };
}

function raftService(raft: Pick<RaftNode, 'serve'>): RaftService {
  const serve = async <A extends RaftAnswerHead>(request: RaftRequest): Promise<A> => {
    const { kind: _, ...answer } = await raft.serve(request);
    return answer as unknown as A;
  };
  return {
    vote: (request) => serve({ ...request, kind: 'vote' }),
    beginQuorumEpoch: (request) => serve({ ...request, kind: 'begin-quorum-epoch' }),
    endQuorumEpoch: (request) => serve({ ...request, kind: 'end-quorum-epoch' }),
    fetch: (request) => serve({ ...request, kind: 'fetch' }),
    fetchSnapshot: (request) => serve({ ...request, kind: 'fetch-snapshot' }),
    updateVoter: (request) => serve({ ...request, kind: 'update-voter' }),
  };
}
