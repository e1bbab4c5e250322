import { ConsumerProtocolSubscriptionCodec, MalformedMessageError, WireReader } from '@ottla/protocol';

/** Protocol type of groups whose members are consumers: only then is members' metadata a subscription. */
export const CONSUMER_PROTOCOL_TYPE = 'consumer';

/** All versions begin alike, and the topics are in the first. */
const ANY_VERSION = 0;

/**
 * The topics that the members' metadata subscribes to; undefined when one of them is no subscription, as of a
 * client with an assignor of its own making.
 */
export function topicsOf(subscriptions: Iterable<Uint8Array>): ReadonlySet<string> | undefined {
  const topics = new Set<string>();
  try {
    for (const subscription of subscriptions) {
      const reader = new WireReader(subscription);
      reader.readInt16();
      for (const topic of ConsumerProtocolSubscriptionCodec.decode(reader, ANY_VERSION).topics) topics.add(topic);
    }
  } catch (error) {
    if (error instanceof MalformedMessageError) return undefined;
    throw error;
  }
  return topics;
}
