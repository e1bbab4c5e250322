import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;

/**
 * Kafka's own Java client as members of groups and as a transactional producer. Arguments: bootstrap servers, and parts of
 * the names of rows (all when there are none). Prints a line for each row: name, "passed" or what failed, milliseconds, separated by tabs.
 */
public class JavaClient {
  static final int PARTITIONS = 6;
  static final long WITHIN_MS = 30_000;
  static String bootstrap;
  static Admin admin;
  static KafkaProducer<String, String> producer;

  /** One consumer on a thread of its own. */
  static class Member extends Thread {
    final Map<String, Object> settings;
    final String topic;
    final Map<Integer, Set<Long>> read;
    final AtomicInteger lost = new AtomicInteger();
    volatile Set<Integer> assigned = Set.of();
    volatile boolean stopping;
    volatile Throwable failure;

    Member(String topic, Map<Integer, Set<Long>> read, Map<String, Object> settings) {
      this.topic = topic;
      this.read = read;
      this.settings = settings;
      start();
    }

    @Override public void run() {
      Map<String, Object> all = new HashMap<>(Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest", "auto.commit.interval.ms", 100, "fetch.max.wait.ms", 50));
      all.putAll(settings);
      try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
        consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
          @Override public void onPartitionsRevoked(Collection<TopicPartition> gone) { if (!stopping) lost.addAndGet(gone.size()); }
          @Override public void onPartitionsAssigned(Collection<TopicPartition> gained) { }
        });
        while (!stopping) {
          for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) read.get(record.partition()).add(record.offset());
          Set<Integer> now = new TreeSet<>();
          for (TopicPartition partition : consumer.assignment()) now.add(partition.partition());
          assigned = now;
        }
      } catch (Throwable thrown) {
        failure = thrown;
      }
      assigned = Set.of();
    }

    void end() throws Exception {
      stopping = true;
      join();
    }
  }

  /** A group: its members, what they read, what was written. */
  static class Group implements AutoCloseable {
    final String topic = "java-" + UUID.randomUUID();
    final Map<Integer, Set<Long>> read = new ConcurrentHashMap<>();
    final List<Member> members = new CopyOnWriteArrayList<>();
    final Map<String, Object> common;
    long written;

    Group(Map<String, Object> common) throws Exception {
      this.common = common;
      for (int partition = 0; partition < PARTITIONS; partition++) read.put(partition, ConcurrentHashMap.newKeySet());
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) -1))).all().get();
    }

    Member join(Map<String, Object> own) {
      Map<String, Object> settings = new HashMap<>(common);
      settings.put("group.id", topic);
      settings.putAll(own);
      Member member = new Member(topic, read, settings);
      members.add(member);
      return member;
    }

    void leave(Member member) throws Exception {
      member.end();
      members.remove(member);
      if (member.failure != null) throw new Exception("a member failed", member.failure);
    }

    /** Every partition has exactly one member, and each member as many as any other. */
    void shared(String when) throws Exception {
      within("shared " + when, () -> {
        List<Integer> all = new ArrayList<>();
        for (Member member : members) {
          if (member.assigned.size() != PARTITIONS / members.size()) return false;
          all.addAll(member.assigned);
        }
        return all.size() == PARTITIONS && new HashSet<>(all).size() == PARTITIONS;
      });
    }

    void writtenAndRead(String when) throws Exception {
      for (int index = 0; index < 20 * PARTITIONS; index++) producer.send(new ProducerRecord<>(topic, index % PARTITIONS, null, "v"));
      producer.flush();
      written += 20;
      within("read " + when, () -> {
        for (Set<Long> offsets : read.values()) if (offsets.size() != written) return false;
        return true;
      });
    }

    void within(String what, BooleanSupplier holds) throws Exception {
      long deadline = System.currentTimeMillis() + WITHIN_MS;
      while (!holds.getAsBoolean()) {
        for (Member member : members) if (member.failure != null) throw new Exception("a member failed", member.failure);
        if (System.currentTimeMillis() > deadline) {
          StringBuilder found = new StringBuilder();
          for (Member member : members) found.append(member.assigned);
          throw new Exception("not within " + WITHIN_MS + " ms: " + what + "; members hold " + found);
        }
        Thread.sleep(10);
      }
    }

    @Override public void close() throws Exception {
      for (Member member : members) member.end();
    }
  }

  static Map<String, Object> classic(String assignor) {
    return Map.of("group.protocol", "classic", "partition.assignment.strategy", "org.apache.kafka.clients.consumer." + assignor, "heartbeat.interval.ms", 300, "session.timeout.ms", 10_000);
  }

  static Map<String, Object> modern(String assignor) {
    return Map.of("group.protocol", "consumer", "group.remote.assignor", assignor);
  }

  static Map<String, Object> named(boolean isStatic, int index) {
    return isStatic ? Map.of("group.instance.id", "instance-" + index) : Map.of();
  }

  /** Three members share; one goes; the others take over, or (static) it comes back to what it had, and nobody else notices. */
  static void members(Map<String, Object> settings, boolean isStatic) throws Exception {
    try (Group group = new Group(settings)) {
      for (int index = 0; index < 3; index++) group.join(named(isStatic, index));
      group.shared("by three");
      group.writtenAndRead("by three");
      Member goes = group.members.get(1);
      Set<Integer> had = goes.assigned;
      int before = group.members.get(0).lost.get() + group.members.get(2).lost.get();
      group.leave(goes);
      if (isStatic) {
        Member back = group.join(named(true, 1));
        group.within("the instance is back", () -> back.assigned.equals(had));
        int after = group.members.get(0).lost.get() + group.members.get(1).lost.get();
        if (after != before) throw new Exception("others gave up partitions for an instance that came back");
      } else {
        group.shared("by two");
      }
      group.writtenAndRead("after one went");
    }
  }

  /** Members roll one by one from the classic protocol to the new one and back; records are read all the while. */
  static void roll(String assignor, boolean isStatic) throws Exception {
    try (Group group = new Group(Map.of())) {
      List<Map<String, Object>> steps = List.of(classic(assignor), modern("uniform"), classic(assignor));
      for (int index = 0; index < 2; index++) group.join(merged(steps.get(0), named(isStatic, index)));
      group.shared("by classic members");
      group.writtenAndRead("by classic members");
      for (Map<String, Object> next : steps.subList(1, 3)) {
        for (int index = 0; index < 2; index++) {
          group.leave(group.members.get(0));
          group.join(merged(next, named(isStatic, index)));
          group.shared("after a member rolled to " + next.get("group.protocol"));
          group.writtenAndRead("after a member rolled to " + next.get("group.protocol"));
        }
      }
    }
  }

  static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> all = new HashMap<>(first);
    all.putAll(second);
    return all;
  }

  /** Transactions with offsets, every second aborted: the epoch rises with each, as KIP-890 (transaction version 2) has it. */
  static void transactions() throws Exception {
    int rounds = 10;
    try (Group group = new Group(Map.of())) {
      String id = "id-" + group.topic;
      TopicPartition input = new TopicPartition(group.topic, 1);
      Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "transactional.id", id);
      int epochBefore;
      Map<String, Object> member = Map.of("bootstrap.servers", bootstrap, "group.id", group.topic);
      try (KafkaProducer<String, String> moving = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
          KafkaConsumer<String, String> simple = new KafkaConsumer<>(member, new StringDeserializer(), new StringDeserializer())) {
        moving.initTransactions();
        epochBefore = (int) admin.describeTransactions(List.of(id)).description(id).get().producerEpoch();
        for (int round = 0; round < rounds; round++) {
          moving.beginTransaction();
          moving.send(new ProducerRecord<>(group.topic, 0, null, String.valueOf(round)));
          moving.sendOffsetsToTransaction(Map.of(input, new OffsetAndMetadata(round + 1)), simple.groupMetadata());
          if (round % 2 == 0) moving.commitTransaction();
          else moving.abortTransaction();
        }
      }
      int epochAfter = (int) admin.describeTransactions(List.of(id)).description(id).get().producerEpoch();
      if (epochAfter - epochBefore < rounds) throw new Exception("the epoch rose by " + (epochAfter - epochBefore) + " in " + rounds + " transactions: not transaction version 2");
      List<String> seen = new ArrayList<>();
      Map<String, Object> reading = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
      try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
        consumer.assign(List.of(new TopicPartition(group.topic, 0)));
        group.within("committed records are read", () -> {
          for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) seen.add(record.value());
          return seen.size() >= rounds / 2;
        });
      }
      if (!seen.equals(List.of("0", "2", "4", "6", "8"))) throw new Exception("read " + seen);
      long offset = admin.listConsumerGroupOffsets(group.topic).partitionsToOffsetAndMetadata().get().get(input).offset();
      if (offset != rounds - 1) throw new Exception("the committed offset is " + offset);
    }
  }

  interface Row { void run() throws Exception; }

  public static void main(String[] args) throws Exception {
    bootstrap = args[0];
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
    Map<String, Row> rows = new LinkedHashMap<>();
    for (boolean isStatic : new boolean[] { false, true }) {
      String kind = isStatic ? ", static" : ", dynamic";
      for (String assignor : List.of("RangeAssignor", "RoundRobinAssignor", "StickyAssignor", "CooperativeStickyAssignor")) rows.put("classic, " + assignor + kind, () -> members(classic(assignor), isStatic));
      for (String assignor : List.of("uniform", "range")) rows.put("consumer, " + assignor + kind, () -> members(modern(assignor), isStatic));
      for (String assignor : List.of("RangeAssignor", "CooperativeStickyAssignor")) rows.put("classic (" + assignor + ") to consumer and back" + kind, () -> roll(assignor, isStatic));
    }
    rows.put("transactions with offsets, transaction version 2", JavaClient::transactions);
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      if (args.length > 1 && Arrays.stream(args).skip(1).noneMatch(row.getKey()::contains)) continue;
      long startedAt = System.currentTimeMillis();
      String outcome = "passed";
      try {
        row.getValue().run();
      } catch (Throwable thrown) {
        outcome = "failed: " + thrown.getMessage() + (thrown.getCause() == null ? "" : ": " + thrown.getCause());
      }
      System.out.println(row.getKey() + "\t" + outcome.replaceAll("\\s+", " ") + "\t" + (System.currentTimeMillis() - startedAt));
      System.out.flush();
    }
    System.exit(0);
  }
}
