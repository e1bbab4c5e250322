/**
 * The part of this library that stored bytes need: batches, and the data that is kept in them and beside them. For threads
 * that read segments, whose start would take twice as long with the messages of all APIs.
 */
export * from './wire/errors.ts';
export * from './wire/codec.ts';
export * from './wire/reader.ts';
export * from './wire/writer.ts';
export * from './records/index.ts';
export * from './gen/data.ts';
