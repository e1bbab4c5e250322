import { ErrorCode } from '@ottla/model';
import { ConfigResourceType, type MetadataImage } from '@ottla/metadata';
import type { ApiKeys } from '@ottla/protocol';
import type { Handler } from './handler.ts';

const listable: readonly number[] = [
  ConfigResourceType.TOPIC,
  ConfigResourceType.BROKER,
  ConfigResourceType.BROKER_LOGGER,
  ConfigResourceType.CLIENT_METRICS,
  ConfigResourceType.GROUP,
];

/** ListConfigResources: names of everything that can carry configs (KIP-1142); version 0 lists client metrics only. */
export function listConfigResourcesHandler(image: () => MetadataImage): Handler<typeof ApiKeys.ListConfigResources> {
  return ({ request, version, respond }) => {
    const asked = version === 0 ? [ConfigResourceType.CLIENT_METRICS] : request.resourceTypes.length === 0 ? listable : [...new Set(request.resourceTypes)];
    if (asked.some((type) => !listable.includes(type))) {
      respond({ throttleTimeMs: 0, errorCode: ErrorCode.UNSUPPORTED_VERSION, configResources: [] });
      return;
    }
    const metadata = image();
    const configResources = asked.flatMap((resourceType) => names(metadata, resourceType).map((resourceName) => ({ resourceName, resourceType })));
    respond({ throttleTimeMs: 0, errorCode: ErrorCode.NONE, configResources });
  };
}

function names(image: MetadataImage, type: number): string[] {
  switch (type) {
    case ConfigResourceType.TOPIC:
      return [...image.topics.byName.keys()];
    case ConfigResourceType.BROKER:
    case ConfigResourceType.BROKER_LOGGER:
      return [...image.brokers.keys()].map(String);
    default:
      return [...image.configs.resources(type).keys()];
  }
}
