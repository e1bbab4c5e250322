import { ErrorCode, type BrokerId } from '@ottla/model';
import type { MetadataImage } from '@ottla/metadata';
import type { ApiKeys } from '@ottla/protocol';
import { advertisedController, brokerNode, CLUSTER_OPERATIONS, NO_OPERATIONS } from './cluster-view.ts';
import type { Handler } from './handler.ts';

const BROKER_ENDPOINTS = 1;
const CONTROLLER_ENDPOINTS = 2;

/** DescribeCluster, for broker endpoints; only a controller's own listener describes controllers (KIP-919). */
export function describeClusterHandler(image: () => MetadataImage, self: BrokerId): Handler<typeof ApiKeys.DescribeCluster> {
  return ({ request, client, respond }) => {
    const { clusterId } = image();
    if (request.endpointType !== BROKER_ENDPOINTS) {
      const isController = request.endpointType === CONTROLLER_ENDPOINTS;
      const errorCode = isController ? ErrorCode.MISMATCHED_ENDPOINT_TYPE : ErrorCode.UNSUPPORTED_ENDPOINT_TYPE;
      const errorMessage = isController ? 'the request was sent to a broker, but wants the endpoints of controllers' : `there is no endpoint type ${request.endpointType}`;
      respond({ throttleTimeMs: 0, errorCode, errorMessage, endpointType: BROKER_ENDPOINTS, clusterId: '', brokers: [] });
      return;
    }
    const metadata = image();
    const brokers = [...metadata.brokers.values()]
      .filter(({ fenced }) => request.includeFencedBrokers || !fenced)
      .sort((a, b) => a.id - b.id)
      .flatMap((broker) => {
        const node = brokerNode(broker, client.connection.listenerName);
        return node === undefined ? [] : [{ brokerId: node.nodeId, host: node.host, port: node.port, rack: node.rack, isFenced: broker.fenced }];
      });
    respond({
      throttleTimeMs: 0,
      errorCode: ErrorCode.NONE,
      errorMessage: null,
      endpointType: BROKER_ENDPOINTS,
      clusterId,
      controllerId: advertisedController(metadata, self),
      brokers,
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations ? CLUSTER_OPERATIONS : NO_OPERATIONS,
    });
  };
}
