import type { Label } from '@netral/contracts';
import { labelOfHeading } from './labels';
import type { Group, Leaf, Node } from './nodes';
import { ID_HEADING, type Template } from './template';

/** One column: a value of the message, by the path to it with lists numbered from 1. */
export interface Column {
  /** `persons.1.nip`: the machine's name, the same in every language. */
  readonly heading: string;
  /** `/data/persons/0/nip`. */
  readonly pointer: string;
  readonly leaf: Leaf;
  /** Whether every row must fill it. */
  readonly required: boolean;
  readonly label: Label;
}

const ID_LEAF: Leaf = {
  kind: 'leaf', name: 'id', form: 'text', required: false, nullable: false, codes: undefined,
  meaning: "The agency's own id of the message, unique for ever; blank: made from the content", expected: '1 to 200 printable characters',
};
const idColumn: Column = { heading: ID_HEADING, pointer: '/id', leaf: ID_LEAF, required: false, label: labelOfHeading(ID_HEADING) };

interface Path {
  readonly heading: readonly string[];
  readonly pointer: string;
  readonly required: boolean;
}
const START: Path = { heading: [], pointer: '/data', required: true };
/** Sets of columns that a template has of each list; a file may have more, up to the contract's bound. */
const LIST_SHOWN = 3;

const below = ({ heading, pointer, required }: Path, node: Node): Path =>
  ({ heading: [...heading, node.name], pointer: `${pointer}/${node.name}`, required: required && node.required });
const itemOf = ({ heading, pointer, required }: Path, index: number, itemsMin: number): Path =>
  ({ heading: [...heading, String(index)], pointer: `${pointer}/${index - 1}`, required: required && index <= itemsMin });

const columnOf = ({ heading, pointer, required }: Path, leaf: Leaf): Column => {
  const name = heading.join('.');
  return { heading: name, pointer, leaf, required: required && !leaf.nullable, label: labelOfHeading(name) };
};

const columnsBelow = (path: Path, node: Leaf | Group): readonly Column[] =>
  node.kind === 'leaf' ? [columnOf(path, node)] : node.fields.flatMap((field) => columnsAt(below(path, field), field));

const columnsAt = (path: Path, node: Node): readonly Column[] => {
  if (node.kind !== 'list') return columnsBelow(path, node);
  return Array.from({ length: Math.min(LIST_SHOWN, node.itemsMax) }, (_, index) => columnsBelow(itemOf(path, index + 1, node.itemsMin), node.item)).flat();
};

/** The columns of a template as it is downloaded. */
export const columnsOf = ({ nodes }: Template): readonly Column[] => [idColumn, ...nodes.flatMap((node) => columnsAt(below(START, node), node))];

const INDEX = /^[1-9]\d{0,3}$/;

const resolve = (path: Path, node: Node, [next, ...rest]: readonly string[]): Column | undefined => {
  if (node.kind === 'leaf') return next === undefined ? columnOf(path, node) : undefined;
  if (next === undefined) return undefined;
  if (node.kind === 'list') {
    if (!INDEX.test(next) || Number(next) > node.itemsMax) return undefined;
    return resolve(itemOf(path, Number(next), node.itemsMin), node.item, rest);
  }
  const field = node.fields.find(({ name }) => name === next);
  return field === undefined ? undefined : resolve(below(path, field), field, rest);
};

/** The column that a heading names, whatever the template showed of its list; undefined when the contract has no such field. */
export const columnNamed = ({ nodes }: Template, heading: string): Column | undefined => {
  if (heading === ID_HEADING) return idColumn;
  const [first, ...rest] = heading.split('.');
  const node = nodes.find(({ name }) => name === first);
  return node === undefined ? undefined : resolve(below(START, node), node, rest);
};

/** The heading that a pointer of a reason names: `/data/persons/0/nip` → `persons.1.nip`; empty for the message as a whole. */
export const headingOf = (pointer: string): string => {
  if (pointer === '/id') return ID_HEADING;
  const [, first, ...names] = pointer.split('/');
  return first === 'data' ? names.map((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : name)).join('.') : '';
};

/** Whether a cell may hold what identifies a person: it is never shown back. */
export const isPersonal = ({ form }: Pick<Leaf, 'form'>): boolean => form === 'nip' || form === 'name' || form === 'free-text';
