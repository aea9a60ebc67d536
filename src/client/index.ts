/** The shared client module of the NAVER Cloud API; scripts get it in `dist/client.cjs`. It knows no editor. */
export { NcloudClient } from './client';
export type { Answer } from './decode';
export {
  ApiError,
  BadAnswerError,
  type BadAnswerReason,
  GatewayError,
  NcloudError,
  NoAnswerError,
  type NoAnswerReason,
  NotSentError,
  type NotSentReason,
} from './errors';
export type { Attempt, CallOptions, ClientOptions, Deadlines, NetworkSettings } from './options';
export type { Effect } from './outcome';
export type { Params, ParamValue } from './params';
export { type SignInput, sign } from './sign';
export { isLoopback, type Site, type SiteName, sites } from './sites';
