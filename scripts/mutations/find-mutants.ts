/**
 * Every way in which one branch of a source can be silenced, found by reading it as the compiler does: no count and no
 * place is written down anywhere. Pure.
 */
import { CAUSES } from '@guichet/contract/cause';
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Mutant {
  line: number;
  /** What is changed, for people: `warn(…) is silenced`. */
  change: string;
  start: number;
  end: number;
  text: string;
}

interface Span {
  type: string;
  start: number;
  end: number;
}

const FINDINGS: ReadonlySet<string> = new Set(['warn', 'fail', 'info', 'skip']);
const CONFIDENCES: ReadonlySet<string> = new Set(['certain', 'probable', 'unknown']);
const KNOWN_CAUSES: ReadonlySet<string> = new Set(CAUSES);

export function findMutants(file: string, code: string): Mutant[] {
  const mutants: Mutant[] = [];
  /** Above zero: within a type, a comparison or a list of what a check may find; their words are no branch. */
  let quiet = 0;
  let functions = 0;

  const add = (node: Span, text: string, change: string) => {
    const line = code.slice(0, node.start).split('\n').length;
    mutants.push({ line, change, start: node.start, end: node.end, text });
  };
  const short = (node: Span) => {
    const words = code.slice(node.start, node.end).replace(/\s+/g, ' ');
    return words.length > 60 ? `${words.slice(0, 59)}…` : words;
  };
  const force = (test: Span, otherwise?: ESTree.Node) => {
    add(test, 'false', `\`${short(test)}\` never holds`);
    if (otherwise && isUndefined(otherwise)) return;
    add(test, 'true', `\`${short(test)}\` always holds`);
  };
  /** One row of a table after the other is left out. */
  const leaveOutEach = (rows: readonly (Span | null)[]) => {
    rows.forEach((row, place) => {
      if (row === null) return;
      const end = rows[place + 1]?.start ?? row.end + (/^\s*,/.exec(code.slice(row.end))?.[0].length ?? 0);
      add({ ...row, end }, '', `the row \`${short(row)}\` is left out`);
    });
  };
  const hush = () => {
    quiet += 1;
  };
  const speak = () => {
    quiet -= 1;
  };
  const enterFunction = () => {
    functions += 1;
  };
  const leaveFunction = () => {
    functions -= 1;
  };

  new Visitor({
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && FINDINGS.has(node.callee.name)) {
        add(node, "({ status: 'ok' })", `${node.callee.name}(…) is silenced`);
      }
    },
    IfStatement(node) {
      force(node.test);
    },
    ConditionalExpression(node) {
      force(node.test, node.alternate);
    },
    LogicalExpression(node) {
      if (node.operator === '??') return;
      const drop = (dropped: ESTree.Node, kept: ESTree.Node) => {
        if (asksForShape(dropped)) return;
        add(node, `(${code.slice(kept.start, kept.end)})`, `\`${short(dropped)}\` is not asked`);
      };
      drop(node.left, node.right);
      drop(node.right, node.left);
    },
    Literal(node) {
      if (quiet > 0 || typeof node.value !== 'string') return;
      if (CONFIDENCES.has(node.value)) {
        add(node, node.value === 'certain' ? "'probable'" : "'certain'", `${node.value} is said differently`);
      }
      if (KNOWN_CAUSES.has(node.value)) {
        add(node, node.value === 'timeout' ? "'dns-failed'" : "'timeout'", `the cause is not ${node.value}`);
      }
    },
    Property(node) {
      if (node.key.type !== 'Identifier') return;
      const { name } = node.key;
      if (name === 'causes') hush();
      if (quiet > 0) return;
      if (name !== 'cause' && name !== 'confidence') return;
      for (const leaf of leavesOf(node.value)) {
        if (leaf.type !== 'Literal')
          add(leaf, node.shorthand ? `${name}: 'mutant'` : "'mutant'", `${name} is not ${short(leaf)}`);
      }
    },
    'Property:exit'(node) {
      if (node.key.type === 'Identifier' && node.key.name === 'causes') speak();
    },
    VariableDeclarator(node) {
      if (functions > 0 || node.init === null) return;
      const rows = rowsOf(node.init);
      if (rows.length > 1) leaveOutEach(rows);
    },
    ObjectPattern: hush,
    'ObjectPattern:exit': speak,
    BinaryExpression: hush,
    'BinaryExpression:exit': speak,
    TSLiteralType: hush,
    'TSLiteralType:exit': speak,
    FunctionDeclaration: enterFunction,
    'FunctionDeclaration:exit': leaveFunction,
    FunctionExpression: enterFunction,
    'FunctionExpression:exit': leaveFunction,
    ArrowFunctionExpression: enterFunction,
    'ArrowFunctionExpression:exit': leaveFunction,
  }).visit(parseSync(file, code).program);
  return mutants.sort((one, other) => one.start - other.start);
}

function isUndefined(node: ESTree.Node): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** `seen.kind === 'reply' && …`: tells the compiler what there is to ask, and nothing else. */
function asksForShape(node: ESTree.Node): boolean {
  if (node.type !== 'BinaryExpression' || node.left.type !== 'MemberExpression') return false;
  return node.left.property.type === 'Identifier' && node.left.property.name === 'kind';
}

/** The values that an expression may come to, through `a ? b : c` and `x as T`. */
function leavesOf(node: ESTree.Node): ESTree.Node[] {
  if (node.type === 'ConditionalExpression') return [...leavesOf(node.consequent), ...leavesOf(node.alternate)];
  return node.type === 'TSAsExpression' ? leavesOf(node.expression) : [node];
}

/** Of a table that is written out: an array, an object, or a set or map of an array. */
function rowsOf(node: ESTree.Node): readonly (Span | null)[] {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return rowsOf(node.expression);
    case 'NewExpression':
      return node.arguments[0] ? rowsOf(node.arguments[0]) : [];
    case 'ArrayExpression':
      return node.elements;
    case 'ObjectExpression':
      return node.properties;
    default:
      return [];
  }
}

export function applied(code: string, { start, end, text }: Mutant): string {
  return code.slice(0, start) + text + code.slice(end);
}
