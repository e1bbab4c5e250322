// Bytes that Apache Kafka 4.3.1 itself writes, for the golden tests of libs/protocol and libs/storage.
//   CP="$REFERENCE_KAFKA_HOME/libs/*"     (the folder of an Apache Kafka 4.3.1)
//   javac -cp "$CP" -d /tmp/golden tools/golden/KafkaVectors.java
//   java -cp "$CP:/tmp/golden" KafkaVectors messages 1 [all]   `name kind version hex`, lowest and highest version of each
//   java -cp "$CP:/tmp/golden" KafkaVectors files              `name hex`: record batches, a producer snapshot, an aborted transaction
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.message.ApiMessageType;
import org.apache.kafka.common.metadata.MetadataRecordType;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.protocol.types.BoundField;
import org.apache.kafka.common.protocol.types.Field;
import org.apache.kafka.common.protocol.types.Schema;
import org.apache.kafka.common.protocol.types.Struct;
import org.apache.kafka.common.protocol.types.TaggedFields;
import org.apache.kafka.common.protocol.types.Type;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.storage.internals.log.AbortedTxn;
import org.apache.kafka.storage.internals.log.ProducerStateEntry;
import org.apache.kafka.storage.internals.log.ProducerStateManager;

public class KafkaVectors {
    private static final String[] STRINGS = {"a", "", "topic-x", "é", "0123456789", "日本"};

    private final Random random;

    private KafkaVectors(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("messages")) new KafkaVectors(Long.parseLong(args[1])).messages(args.length > 2);
        else files();
    }

    private void messages(boolean allVersions) throws Exception {
        for (ApiMessageType type : ApiMessageType.values()) {
            short highest = type.highestSupportedVersion(true);
            for (short version = type.lowestSupportedVersion(); version <= highest; version++) {
                if (!allVersions && version != type.lowestSupportedVersion() && version != highest) continue;
                message(type.name, "request", version, type.requestSchemas()[version], type::newRequest);
                message(type.name, "response", version, type.responseSchemas()[version], type::newResponse);
            }
        }
        for (MetadataRecordType type : MetadataRecordType.values()) {
            ApiMessage record = type.newMetadataRecord();
            Schema[] schemas = (Schema[]) record.getClass().getField("SCHEMAS").get(null);
            for (short version = record.lowestSupportedVersion(); version <= record.highestSupportedVersion(); version++) {
                message(record.getClass().getSimpleName(), "record", version, schemas[version], type::newMetadataRecord);
            }
        }
    }

    /** Random values by the schema's raw types, taken in and written again by the message class. */
    private void message(String name, String kind, short version, Schema schema, Supplier<ApiMessage> make) {
        Struct struct = struct(schema, 0);
        ByteBuffer raw = ByteBuffer.allocate(schema.sizeOf(struct));
        schema.write(raw, struct);
        raw.flip();
        ApiMessage message = make.get();
        message.read(new ByteBufferAccessor(raw), version);
        print(name + " " + kind + " " + version, MessageUtil.toByteBufferAccessor(message, version).buffer());
    }

    private Struct struct(Schema schema, int depth) {
        Struct struct = new Struct(schema);
        for (BoundField field : schema.fields()) struct.set(field, value(field.def.type, depth));
        return struct;
    }

    private Object value(Type type, int depth) {
        if (type instanceof Schema) return struct((Schema) type, depth);
        if (type instanceof TaggedFields) {
            NavigableMap<Integer, Object> fields = new TreeMap<>();
            for (Map.Entry<Integer, Field> field : ((TaggedFields) type).fields().entrySet()) {
                if (random.nextInt(4) != 0) fields.put(field.getKey(), value(field.getValue().type, depth + 1));
            }
            return fields;
        }
        if (type.isNullable() && random.nextInt(6) == 0) return null;
        if (type.isArray()) {
            Object[] elements = new Object[depth < 1 ? 1 + random.nextInt(2) : 1];
            for (int i = 0; i < elements.length; i++) elements[i] = value(type.arrayElementType().get(), depth + 1);
            return elements;
        }
        return primitive(type.toString());
    }

    private Object primitive(String type) {
        if (type.endsWith("STRING")) return STRINGS[random.nextInt(STRINGS.length)];
        if (type.endsWith("BYTES")) return ByteBuffer.wrap(bytes());
        if (type.endsWith("RECORDS")) return MemoryRecords.readableRecords(ByteBuffer.wrap(bytes()));
        return switch (type) {
            case "BOOLEAN" -> random.nextBoolean();
            case "INT8" -> (byte) random.nextInt();
            case "INT16" -> (short) random.nextInt();
            case "UINT16" -> random.nextInt(65536);
            case "INT32" -> random.nextInt();
            case "UINT32" -> random.nextInt() & 0xffffffffL;
            case "INT64" -> random.nextLong() >> 11;
            case "FLOAT64" -> random.nextDouble();
            case "UUID" -> new Uuid(random.nextLong(), random.nextLong());
            default -> throw new IllegalArgumentException(type);
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void files() throws Exception {
        print("plainBatch", batch(TimestampType.CREATE_TIME, 0, -1, -1L, (short) -1, -1, false, -1));
        print("transactionalBatch", batch(TimestampType.CREATE_TIME, 5_000_000_000L, -1, 4_000_000_000_000_000L, (short) 7, 2147483646, true, 5));
        print("logAppendTimeBatch", batch(TimestampType.LOG_APPEND_TIME, 12, 1_700_000_000_123L, -1L, (short) -1, -1, false, 3));
        print("commitMarker", MemoryRecords.withEndTransactionMarker(42, 1_700_000_000_000L, 6, 1234L, (short) 9, new EndTransactionMarker(ControlRecordType.COMMIT, 17)).buffer());
        print("abortMarker", MemoryRecords.withEndTransactionMarker(43, 1_700_000_000_001L, 6, 1235L, (short) 0, new EndTransactionMarker(ControlRecordType.ABORT, 18)).buffer());

        Map<Long, ProducerStateEntry> entries = new TreeMap<>();
        ProducerStateEntry idempotent = new ProducerStateEntry(100L, (short) 2, -1, 1_700_000_000_000L, OptionalLong.empty());
        var addBatch = ProducerStateEntry.class.getDeclaredMethod("addBatch", short.class, int.class, long.class, int.class, long.class);
        addBatch.setAccessible(true);
        addBatch.invoke(idempotent, (short) 2, 9, 19L, 9, 1_700_000_000_000L);
        entries.put(100L, idempotent);
        entries.put(4_000_000_000_000_000L, new ProducerStateEntry(4_000_000_000_000_000L, (short) 7, 17, 1_700_000_000_001L, OptionalLong.of(5_000_000_000L)));
        Path snapshot = Files.createTempFile("producers", ".snapshot");
        ProducerStateManager.writeSnapshot(snapshot.toFile(), entries, true);
        print("producerSnapshot", ByteBuffer.wrap(Files.readAllBytes(snapshot)));
        Files.delete(snapshot);
        print("abortedTxn", abortedTxn(new AbortedTxn(1235L, 30L, 43L, 44L)));
    }

    private static ByteBuffer abortedTxn(AbortedTxn entry) throws Exception {
        var field = AbortedTxn.class.getDeclaredField("buffer");
        field.setAccessible(true);
        return ((ByteBuffer) field.get(entry)).duplicate().rewind();
    }

    private static ByteBuffer batch(TimestampType type, long baseOffset, long logAppendTime, long producerId, short epoch, int sequence, boolean transactional, int leaderEpoch) {
        MemoryRecordsBuilder builder = MemoryRecords.builder(
            ByteBuffer.allocate(4096), (byte) 2, Compression.NONE, type, baseOffset, logAppendTime, producerId, epoch, sequence, transactional, false, leaderEpoch);
        Header[] headers = {new RecordHeader("h1", text("x")), new RecordHeader("é", null)};
        builder.append(1_700_000_000_000L, text("k1"), text("v1"), new Header[0]);
        builder.append(1_699_999_999_990L, (byte[]) null, (byte[]) null, headers);
        builder.append(1_705_000_000_000L, text(""), text("a".repeat(200)), new Header[0]);
        return builder.build().buffer();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void print(String name, ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        System.out.println(name + " " + HexFormat.of().formatHex(bytes));
    }
}
