/** The API reference: facts as data, and the pure functions that read them. It imports nothing. */
export { actionPath, actions, findAction, serverServices } from './actions';
export { blamedField, formName } from './blame';
export { type CodeExplanation, type CodeText, codeText } from './code-text';
export { findReturnCode, returnCodes } from './codes';
export { gatewayCodes } from './codes.gateway';
export { chosenValues, createParameters, environments, findCreateParameter, lookupParams } from './create';
export {
  choicesOf,
  type Draft,
  draftOf,
  draftValues,
  interfaceList,
  interfaceOrder,
  itemCount,
  uploadedScript,
  withScript,
} from './draft';
export { sections } from './headings';
export type { Line } from './items';
export { type AnswerList, answerList, isGivenNumber, type RowKey, rowKey } from './keys';
export { appliesTo, possibleKinds } from './kinds';
export {
  differsFromStart,
  emptyForm,
  type FormMemory,
  type LeftForm,
  missingIn,
  rememberedRow,
  setNames,
  withName,
} from './left';
export { guesses, meant } from './meant';
export {
  concreteName,
  fieldAlias,
  freeStart,
  genericName,
  indicesOf,
  itemName,
  mostSerials,
  serverNames,
} from './names';
export { type Option, optionsOf, rowOf } from './options';
export {
  emptyInterface,
  namesIn,
  naturalValue,
  type Preset,
  type PresetContent,
  presetName,
  presetOf,
  presetPath,
  readPreset,
} from './preset';
export { type ListPrice, pricedProduct, priceLine, pricePlan, priceSum, productOf } from './price';
export { type Reach, reaches, reachesBy, reachOf } from './reach';
export { type Refusal, ruleReturnCode } from './refusal';
export { roles } from './roles';
export { field, fieldNumber, fieldText } from './rows';
export { findRule, type RuleName, rules } from './rules';
export { isToldBySchema, presetNames, presetSchema, presetText, scriptPath } from './schema';
export { keptNames, receivedValues, sentValues, unsentNames } from './sent';
export { shapes } from './shapes';
export { sizeWords } from './size';
export { imageSystem, systemOfCode } from './systems';
export { docPage, type ReferenceText, referenceText } from './text';
export * from './types';
export { validate, validateParameters } from './validate';
