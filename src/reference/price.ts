/** What a server costs by the price list: which product to ask for, and the price in words. */

import { fieldText } from './rows';
import { keptNames } from './sent';
import type { Context, Locale, Row, Values } from './types';

/** The list price of one server, in won. What the list does not say is left out; it is never 0. */
export interface ListPrice {
  /** Price plan MTRAT. */
  readonly hourly?: number;
  /** Price plan FXSUM. */
  readonly monthly?: number;
  /** The day on which NCP was asked: `2026-11-21`. */
  readonly day: string;
  /** Made up by the sandbox. */
  readonly isSample: boolean;
}

/**
 * The product code that the price list knows the chosen spec by: that of the spec's row, or the chosen product itself.
 * Undefined while no spec is chosen.
 */
export function pricedProduct(values: Values, context: Context): string | undefined {
  const sent = keptNames(values, context);
  if (sent.includes('serverSpecCode')) return fieldText(context.rows.serverSpecCode, 'serverProductCode') || undefined;
  return sent.includes('serverProductCode') ? values.serverProductCode : undefined;
}

/** The product code that the price list knows a row by that was picked for a parameter; undefined when it is no spec. */
export function productOf(parameter: string, row: Row): string | undefined {
  const field = { serverSpecCode: 'serverProductCode', serverProductCode: 'productCode' }[parameter];
  return (field && fieldText(row, field)) || undefined;
}

/** The chosen price plan; `MTRAT` when none is. */
export function pricePlan({ feeSystemTypeCode }: Values): string {
  return feeSystemTypeCode || 'MTRAT';
}

/** One line about what `count` servers cost with a price plan (`MTRAT`, `FXSUM`). Undefined when the list does not say. */
export function priceLine(price: ListPrice, count: number, fee: string, locale: Locale): string | undefined {
  const isMonthly = fee === 'FXSUM';
  const amount = amountOf(price, fee);
  if (amount === undefined) return undefined;
  const { each, both, note } = words[locale];
  const one = each(won(amount), isMonthly);
  const sum = count > 1 ? both(one, each(won(amount * count), isMonthly), count) : one;
  return `≈ ${sum} · ${note(price.isSample)} (${price.day})`;
}

/** What `count` servers cost together, in short: `≈ ₩ 188 / hour`. Undefined when the list does not say. */
export function priceSum(price: ListPrice, count: number, fee: string, locale: Locale): string | undefined {
  const amount = amountOf(price, fee);
  return amount === undefined ? undefined : `≈ ${words[locale].each(won(amount * count), fee === 'FXSUM')}`;
}

function amountOf({ hourly, monthly }: ListPrice, fee: string): number | undefined {
  return fee === 'FXSUM' ? monthly : hourly;
}

function won(amount: number): string {
  return `₩ ${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

interface Words {
  each(amount: string, isMonthly: boolean): string;
  both(one: string, all: string, count: number): string;
  note(isSample: boolean): string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    each: (amount, isMonthly) => `${amount} / ${isMonthly ? 'month' : 'hour'}`,
    both: (one, all, count) => `${one} each, ${all} for ${count}`,
    note: (isSample) => `${isSample ? 'sample price of the sandbox' : 'list price'}, server only`,
  },
  ko: {
    each: (amount, isMonthly) => `${amount} / ${isMonthly ? '월' : '시간'}`,
    both: (one, all, count) => `서버당 ${one}, ${count}대 ${all}`,
    note: (isSample) => `${isSample ? '샌드박스의 예시 가격' : '정가'}, 서버 요금만`,
  },
};
