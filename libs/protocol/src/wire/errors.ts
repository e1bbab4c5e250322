/**
 * Bytes that are not the message they claim to be: a length beyond the end, a null where none may be, an
 * overlong varint. The connection that sent them cannot be trusted to be in step and is closed.
 */
export class MalformedMessageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MalformedMessageError';
  }
}
