import type { MetadataImage } from '../image/image.ts';
import { leadingRecords, topicRecords, trailingRecords } from '../image/image-records.ts';
import type { TopicImage } from '../image/topics.ts';

/**
 * The records of an image as it is at this moment, to be taken later and in slices while the image goes on changing:
 * what is few is encoded at once, topics when they are reached, or just before their first change.
 *
 * Ordering: one at a time for each image (`TopicsImage.beforeChange` has one place); `close` gives the hook back.
 */
export class ImageSnapshot {
  readonly #image: MetadataImage;
  readonly #leading: readonly Uint8Array[];
  readonly #topics: readonly TopicImage[];
  readonly #trailing: readonly Uint8Array[];
  /** Topics that still stand to be written. */
  readonly #waiting: Set<TopicImage>;
  readonly #saved = new Map<TopicImage, readonly Uint8Array[]>();

  constructor(image: MetadataImage) {
    if (image.topics.beforeChange !== undefined) throw new Error('another snapshot of this image is being written');
    this.#image = image;
    this.#leading = Array.from(leadingRecords(image), bytesOf);
    this.#topics = [...image.topics.byName.values()];
    this.#trailing = Array.from(trailingRecords(image), bytesOf);
    this.#waiting = new Set(this.#topics);
    image.topics.beforeChange = (topic) => {
      if (this.#waiting.delete(topic)) this.#saved.set(topic, Array.from(topicRecords(topic), bytesOf));
    };
  }

  /** Once. */
  *records(): Generator<Uint8Array> {
    for (const record of this.#leading) yield record;
    for (const topic of this.#topics) {
      const saved = this.#saved.get(topic);
      if (saved !== undefined) {
        this.#saved.delete(topic);
        yield* saved;
      } else {
        // Encoded as a whole, since it may change between two slices.
        this.#waiting.delete(topic);
        yield* Array.from(topicRecords(topic), bytesOf);
      }
    }
    for (const record of this.#trailing) yield record;
  }

  close(): void {
    this.#image.topics.beforeChange = undefined;
    this.#waiting.clear();
    this.#saved.clear();
  }
}

function bytesOf(record: { readonly bytes: Uint8Array }): Uint8Array {
  return record.bytes;
}
