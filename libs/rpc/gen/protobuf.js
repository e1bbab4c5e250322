// 64-bit fields are plain numbers, exact to 2^53, as the generated types say. Without this every one is a Long.
import protobuf from 'protobufjs/minimal.js';

protobuf.util.Long = undefined;
protobuf.configure();

export default protobuf;
