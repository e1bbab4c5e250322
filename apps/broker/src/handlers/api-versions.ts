import { ErrorCode } from '@ottla/model';
import { KRAFT_VERSION_FEATURE, KRAFT_VERSION_IN_FORCE, supportedFeatures, type MetadataImage } from '@ottla/metadata';
import { apis, type ApiKeys } from '@ottla/protocol';
import type { Handler } from './handler.ts';
import { advertisedVersions } from './registry.ts';

/** First version whose clients accept a feature with a minimum of 0 (KIP-1022). */
const ZERO_MINIMUM_FROM = 4;
/** What KIP-511 lets a client call itself. */
const softwareName = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?$/;

/** ApiVersions: what is served and which features are finalized. An unknown version is answered in version 0 (KIP-511). */
export function apiVersionsHandler(image: () => MetadataImage): Handler<typeof ApiKeys.ApiVersions> {
  return ({ request, version, client, respond }) => {
    const isUnknown = version < 0 || version > apis[18].request.maxVersion;
    const apiKeys = advertisedVersions();
    if (isUnknown) {
      respond({ errorCode: ErrorCode.UNSUPPORTED_VERSION, apiKeys: apiKeys.filter(({ apiKey }) => apiKey === 18) });
      return;
    }
    if (version >= 3) {
      if (!softwareName.test(request.clientSoftwareName) || !softwareName.test(request.clientSoftwareVersion)) {
        respond({ errorCode: ErrorCode.INVALID_REQUEST, apiKeys: [] });
        return;
      }
      client.connection.clientSoftwareName = request.clientSoftwareName;
      client.connection.clientSoftwareVersion = request.clientSoftwareVersion;
    }
    const metadata = image();
    respond({
      errorCode: ErrorCode.NONE,
      apiKeys,
      throttleTimeMs: 0,
      supportedFeatures: supportedFeatures.map(({ name, minVersion, maxVersion }) => ({ name, minVersion, maxVersion })).filter(({ minVersion }) => version >= ZERO_MINIMUM_FROM || minVersion > 0),
      finalizedFeaturesEpoch: metadata.offset,
      finalizedFeatures: [...metadata.features, [KRAFT_VERSION_FEATURE, KRAFT_VERSION_IN_FORCE] as const].map(([name, level]) => ({ name, maxVersionLevel: level, minVersionLevel: level })),
      zkMigrationReady: false,
    });
  };
}
