import java.nio.file.Files;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.apache.kafka.clients.admin.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.*;
import org.apache.kafka.streams.*;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.*;

/**
 * Kafka Streams counts words with exactly_once_v2, on two instances of which one leaves halfway. Arguments: bootstrap servers, application id, group protocol (classic or
 * streams). Prints the counts in the order of the words when they are what was written, else what stood in the way.
 */
public class WordCount {
  static final int LINES = 300;
  static final long WITHIN_MS = 90_000;

  static Map<String, Object> common(String bootstrap) { return new HashMap<>(Map.of("bootstrap.servers", bootstrap)); }

  static KafkaStreams instance(String bootstrap, String application, String protocol, int number, CompletableFuture<Throwable> failure) throws Exception {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(application + "-lines", Consumed.with(Serdes.String(), Serdes.String()))
      .flatMapValues(line -> List.of(line.split(" ")))
      .groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
      .count(Materialized.as("counts"))
      .toStream()
      .to(application + "-counts", Produced.with(Serdes.String(), Serdes.Long()));
    Properties properties = new Properties();
    properties.putAll(common(bootstrap));
    properties.putAll(Map.of("application.id", application, "processing.guarantee", "exactly_once_v2", "commit.interval.ms", 100, "num.stream.threads", 1,
      "state.dir", Files.createTempDirectory("word-count").toString(), "group.protocol", protocol, "client.id", application + number, "auto.offset.reset", "earliest", "num.standby.replicas", 0));
    KafkaStreams streams = new KafkaStreams(builder.build(), properties);
    streams.setUncaughtExceptionHandler(thrown -> {
      failure.complete(thrown);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    });
    streams.start();
    return streams;
  }

  static void write(KafkaProducer<String, String> producer, String topic, int from, int to) {
    for (int i = from; i < to; i++) producer.send(new ProducerRecord<>(topic, "k" + i, "all w" + i % 7 + (i % 2 == 0 ? " even" : "")));
    producer.flush();
  }

  static Map<String, Long> expected(int lines) {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < lines; i++) for (String word : ("all w" + i % 7 + (i % 2 == 0 ? " even" : "")).split(" ")) counts.merge(word, 1L, Long::sum);
    return counts;
  }

  /** Reads the counts until they are as expected. Every change of a count is one record: more would be records twice. */
  static void await(KafkaConsumer<String, Long> consumer, Map<String, Long> counts, Map<String, Long> expected, CompletableFuture<Throwable> failure) throws Throwable {
    for (long startedAt = System.nanoTime(); !counts.equals(expected); ) {
      if (failure.isDone()) throw failure.get();
      if (System.nanoTime() - startedAt > WITHIN_MS * 1_000_000) throw new Exception("not counted in time: " + counts);
      for (ConsumerRecord<String, Long> record : consumer.poll(Duration.ofMillis(100))) {
        if (record.value() <= counts.getOrDefault(record.key(), 0L)) throw new Exception(record.key() + " went from " + counts.get(record.key()) + " to " + record.value());
        counts.put(record.key(), record.value());
      }
    }
  }

  public static void main(String[] args) throws Exception {
    String bootstrap = args[0], application = args[1], protocol = args[2];
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    List<KafkaStreams> instances = new ArrayList<>();
    try (Admin admin = Admin.create(common(bootstrap));
         KafkaProducer<String, String> producer = new KafkaProducer<>(common(bootstrap), new StringSerializer(), new StringSerializer());
         KafkaConsumer<String, Long> consumer = new KafkaConsumer<>(withIsolation(bootstrap), new StringDeserializer(), new LongDeserializer())) {
      admin.createTopics(List.of(new NewTopic(application + "-lines", 3, (short) -1), new NewTopic(application + "-counts", 1, (short) -1))).all().get();
      consumer.assign(List.of(new TopicPartition(application + "-counts", 0)));
      Map<String, Long> counts = new TreeMap<>();
      for (int number = 1; number <= 2; number++) instances.add(instance(bootstrap, application, protocol, number, failure));
      write(producer, application + "-lines", 0, LINES / 2);
      await(consumer, counts, expected(LINES / 2), failure);
      write(producer, application + "-lines", LINES / 2, LINES * 3 / 4);
      instances.get(0).close(Duration.ofSeconds(30));
      write(producer, application + "-lines", LINES * 3 / 4, LINES);
      await(consumer, counts, expected(LINES), failure);
      System.out.println("counted " + counts);
    } catch (Throwable thrown) {
      Throwable cause = thrown;
      while (cause.getCause() != null) cause = cause.getCause();
      System.out.println("failed with " + cause.getClass().getName() + ": " + cause.getMessage());
    } finally {
      for (KafkaStreams each : instances) each.close(Duration.ofSeconds(30));
    }
  }

  static Map<String, Object> withIsolation(String bootstrap) {
    Map<String, Object> settings = common(bootstrap);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    return settings;
  }
}
