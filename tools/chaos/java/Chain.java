import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The chain of the run of chaos with Kafka's own client: a member of a consumer group (KIP-848) whose producer speaks the
 * second version of transactions (KIP-890). The same as clients/chain.ts for what it reads, writes and tells.
 */
public final class Chain {
  private static final int ABORT_OF = 8;
  private static final Duration POLL = Duration.ofMillis(500);
  private static volatile boolean isTerminated = false;

  private final OutputStream journal;
  private final KafkaConsumer<String, String> consumer;
  private final KafkaProducer<String, String> producer;
  private final String slot;
  private final int partitions;
  private long transactions = 0;

  private Chain(JsonNode options) throws Exception {
    slot = options.get("slot").asText();
    partitions = options.get("partitions").asInt();
    journal = new FileOutputStream(options.get("journal").asText(), true);
    Properties common = new Properties();
    common.put("bootstrap.servers", options.get("bootstrap").asText());
    common.put("client.id", options.get("name").asText());
    Properties writing = new Properties();
    writing.putAll(common);
    writing.put("transactional.id", slot);
    writing.put("transaction.timeout.ms", "10000");
    writing.put("max.block.ms", "60000");
    writing.put("delivery.timeout.ms", "60000");
    writing.put("request.timeout.ms", "10000");
    producer = new KafkaProducer<>(writing, new StringSerializer(), new StringSerializer());
    Properties reading = new Properties();
    reading.putAll(common);
    reading.put("group.id", "chain-java");
    reading.put("group.protocol", "consumer");
    reading.put("isolation.level", "read_committed");
    reading.put("auto.offset.reset", "earliest");
    reading.put("enable.auto.commit", "false");
    consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer());
  }

  public static void main(String[] words) throws Exception {
    Thread main = Thread.currentThread();
    // SIGTERM: what is under way is finished; the process ends with this thread.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      isTerminated = true;
      try {
        main.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }));
    Chain chain = new Chain(new ObjectMapper().readTree(words[0]));
    try {
      chain.run();
    } catch (Exception error) {
      // The next start goes on at what is committed.
      chain.tell("failed", String.valueOf(error));
      Runtime.getRuntime().halt(1);
    }
  }

  private void run() throws Exception {
    producer.initTransactions();
    consumer.subscribe(List.of("source"));
    while (!isTerminated) {
      ConsumerRecords<String, String> records = consumer.poll(POLL);
      if (records.isEmpty()) continue;
      // As of the poll: who has lost these partitions meanwhile must not commit as the member that it has become.
      ConsumerGroupMetadata member = consumer.groupMetadata();
      boolean isDone = false;
      while (!isDone) isDone = transact(records, member);
    }
    consumer.close();
    producer.close();
  }

  /** Answers whether it was committed; an abort on purpose is done again. */
  private boolean transact(ConsumerRecords<String, String> records, ConsumerGroupMetadata member) throws Exception {
    String id = slot + "/" + ProcessHandle.current().pid() + "/" + transactions++;
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (ConsumerRecord<String, String> record : records) {
      int to = (int) (record.offset() % partitions);
      producer.send(new ProducerRecord<>("sink-java", to, null, record.partition() + ":" + record.offset() + ":" + record.value()));
      offsets.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }
    producer.sendOffsetsToTransaction(offsets, member);
    boolean isCommit = transactions % ABORT_OF != 0;
    tell("began", id);
    if (isCommit) producer.commitTransaction();
    else producer.abortTransaction();
    tell(isCommit ? "committed" : "aborted", id);
    return isCommit;
  }

  private void tell(String what, String text) throws Exception {
    String line = new ObjectMapper().writeValueAsString(Map.of(what, text)) + "\n";
    journal.write(line.getBytes(StandardCharsets.UTF_8));
    journal.flush();
  }
}
