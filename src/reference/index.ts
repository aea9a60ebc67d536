/** The API reference: facts as data, and the pure functions that read them. It imports nothing. */
export { actionPath, actions, findAction } from './actions';
export { blamedField, formName } from './blame';
export { findReturnCode, type GatewayCode, gatewayCodes, type KnownCode, type ReturnCode, returnCodes } from './codes';
export { chosenValues, createParameters, findCreateParameter, lookupParams } from './create';
export { appliesTo, possibleKinds } from './kinds';
export { concreteName, fieldAlias, genericName, indicesOf, itemName, serverNames } from './names';
export { type Preset, type PresetContent, presetOf, presetPath, readPreset } from './preset';
export { type ListPrice, pricedProduct, priceLine } from './price';
export { type Reach, reaches, reachOf } from './reach';
export { type Refusal, ruleReturnCode } from './refusal';
export { field, fieldNumber, fieldText } from './rows';
export { type RuleName, rules } from './rules';
export { isToldBySchema, presetSchema } from './schema';
export { keptNames, receivedValues, sentValues, unsentNames } from './sent';
export { shapes } from './shapes';
export { type CodeExplanation, docPage, type ReferenceText, referenceText } from './text';
export * from './types';
export { validate, validateParameters } from './validate';
