import { KafkaError, type Cancellable, type Logger, type Scheduler } from '@ottla/model';
import type { MetadataDelta } from '../image/delta.ts';
import type { TopicImage } from '../image/topics.ts';
import type { MetadataRecord } from '../records/metadata-record.ts';
import type { ControlState } from './decision.ts';
import { partitionChange } from './partition-change.ts';
import { canLead, PartitionRules } from './partition-rules.ts';

export interface PartitionUpkeepOptions {
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** What decisions are made from, as it is at that moment. */
  readonly state: () => ControlState;
  /** Throws KafkaError when the log refuses. */
  readonly append: (records: readonly MetadataRecord[]) => void;
}

/** Partitions looked at in one turn: a few milliseconds. */
const PARTITIONS_PER_TURN = 10_000;
/** Elections of one turn, as in Kafka: each is news for every broker. */
const ELECTIONS_PER_TURN = 1000;
const PAUSE_MS = 5;
const UNCLEAN_ELECTION = 'unclean.leader.election.enable';

/**
 * Elections that nobody asks for: leadership goes back to preferred replicas (auto.leader.rebalance.enable), and
 * partitions without a leader get one where unclean elections are allowed. All partitions are looked at every
 * leader.imbalance.check.interval.seconds, and at once when unclean.leader.election.enable changed.
 *
 * Ordering: runs between `start` and `stop`, while this controller is active. One sweep at a time, in slices of a turn,
 * each of which decides from the state of its moment.
 */
export class PartitionUpkeep {
  readonly #options: PartitionUpkeepOptions;
  #timer: Cancellable | undefined;
  #slice: Cancellable | undefined;
  #topics: Iterator<TopicImage> | undefined;
  /** Where the sweep stands in a topic larger than a slice. */
  #current: { readonly topic: TopicImage; readonly from: number } | undefined;

  constructor(options: PartitionUpkeepOptions) {
    this.#options = options;
  }

  start(): void {
    this.stop();
    this.#timer = this.#options.scheduler.after(this.#options.state().config.leaderImbalanceCheckIntervalMs, () => {
      this.start();
      this.#sweep();
    });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#end();
  }

  /** What was appended just now. */
  appended(delta: MetadataDelta): void {
    if (this.#timer === undefined) return;
    for (const { keys } of delta.configs) if (keys.has(UNCLEAN_ELECTION)) this.#sweep();
  }

  /** Begins anew where one is under way: what it passed may be another matter by now. */
  #sweep(): void {
    this.#end();
    this.#topics = this.#options.state().image.topics.byName.values();
    this.#slice = this.#options.scheduler.after(PAUSE_MS, () => this.#next());
  }

  #end(): void {
    this.#slice?.cancel();
    this.#slice = undefined;
    this.#topics = undefined;
    this.#current = undefined;
  }

  #next(): void {
    this.#slice = undefined;
    const { scheduler, logger, append } = this.#options;
    try {
      const records = this.#elections();
      if (records.length > 0) {
        logger.info('elected leaders: preferred replicas lead again, or partitions that had no leader', { partitions: records.length });
        append(records);
      }
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
      logger.warn('leaders could not be elected now; tried again at the next check', { error: error.message });
      this.#end();
    }
    if (this.#topics !== undefined) this.#slice = scheduler.after(PAUSE_MS, () => this.#next());
  }

  #elections(): MetadataRecord[] {
    const state = this.#options.state();
    const rules = new PartitionRules(state);
    const records: MetadataRecord[] = [];
    for (let left = PARTITIONS_PER_TURN; left > 0 && records.length < ELECTIONS_PER_TURN; left--) {
      const place = this.#place(state);
      if (place === undefined) break;
      const { topic, from: index } = place;
      const record = electionOf(state, rules, topic, index);
      if (record !== undefined) records.push(record);
    }
    return records;
  }

  /** The next partition to look at; undefined at the end of the sweep. */
  #place({ image }: ControlState): { readonly topic: TopicImage; readonly from: number } | undefined {
    let place = this.#current;
    // A topic may have been deleted between two slices.
    while (place === undefined || place.from >= place.topic.partitions.length || image.topics.getById(place.topic.id) !== place.topic) {
      const next = this.#topics?.next();
      if (next === undefined || next.done === true) {
        this.#end();
        return undefined;
      }
      place = { topic: next.value, from: 0 };
    }
    this.#current = { topic: place.topic, from: place.from + 1 };
    return place;
  }
}

function electionOf(state: ControlState, rules: PartitionRules, topic: TopicImage, index: number): MetadataRecord | undefined {
  const partition = topic.partitions[index];
  if (partition === undefined) return undefined;
  const isBalanced = partition.leader === partition.replicas[0] || !state.config.autoLeaderRebalanceEnable;
  if (partition.hasLeader ? isBalanced : !rules.allowsUnclean(topic.name)) return undefined;
  const election = partition.hasLeader ? 'preferred' : 'unclean';
  const change = partitionChange(rules, { topic, index, partition }, { election, canLead: (broker) => canLead(state.image, broker, partition) });
  return change?.record;
}
