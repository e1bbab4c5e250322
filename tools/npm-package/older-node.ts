// What the bundle uses and Node 20 lacks. The build puts these in the place of the built-in names, so that the process
// of the user keeps its own globals untouched.

export function promiseWithResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** As exact as Node 20 can tell: errors of other realms too, as jest has them. */
export function isError(value: unknown): value is Error {
  return Object.prototype.toString.call(value) === '[object Error]';
}
