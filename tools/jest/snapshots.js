// Tests run from dist, snapshots are committed beside the source: dist/a.test.js <-> src/a.test.ts.snap
export default {
  testPathForConsistencyCheck: 'libs/x/dist/y.test.js',
  resolveSnapshotPath: (test, extension) => test.replace('/dist/', '/src/').replace(/\.js$/, `.ts${extension}`),
  resolveTestPath: (snapshot, extension) => snapshot.slice(0, -extension.length).replace('/src/', '/dist/').replace(/\.ts$/, '.js'),
};
