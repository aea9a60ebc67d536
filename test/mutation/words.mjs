// What is not mutated.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Texts in two languages: tests hold what they must contain and not how they are worded. */
const words = {
  shouldIgnore(path) {
    if (!path.isStringLiteral() && !path.isTemplateLiteral()) return undefined;
    const text = path.findParent((one) => one.isObjectProperty() && ['en', 'ko'].includes(one.node.key.name));
    return text ? 'words' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', words)];
