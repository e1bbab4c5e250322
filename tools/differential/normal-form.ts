import type { Tree } from './answers.ts';
import type { Observation } from './case-run.ts';
import { type Mask, masks } from './masks.ts';

const ZERO_UUID = 'AAAAAAAAAAAAAAAAAAAAAA';

interface MaskNode {
  mask: Mask | undefined;
  readonly below: Map<string, MaskNode>;
}

const root: MaskNode = { mask: undefined, below: new Map() };
for (const mask of masks) {
  let node = root;
  for (const part of mask.path.split('.')) {
    const next = node.below.get(part) ?? { mask: undefined, below: new Map() };
    node.below.set(part, next);
    node = next;
  }
  if (node.mask !== undefined) throw new Error(`two masks for ${mask.path}`);
  node.mask = mask;
}

/**
 * Brings what one server said in one case into a form that does not depend on the server. Ids are numbered in the order in
 * which the case sees them, so the observations of a case pass through one object, in order.
 */
export class NormalForm {
  readonly #ids = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Paths of masks that hid something. */
  readonly #used: Set<string>;

  constructor(used: Set<string>) {
    this.#used = used;
  }

  of({ api, answer }: Observation): Tree {
    return this.#walk(answer, root.below.get(api));
  }

  #walk(value: Tree, node: MaskNode | undefined): Tree {
    if (node === undefined) return value;
    if (node.mask !== undefined && !isOrder(node.mask)) return this.#masked(value, node.mask);
    if (Array.isArray(value)) return this.#array(value as readonly Tree[], node);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, this.#walk(field, node.below.get(name))]));
  }

  #array(value: readonly Tree[], node: MaskNode): Tree {
    const each = node.below.get('*');
    if (node.mask === undefined) return value.map((element) => this.#walk(element, each));
    this.#used.add(node.mask.path);
    const { key: field } = node.mask;
    if (field !== undefined) return Object.fromEntries(value.map((element) => [String((element as Record<string, Tree>)[field] as string), this.#walk(element, each)]));
    // Sorted by what does not depend on the server; ids are numbered after that.
    return value
      .map((element) => ({ element, key: JSON.stringify(unmasked(element, each)) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ element }) => this.#walk(element, each));
  }

  #masked(value: Tree, mask: Mask): Tree {
    this.#used.add(mask.path);
    switch (mask.kind) {
      case 'id':
        return this.#id(value, mask.space as string);
      case 'time':
        return value === -1 || value === 0 ? value : '<time>';
      case 'text':
        return '<text>';
      case 'varies':
      case 'sorted':
      case 'keyed':
        return '<varies>';
    }
  }

  #id(value: Tree, space: string): Tree {
    if (value === null || value === '' || value === -1 || value === ZERO_UUID || (value === 0 && space === 'fetch session')) return value;
    const key = `${space} ${String(value as string)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(space) ?? 0) + 1;
    this.#counts.set(space, count);
    const name = `<${space} ${count}>`;
    this.#ids.set(key, name);
    return name;
  }
}

const isOrder = ({ kind }: Mask): boolean => kind === 'sorted' || kind === 'keyed';

/** All that is not masked. */
function unmasked(value: Tree, node: MaskNode | undefined): Tree {
  if (node === undefined) return value;
  if (node.mask !== undefined && !isOrder(node.mask)) return null;
  if (Array.isArray(value)) return (value as readonly Tree[]).map((element) => unmasked(element, node.below.get('*')));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, unmasked(field, node.below.get(name))]));
}

export interface Difference {
  readonly path: string;
  readonly kafka: Tree | undefined;
  readonly ottla: Tree | undefined;
}

/** Field by field; paths have the indexes of array elements. */
export function differences(kafka: Tree | undefined, ottla: Tree | undefined, path: string): readonly Difference[] {
  if (kafka === ottla) return [];
  if (Array.isArray(kafka) && Array.isArray(ottla)) {
    const length = Math.max(kafka.length, ottla.length);
    return Array.from({ length }, (_, index) => differences((kafka as readonly Tree[])[index], (ottla as readonly Tree[])[index], `${path}.${index}`)).flat();
  }
  if (isFields(kafka) && isFields(ottla)) {
    const names = new Set([...Object.keys(kafka), ...Object.keys(ottla)]);
    return [...names].flatMap((name) => differences(kafka[name], ottla[name], `${path}.${name}`));
  }
  return [{ path, kafka, ottla }];
}

function isFields(value: Tree | undefined): value is { readonly [field: string]: Tree } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
