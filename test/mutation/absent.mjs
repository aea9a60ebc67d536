// What else is not mutated.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * The empty value after `row[i] ??` and in `[first = '']`: the compiler asks for one also where an element is always
 * there, and no test can reach it then. That the element counts where it is there is mutated nevertheless.
 */
const absent = {
  shouldIgnore(path) {
    if (!isEmpty(path.node)) return undefined;
    const { node } = path.parentPath ?? {};
    const isRest = node?.type === 'LogicalExpression' && node.operator === '??' && node.right === path.node;
    if (isRest) return isElement(node.left) ? 'absent' : undefined;
    const isDefault = node?.type === 'AssignmentPattern' && node.right === path.node;
    return isDefault && path.parentPath.parentPath?.isArrayPattern() ? 'absent' : undefined;
  },
};

function isEmpty(node) {
  if (node.type === 'StringLiteral') return node.value === '';
  return node.type === 'ArrayExpression' && node.elements.length === 0;
}

function isElement(node) {
  return /^(?:Optional)?MemberExpression$/.test(node.type) && node.computed;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'absent', absent)];
